/**
 * Which backend trains: found by looking at the graphics processor and, where that says too
 * little, by timing the real training step. No backend is imported here; each platform says how it
 * loads them, so that a browser downloads only what it is going to use.
 */
import * as tf from '@tensorflow/tfjs-core'
import { CodeMissing } from '../client/codeMissing.ts'
import type { BackendChoice, BackendName, BackendReport } from '../protocol.ts'

export interface BackendSupport {
  /** Registers the backend with core. May be called again. Rejects with CodeMissing if its code does not come. */
  readonly load: Readonly<Record<BackendName, () => Promise<void>>>
  /** Of a backend that did not start: whether all that it starts from came. */
  readonly isWhole: (name: BackendName) => Promise<boolean>
  /** What draws WebGL here; null if nothing does. */
  readonly gpu: () => GpuProbe | null
}

export interface GpuProbe {
  /** UNMASKED_RENDERER, or what the browser tells instead. */
  readonly renderer: string | null
  /**
   * Whether it keeps results as half floats, having no textures of float32 to draw into. Adam's ε and many a gradient are
   * nothing there: training runs away whatever the learning rate.
   */
  readonly halfFloat: boolean
}

/** The same, with a word before each start: code may have to be downloaded for it. */
export function announced(support: BackendSupport, announce: () => void): BackendSupport {
  const load = (name: BackendName) => () => {
    announce()
    return support.load[name]()
  }
  return { ...support, load: { webgl: load('webgl'), wasm: load('wasm'), cpu: load('cpu') } }
}

/** Milliseconds per training step on the current backend. */
export type MeasureStep = () => Promise<number>

/** A WebGL step as quick as this is not worth downloading another backend to compare. */
const QUICK_STEP_MS = 25

/** Renderers that are programs on the processor: there WASM is about ten times as fast. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|microsoft basic render|swrast/i

function isSoftwareRenderer(renderer: string | null): boolean {
  return renderer !== null && SOFTWARE.test(renderer)
}

/**
 * Leaves the chosen backend running.
 * @param lost whether a WebGL context has gone away before: then WebGL is not tried by itself again
 * @throws CodeMissing if the code of the chosen backend, or of WASM where nothing else will do, does not come;
 *   Error if not even the last resort starts
 */
export async function chooseBackend(
  choice: BackendChoice,
  support: BackendSupport,
  measure: MeasureStep,
  lost = false,
): Promise<BackendReport> {
  const gpu = support.gpu()
  const renderer = gpu?.renderer ?? null
  const stepMs: Partial<Record<BackendName, number>> = {}
  const report = (chosen: BackendName, reason: BackendReport['reason']): BackendReport => ({
    chosen,
    reason,
    stepMs,
    renderer,
  })
  let isHalfFloat = gpu?.halfFloat === true
  const started = async (name: BackendName): Promise<boolean> => {
    if (!(await startBackend(name, support))) return false
    // The textures may be offered and not work: tfjs has tried them by now.
    isHalfFloat ||= name === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')
    if (name === 'webgl' && isHalfFloat) return false
    stepMs[name] = await measure()
    return true
  }
  let isThere = true
  const found = (name: BackendName): Promise<boolean> =>
    started(name).catch((error: unknown) => {
      if (!(error instanceof CodeMissing)) throw error
      isThere = false
      return false
    })
  const without = async (reason: BackendReport['reason']): Promise<BackendReport> => {
    if (await started('wasm')) return report('wasm', reason)
    if (await started('cpu')) return report('cpu', 'wasmMissing')
    throw new Error('no backend of TensorFlow.js starts in this browser')
  }

  const canDraw = gpu !== null && !isHalfFloat
  if (choice !== 'auto' && (choice !== 'webgl' || canDraw) && (await started(choice))) {
    return report(choice, 'requested')
  }
  if (lost) return without('webglLost')
  if (gpu === null) return without('webglMissing')
  if (isHalfFloat) return without('webglHalfFloat')
  if (isSoftwareRenderer(renderer)) return without('webglSoftware')
  if (!(await found('webgl'))) {
    return without(isHalfFloat ? 'webglHalfFloat' : isThere ? 'webglMissing' : 'webglNotLoaded')
  }
  if ((stepMs.webgl ?? 0) <= QUICK_STEP_MS || !(await found('wasm'))) {
    await startBackend('webgl', support)
    return report('webgl', 'fastest')
  }
  const chosen = (stepMs.wasm ?? 0) < (stepMs.webgl ?? 0) ? 'wasm' : 'webgl'
  await startBackend(chosen, support)
  return report(chosen, 'fastest')
}

/**
 * @returns false if the backend does not work here
 * @throws CodeMissing if it did not come
 */
export async function startBackend(name: BackendName, support: BackendSupport): Promise<boolean> {
  const works = await tryToStart(name, support)
  if (!works && !(await support.isWhole(name))) throw new CodeMissing(name)
  return works
}

/** That a backend does not work tfjs says by its result or by throwing. */
async function tryToStart(name: BackendName, support: BackendSupport): Promise<boolean> {
  try {
    await support.load[name]()
    // The build is chosen at the start, by this flag; see kernels/wasm.ts.
    if (name === 'wasm') tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    return await tf.setBackend(name)
  } catch (error) {
    if (error instanceof CodeMissing) throw error
    return false
  }
}

/** The parts of tfjs' WebGL backend that this module looks at. */
interface WebglBackend {
  readonly gpgpu: { readonly gl: WebGL2RenderingContext | WebGLRenderingContext }
}

/** The context that the running backend computes in; null unless it is WebGL. */
export function webglContext(): WebGL2RenderingContext | WebGLRenderingContext | null {
  if (tf.getBackend() !== 'webgl') return null
  return (tf.backend() as unknown as WebglBackend).gpgpu.gl
}

/** Drops every tensor and every started backend, whatever state they are in. */
export function forgetEverything(): void {
  tf.engine().reset()
}
