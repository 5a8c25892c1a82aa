/** Which backend trains, by what the browser says of its graphics. */
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { browserBackends } from '../../../../src/model/engine/backends/browserBackends.ts'
import { chooseBackend, type GpuProbe } from '../../../../src/model/engine/backends/chooseBackend.ts'
import { CodeMissing } from '../../../../src/model/engine/client/codeMissing.ts'
import { once } from '../../../../src/model/engine/client/once.ts'
import type { BackendChoice, BackendName } from '../../../../src/model/engine/protocol.ts'
import { startBackend } from '../../tfBackend.ts'

beforeAll(() => startBackend('wasm'))
afterEach(() => vi.unstubAllGlobals())

/** Node has WASM and the processor. @param missing backends whose code does not come */
const choose = async (choice: BackendChoice, gpu: GpuProbe | null, missing: readonly BackendName[] = []) => {
  const load = {
    webgl: () => Promise.reject(missing.includes('webgl') ? new CodeMissing('webgl') : new Error('none')),
    wasm: async () => {
      if (missing.includes('wasm')) throw new CodeMissing('wasm')
    },
    cpu: async () => {},
  }
  const isWhole = async () => true
  const report = await chooseBackend(choice, { load, isWhole, gpu: () => gpu }, async () => 7)
  expect(tf.getBackend()).toBe(report.chosen)
  return [report.chosen, report.reason]
}

const half: GpuProbe = { renderer: 'A phone', halfFloat: true }

describe('half floats', () => {
  /** The processor under WebGL's name, with the flag that tfjs finds out for itself when WebGL starts. */
  const chooseWith = async (choice: BackendChoice, rendersFloat32: boolean) => {
    const webgl = once(async () => {
      tf.registerBackend('webgl', () => new MathBackendCPU())
      tf.env().registerFlag('WEBGL_RENDER_FLOAT32_ENABLED', () => rendersFloat32)
    })
    const none = () => Promise.reject(new Error('none'))
    const load = { webgl, wasm: async () => {}, cpu: none }
    const isWhole = async () => true
    const gpu = () => ({ renderer: 'A card', halfFloat: false })
    try {
      const { chosen, reason } = await chooseBackend(choice, { load, isWhole, gpu }, async () => 7)
      expect(tf.getBackend()).toBe(chosen)
      return [chosen, reason]
    } finally {
      tf.removeBackend('webgl')
      tf.env().reset()
    }
  }

  test.each(['auto', 'webgl'] as const)(
    '%s: textures of float32 that are offered and do not work',
    async (choice) => {
      expect(await chooseWith(choice, false)).toEqual(['wasm', 'webglHalfFloat'])
    },
  )

  test('where they work, WebGL computes', async () => {
    expect(await chooseWith('auto', true)).toEqual(['webgl', 'fastest'])
    expect(await chooseWith('webgl', true)).toEqual(['webgl', 'requested'])
  })

  test.each(['auto', 'webgl'] as const)('%s: WASM trains, and the reason is said', async (choice) => {
    expect(await choose(choice, half)).toEqual(['wasm', 'webglHalfFloat'])
  })

  test.each(['wasm', 'cpu'] as const)('%s as was asked for', async (choice) => {
    expect(await choose(choice, half)).toEqual([choice, 'requested'])
  })
})

test('without WebGL, or where it does not start, WASM trains', async () => {
  expect(await choose('auto', null)).toEqual(['wasm', 'webglMissing'])
  expect(await choose('auto', { renderer: 'A card', halfFloat: false })).toEqual(['wasm', 'webglMissing'])
  expect(await choose('auto', { renderer: 'SwiftShader', halfFloat: false })).toEqual([
    'wasm',
    'webglSoftware',
  ])
})

describe('code that does not come', () => {
  const card: GpuProbe = { renderer: 'A card', halfFloat: false }

  test('WASM stands in for WebGL, unless that was asked for, and the reason is said', async () => {
    expect(await choose('auto', card, ['webgl'])).toEqual(['wasm', 'webglNotLoaded'])
    await expect(choose('webgl', card, ['webgl'])).rejects.toEqual(new CodeMissing('webgl'))
  })

  test('nothing stands in for WASM: JavaScript would take minutes', async () => {
    for (const choice of ['auto', 'wasm'] as const)
      await expect(choose(choice, null, ['wasm'])).rejects.toEqual(new CodeMissing('wasm'))
    expect(await choose('cpu', null, ['wasm'])).toEqual(['cpu', 'requested'])
  })

  test('a backend that does not start because a file of it is missing', async () => {
    const broken = () => Promise.reject(new Error('aborted'))
    const load = { webgl: broken, wasm: broken, cpu: async () => {} }
    const choosing = (isWhole: boolean) =>
      chooseBackend('wasm', { load, isWhole: async () => isWhole, gpu: () => null }, async () => 7)
    await expect(choosing(false)).rejects.toEqual(new CodeMissing('wasm'))
    expect(await choosing(true)).toMatchObject({ chosen: 'cpu', reason: 'wasmMissing' })
  })
})

describe('where WebGL starts', () => {
  const card: GpuProbe = { renderer: 'A card', halfFloat: false }
  // The processor under another name: only the times that are measured count.
  beforeAll(() => {
    tf.registerBackend('webgl', () => tf.findBackend('cpu') as tf.KernelBackend)
  })

  /** @param ms milliseconds of a step by backend; a backend without a time does not start */
  const chooseBy = async (choice: BackendChoice, ms: Partial<Record<string, number>>, lost = false) => {
    const started: string[] = []
    const load = (name: string) => async () => {
      if (ms[name] === undefined) throw new Error(`no ${name} here`)
      started.push(name)
    }
    const support = {
      load: { webgl: load('webgl'), wasm: load('wasm'), cpu: load('cpu') },
      isWhole: async () => true,
      gpu: () => card,
    }
    const report = await chooseBackend(choice, support, async () => ms[tf.getBackend()] ?? Number.NaN, lost)
    expect(tf.getBackend()).toBe(report.chosen)
    expect(report.renderer).toBe('A card')
    return [report.chosen, report.reason, report.stepMs, started] as const
  }

  test('a quick one trains, and nothing else is downloaded', async () => {
    const times = { webgl: 25, wasm: 1 }
    expect(await chooseBy('auto', times)).toEqual(['webgl', 'fastest', { webgl: 25 }, ['webgl', 'webgl']])
  })

  test('a slow one is compared with WASM; the quicker trains', async () => {
    expect((await chooseBy('auto', { webgl: 26, wasm: 20 })).slice(0, 3)).toEqual([
      'wasm',
      'fastest',
      { webgl: 26, wasm: 20 },
    ])
    expect((await chooseBy('auto', { webgl: 60, wasm: 70 })).slice(0, 2)).toEqual(['webgl', 'fastest'])
    expect((await chooseBy('auto', { webgl: 60, wasm: 60 })).slice(0, 2)).toEqual(['webgl', 'fastest'])
    expect((await chooseBy('auto', { webgl: 60 })).slice(0, 2)).toEqual(['webgl', 'fastest'])
  })

  test('once lost it is tried only if somebody insists', async () => {
    const times = { webgl: 3, wasm: 20 }
    expect(await chooseBy('auto', times, true)).toEqual(['wasm', 'webglLost', { wasm: 20 }, ['wasm']])
    expect((await chooseBy('webgl', times, true)).slice(0, 2)).toEqual(['webgl', 'requested'])
  })

  test('the processor is the last resort, and if not even that starts it is said', async () => {
    expect((await chooseBy('auto', { cpu: 90 })).slice(0, 3)).toEqual(['cpu', 'wasmMissing', { cpu: 90 }])
    expect((await chooseBy('wasm', { webgl: 3, cpu: 90 })).slice(0, 2)).toEqual(['webgl', 'fastest'])
    await expect(chooseBy('auto', {})).rejects.toThrow('no backend')
  })
})

describe('the probe', () => {
  const canvas = (getContext: () => unknown) =>
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = getContext
      },
    )
  const context = (extensions: Readonly<Record<string, unknown>>) => ({
    RENDERER: 1,
    getExtension: (name: string) => extensions[name] ?? null,
    getParameter: () => 'A card',
  })

  test('a canvas that throws is no WebGL', () => {
    canvas(() => {
      throw new Error('blocked')
    })
    expect(browserBackends().gpu()).toBeNull()
  })

  test('no canvas, or none of this kind', () => {
    expect(browserBackends().gpu()).toBeNull()
    canvas(() => null)
    expect(browserBackends().gpu()).toBeNull()
  })

  test('with textures of float32 to draw into, and without', () => {
    canvas(() => context({ EXT_color_buffer_float: {} }))
    expect(browserBackends().gpu()).toEqual({ renderer: 'A card', halfFloat: false })
    canvas(() => context({}))
    expect(browserBackends().gpu()).toEqual({ renderer: 'A card', halfFloat: true })
  })

  test('what is drawn with is asked of the browser, and the context is given back', () => {
    const loseContext = vi.fn()
    const probe = (parameters: Readonly<Record<number, unknown>>, tells: boolean) => {
      canvas(() => ({
        RENDERER: 1,
        getExtension: (name: string) =>
          name === 'WEBGL_lose_context'
            ? { loseContext }
            : name === 'WEBGL_debug_renderer_info' && tells
              ? { UNMASKED_RENDERER_WEBGL: 2 }
              : null,
        getParameter: (name: number) => parameters[name],
      }))
      return browserBackends().gpu()?.renderer
    }
    expect(probe({ 1: 'WebKit', 2: 'SwiftShader' }, true)).toBe('SwiftShader')
    expect(probe({ 1: 'WebKit', 2: 'SwiftShader' }, false)).toBe('WebKit')
    expect(probe({ 1: '' }, false)).toBeNull()
    expect(probe({ 1: 7 }, false)).toBeNull()
    expect(loseContext).toHaveBeenCalledTimes(4)
  })
})
