/** Charts, training bar and picture tools under a hand: pointer and keys in a real browser. */

import catalog from 'virtual:messages/en'
import { act, type ReactNode, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { DrawPad, padSide } from '../../src/components/pictures/DrawPad.tsx'
import { InkPicture } from '../../src/components/pictures/InkPicture.tsx'
import { SamplePicker } from '../../src/components/pictures/SamplePicker.tsx'
import '../../src/components/styles/theme.css'
import { StoreProvider, useApp } from '../../src/components/store.tsx'
import { LanguageProvider } from '../../src/components/text/i18n.tsx'
import { GateTimes } from '../../src/components/training/charts/GateTimes.tsx'
import { TrainingCharts } from '../../src/components/training/charts/TrainingCharts.tsx'
import type { Training } from '../../src/components/training/controller/training.ts'
import { Announcement } from '../../src/components/training/controls/Announcement.tsx'
import { TrainButton } from '../../src/components/training/controls/TrainButton.tsx'
import { Transport, type TransportProps } from '../../src/components/training/controls/Transport.tsx'
import type { Stroke } from '../../src/model/data/drawing.ts'
import type { Phase } from '../../src/model/engine/protocol.ts'
import { decodeSnapshot } from '../../src/model/networks/snapshot.ts'
import type { ImageSnapshot } from '../../src/model/networks/snapshotTypes.ts'
import { noteEngine } from '../../src/model/state/slices/run.ts'
import { createAppStore } from '../../src/model/state/store.ts'
import { Waterfall } from '../../src/viz/charts/Waterfall.tsx'
import { palettes, rgb } from '../../src/viz/palette.ts'
import { recordedRun, storeWithRun } from '../components/training/recordedRun.ts'
import { gatesAt, metricsTo } from '../gallery/run.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root | null = null
afterEach(() => {
  act(() => root?.unmount())
  root = null
  document.body.replaceChildren()
  delete document.documentElement.dataset.theme
})

function show(node: ReactNode): void {
  const place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  act(() =>
    root?.render(
      <LanguageProvider lang='en' catalog={catalog}>
        {node}
      </LanguageProvider>,
    ),
  )
}

function find<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector)
  if (element === null) throw new Error(`nothing matches ${selector}`)
  return element
}

/** What a real hand does, with React's updates done. */
async function byHand(action: () => Promise<void>): Promise<void> {
  await act(async () => {
    await action()
  })
}

function press(target: Element, key: string): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
}

function point(target: Element, type: string, x: number, y: number): void {
  const box = target.getBoundingClientRect()
  const init = { pointerId: 1, isPrimary: true, bubbles: true, clientX: box.left + x, clientY: box.top + y }
  act(() => {
    target.dispatchEvent(new PointerEvent(type, init))
  })
}

/** A synthetic pointer cannot be captured: take the browser's place. */
function holdPointers(target: Element): void {
  let held = false
  target.setPointerCapture = () => {
    held = true
  }
  target.hasPointerCapture = () => held
}

/** Colour of a canvas's pixel. */
function pixel(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  return [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3)
}

const history = Array.from({ length: 300 }, (_, i) => ({ step: i * 4, gates: gatesAt(i * 4, 16) }))
const onScrub = vi.fn<(step: number | null) => void>()

function Held() {
  const [step, setStep] = useState<number | null>(null)
  return (
    <Waterfall
      history={history}
      channels={{ from: 0, to: 16 }}
      plateWidth={960}
      selectedStep={step}
      selectedChannel={null}
      onScrub={(to) => {
        onScrub(to)
        setStep(to)
      }}
      label='Gates over time'
      formatStep={String}
      emptyText=''
    />
  )
}

/** The button that trains, and what it says to those who do not see it, over an engine that obeys at once. */
function Playing({ phase }: { phase: Phase }) {
  const [store] = useState(() =>
    createAppStore({ engine: { phase, pausing: false, progress: null, backend: null, trouble: null } }),
  )
  const training = {
    async play() {
      calls.push('play')
      noteEngine(store, { phase: 'running' })
    },
    async pause() {
      calls.push('pause')
      noteEngine(store, { phase: 'paused' })
    },
  } as Partial<Training> as Training
  return (
    <StoreProvider store={store}>
      <TrainButton training={training} />
      <Said />
    </StoreProvider>
  )
}

function Said() {
  const { phase } = useApp((state) => state.engine)
  return <Announcement phase={phase} step={10} heldOutAccuracy={null} />
}

const calls: string[] = []

function Picking({ onChoose }: { onChoose: (index: number) => void }) {
  const [index, setIndex] = useState(0)
  const picture = { shape: [28, 28, 1] as const, data: new Float32Array(784) }
  return (
    <SamplePicker
      thumbs={[3, 4, 5].map((label, i) => ({ index: i, label, picture }))}
      selected={{ index, label: 3 + index }}
      total={3}
      onSelect={(next) => {
        onChoose(next)
        setIndex(next)
      }}
      onPrevious={() => setIndex(index - 1)}
      onNext={() => setIndex(index + 1)}
      onRandom={() => setIndex(0)}
    />
  )
}

describe('waterfall', () => {
  test('has a pixel a channel and row, in the colour of its gate, in either theme', () => {
    document.documentElement.dataset.theme = 'dark'
    show(<Held />)
    const canvas = find<HTMLCanvasElement>('.waterfall canvas')
    expect([canvas.width, canvas.height, canvas.clientWidth]).toEqual([16, 120, 960])
    const [paper, full] = [rgb(palettes.dark.paper), rgb(palettes.dark.s)]
    const gate = history.at(-1)?.gates[5] ?? 0
    const expected = paper.map((part, i) => part + ((full[i] ?? 0) - part) * gate)
    for (const [i, part] of pixel(canvas, 5, 119).entries()) {
      expect(Math.abs(part - (expected[i] ?? 0))).toBeLessThanOrEqual(1)
    }
  })

  test('follows the theme while it stands', async () => {
    document.documentElement.dataset.theme = 'light'
    show(<Held />)
    const canvas = find<HTMLCanvasElement>('.waterfall canvas')
    const before = pixel(canvas, 0, 0)
    await act(async () => {
      document.documentElement.dataset.theme = 'dark'
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    expect(pixel(canvas, 0, 0)).not.toEqual(before)
  })

  test('keys travel in time: up is earlier, Home the first, End follows the training', () => {
    show(<Held />)
    const slider = find('.waterfall')
    onScrub.mockClear()
    for (const key of ['ArrowUp', 'Home', 'ArrowDown', 'End', 'x']) press(slider, key)
    const steps = onScrub.mock.calls.map(([step]) => step)
    expect(steps).toHaveLength(4)
    expect(steps[0]).toBeGreaterThan(1100)
    expect(steps[0]).toBeLessThan(1196)
    expect(steps[1]).toBe(0)
    expect(steps[2]).toBeGreaterThan(0)
    expect(steps[3]).toBeNull()
  })

  test('dragging scrubs, a pointer that only passes by does not', () => {
    show(<Held />)
    const slider = find('.waterfall')
    holdPointers(slider)
    onScrub.mockClear()
    point(slider, 'pointermove', 50, 60)
    expect(onScrub).not.toHaveBeenCalled()
    point(slider, 'pointerdown', 50, 60)
    point(slider, 'pointermove', 50, 20)
    expect(onScrub.mock.calls.map(([step]) => step)).toHaveLength(2)
    const [first, second] = onScrub.mock.calls.map(([step]) => step ?? Number.NaN)
    expect(first).toBeCloseTo((60 / 120) * 1196, -2)
    expect(second).toBeLessThan(first ?? 0)
    expect(slider.getAttribute('aria-valuenow')).toBe(String(second))
  })

  test('"Follow the training" takes its place without moving anything, and leaves the focus on the slider', async () => {
    const file = await fetch('/snapshots/inks-se.bin')
    const stored = decodeSnapshot(new Uint8Array(await file.arrayBuffer())) as ImageSnapshot
    const store = storeWithRun(stored, recordedRun(stored, [0, 400, 800, 1196]))
    show(
      <StoreProvider store={store}>
        <div style={{ width: 960, height: 150, marginLeft: 120 }}>
          <GateTimes channels={{ from: 0, to: 16 }} />
        </div>
      </StoreProvider>,
    )
    // Its room is measured first.
    await vi.waitFor(async () => {
      await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
      find('.waterfall')
    })
    const slider = find('.waterfall')
    const place = () => JSON.stringify(slider.getBoundingClientRect())
    const before = place()
    expect(slider.getBoundingClientRect().width).toBe(960)
    expect(document.querySelector('.gate-times-rail button')).toBeNull()
    press(slider, 'Home')
    expect(store.getState().at).toBe(0)
    expect(place()).toBe(before)
    const follow = find<HTMLButtonElement>('.gate-times-rail button')
    expect(follow.textContent).toBe('Follow the training')
    follow.focus({ preventScroll: true })
    act(() => follow.click())
    expect(store.getState().at).toBeNull()
    expect(slider.getAttribute('aria-valuenow')).toBe('1196')
    expect(document.activeElement).toBe(slider)
    expect(place()).toBe(before)
  })
})

describe('line charts', () => {
  test('keys read the curve off, and leave the table closed until it is opened', async () => {
    show(<TrainingCharts {...metricsTo(500)} at={null} />)
    const slider = find('.chart-hit')
    press(slider, 'Home')
    press(slider, 'PageUp')
    expect(find('.chart-line').textContent).toMatch(/^step 100: batch \d.*held-out \d/)
    expect(slider.getAttribute('aria-valuenow')).toBe('100')
    expect(document.querySelector('table')).toBeNull()
    await byHand(() => userEvent.click(find('.data-table summary')))
    await vi.waitFor(() => expect(document.querySelectorAll('tbody tr')).toHaveLength(200))
  })
})

test('charts mark the step that time travel shows, and say when the held-out value was measured', () => {
  show(<TrainingCharts {...metricsTo(500)} at={120} />)
  expect(find('.chart-line').textContent).toMatch(/^step 120: batch \d.*held-out \d.* \(at 100\)$/)
  expect(find('.chart-cursor line')).toBeTruthy()
})

describe('transport', () => {
  const note = (name: string) => (value?: unknown) => {
    calls.push(value === undefined ? name : `${name} ${JSON.stringify(value)}`)
  }
  const props: TransportProps = {
    phase: 'paused',
    step: 10,
    epoch: 1,
    heldOutAccuracy: null,
    stepsPerSecond: 0,
    progress: null,
    backend: null,
    settings: {
      learningRate: 0.002,
      batchSize: 32,
      stopAtAccuracy: null,
      maxStepsPerSecond: null,
      backend: 'auto',
    },
    onSettings: note('settings'),
    onAdvance: note('advance'),
    onReset: note('reset'),
    onNewStart: note('new'),
  }
  const click = (text: string) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === text)
    if (button === undefined) throw new Error(`no button ${text}`)
    act(() => button.click())
  }

  test('every control reaches its callback', async () => {
    calls.length = 0
    show(<Transport {...props} />)
    for (const button of ['One batch', 'One epoch', 'More', 'Reset to the same start', 'New start']) {
      click(button)
    }
    find<HTMLInputElement>('input[type=range]').focus()
    await byHand(() => userEvent.keyboard('{ArrowRight}'))
    const [speed, stopAt, batch, backend] = document.querySelectorAll('select')
    for (const [select, option] of [
      [speed, '5 steps a second'],
      [stopAt, '95% held-out'],
      [batch, '64 pictures'],
      [backend, 'WebAssembly'],
    ] as const) {
      if (select === undefined) throw new Error('a select is missing')
      await byHand(() => userEvent.selectOptions(select, option))
    }
    expect(calls).toEqual([
      'advance "batch"',
      'advance "epoch"',
      'reset',
      'new',
      'settings {"learningRate":0.004}',
      'settings {"maxStepsPerSecond":5}',
      'settings {"stopAtAccuracy":0.95}',
      'settings {"batchSize":64}',
      'settings {"backend":"wasm"}',
    ])
  })

  test('training becomes pause in place, and says a change of phase once', async () => {
    calls.length = 0
    show(<Playing phase='ready' />)
    const train = find<HTMLButtonElement>('button.train')
    expect(find('[role=status]').textContent).toBe('')
    train.focus()
    click('Train from scratch')
    expect(document.activeElement).toBe(train)
    expect(train.textContent).toBe('Pause')
    expect(find('[role=status]').textContent).toBe('Training.')
    click('Pause')
    expect(train.textContent).toBe('Train from scratch')
    expect(find('[role=status]').textContent).toBe('Paused at step 10.')
    expect(calls).toEqual(['play', 'pause'])
  })

  test('while the engine loads, its buttons answer nobody', () => {
    calls.length = 0
    show(
      <>
        <Playing phase='loading' />
        <Transport {...props} phase='loading' />
      </>,
    )
    for (const button of ['Loading', 'One batch', 'One epoch']) click(button)
    expect(calls).toEqual([])
  })

  test('fits one bar of 48 px at full width', () => {
    show(
      <div style={{ width: 1360 }}>
        <Transport {...props} />
      </div>,
    )
    expect(find('.transport-bar').getBoundingClientRect().height).toBeLessThanOrEqual(48)
  })
})

describe('pictures', () => {
  test('a picture is painted at data resolution', async () => {
    document.documentElement.dataset.theme = 'light'
    const data = new Float32Array(28 * 28 * 2)
    data[2 * (3 * 28 + 5) + 1] = 1
    show(<InkPicture picture={{ shape: [28, 28, 2], data }} size={84} alt='dot' />)
    const canvas = find<HTMLCanvasElement>('canvas')
    expect([canvas.width, canvas.clientWidth]).toEqual([28, 84])
    // Whatever stood in for the picture is over once it is painted.
    await expect.poll(() => canvas.dataset.painted).toBe('')
    expect(pixel(canvas, 5, 3)).toEqual([...rgb(palettes.light.inkB)])
    expect(pixel(canvas, 6, 3)).toEqual([...rgb(palettes.light.paper)])
  })

  test('arrow keys go along the samples', async () => {
    const chosen: number[] = []
    show(<Picking onChoose={(index) => chosen.push(index)} />)
    find<HTMLInputElement>('input:checked').focus()
    await byHand(() => userEvent.keyboard('{ArrowRight}{ArrowRight}'))
    expect(chosen).toEqual([1, 2])
    expect(find('.picker-row p').textContent).toBe('Held-out picture 2 of 3 · true digit 5')
  })

  test('the pad hands strokes on in its own unit, at the end of each and after undo', () => {
    const drawn: (readonly Stroke[])[] = []
    show(<DrawPad result={null} onDraw={(strokes) => drawn.push(strokes)} />)
    const pad = find<SVGSVGElement>('.draw-pad svg')
    holdPointers(pad)
    const { width } = pad.getBoundingClientRect()
    point(pad, 'pointermove', 1, 1)
    expect(drawn).toEqual([])
    point(pad, 'pointerdown', width / 4, width / 4)
    point(pad, 'pointermove', width / 2, width / 4)
    point(pad, 'pointerup', width / 2, width / 4)
    const stroke = drawn.at(-1)?.[0]
    expect(stroke).toHaveLength(2)
    expect(stroke?.[1]?.x).toBeCloseTo(padSide / 2, 0)
    expect(stroke?.[1]?.y).toBeCloseTo(padSide / 4, 0)
    act(() => find<HTMLButtonElement>('.draw-pad button').click())
    expect(drawn.at(-1)).toEqual([])
  })
})
