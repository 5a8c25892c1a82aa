import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { StoreProvider } from '../../../src/components/store.tsx'
import { curveRows, curveSummary, curvesOf } from '../../../src/components/training/charts/curves.ts'
import { GateCurveFigure } from '../../../src/components/training/charts/GateCurveFigure.tsx'
import { GateHistogram } from '../../../src/components/training/charts/GateHistogram.tsx'
import { GateHistoryText } from '../../../src/components/training/charts/GateHistoryText.tsx'
import { GateTimes } from '../../../src/components/training/charts/GateTimes.tsx'
import { largestChange } from '../../../src/components/training/charts/gateHistoryTable.ts'
import { TrainingCharts } from '../../../src/components/training/charts/TrainingCharts.tsx'
import { tableRows } from '../../../src/components/training/charts/tableRows.ts'
import type { Training } from '../../../src/components/training/controller/training.ts'
import { Announcement } from '../../../src/components/training/controls/Announcement.tsx'
import { progressText } from '../../../src/components/training/controls/Progress.tsx'
import { ratePosition, rates } from '../../../src/components/training/controls/rates.ts'
import { StoredRunNotice } from '../../../src/components/training/controls/StoredRunNotice.tsx'
import { TrainButton } from '../../../src/components/training/controls/TrainButton.tsx'
import { Transport, type TransportProps } from '../../../src/components/training/controls/Transport.tsx'
import { TroubleNotice } from '../../../src/components/training/controls/TroubleNotice.tsx'
import { secondsLeft } from '../../../src/components/training/controls/timeLeft.ts'
import { backendText, phaseText } from '../../../src/components/training/controls/words.ts'
import type { BackendReport, LoadProgress, Phase, Trouble } from '../../../src/model/engine/protocol.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import * as selection from '../../../src/model/state/selection.ts'
import * as samples from '../../../src/model/state/shownSamples.ts'
import type { LiveRun } from '../../../src/model/state/slices/run.ts'
import { type AppState, createAppStore } from '../../../src/model/state/store.ts'
import { storedRun } from '../../model/storedRuns.ts'
import { html, text } from '../render.tsx'
import { recordedRun, storeWithRun } from './recordedRun.ts'

const nothing = () => undefined
const languages = ['en', 'ko'] as const
const phases: readonly Phase[] = ['idle', 'loading', 'ready', 'running', 'paused', 'done', 'diverged', 'lost']

const transport: TransportProps = {
  phase: 'paused',
  step: 1412,
  epoch: 3,
  heldOutAccuracy: 0.916,
  stepsPerSecond: 46.4,
  progress: null,
  backend: null,
  settings: {
    learningRate: 0.002,
    batchSize: 32,
    stopAtAccuracy: 0.95,
    maxStepsPerSecond: null,
    backend: 'auto',
  },
  onSettings: nothing,
  onAdvance: nothing,
  onReset: nothing,
  onNewStart: nothing,
}

describe('transport', () => {
  test('prints step, epoch, held-out accuracy and speed', () => {
    const page = html(<Transport {...transport} />)
    for (const value of ['>1,412<', '>3<', '>91.6%<', '>46<']) expect(page).toContain(value)
  })

  test('while loading the progress stands where the numbers were', () => {
    const progress: LoadProgress = { part: 'data', done: 120_000, total: 433_000, unit: 'bytes' }
    const page = html(<Transport {...transport} phase='loading' progress={progress} />)
    expect(page).toContain(
      '<progress value="120000" max="433000" aria-label="Loading the pictures: 120 of 433 kB">',
    )
    expect(page).not.toContain('data-readout')
  })

  test.each([
    ['en', 'Loading the engine'],
    ['ko', '엔진 내려받기'],
  ] as const)('the engine itself comes in an amount that nobody knows (%s)', (lang, label) => {
    const page = html(<Transport {...transport} phase='loading' progress={{ part: 'engine' }} />, lang)
    expect(page).toContain(`<progress aria-label="${label}"></progress><span>${label}</span>`)
  })

  test('a setting that is not on the list, from a link, is offered and selected', () => {
    const page = html(<Transport {...transport} settings={{ ...transport.settings, batchSize: 24 }} />)
    expect(page).toMatch(/<option value="0" selected="">24 pictures<\/option>/)
    expect(page).toMatch(/selected="">95% held-out</)
  })

  test('an accuracy that was not measured is a dash', () => {
    expect(html(<Transport {...transport} heldOutAccuracy={null} />)).toContain('data-readout="held-out">–<')
  })

  test.each(languages)('every phase has its own words (%s)', (lang) => {
    const said = phases.map((phase) => phaseText(phase, { step: 10, heldOutAccuracy: 0.5 }, text(lang)))
    expect(new Set(said).size).toBe(phases.length)
    expect(said.join()).not.toMatch(/[{}]/)
  })

  test.each(languages)('paused at once, no step is named (%s)', (lang) => {
    expect(phaseText('paused', { step: 0, heldOutAccuracy: null }, text(lang))).not.toMatch(/\d/)
  })
})

describe('the button that trains', () => {
  const stored = storedRun('inks-se')
  const live = recordedRun(stored, [0, 600, 1200])
  const button = (changes: Partial<AppState>, lang: 'en' | 'ko' = 'en') =>
    html(
      <StoreProvider store={createAppStore({ snapshots: { 'inks-se': stored }, ...changes })}>
        <TrainButton training={{} as Training} />
      </StoreProvider>,
      lang,
    )
  const engine = (phase: Phase) => ({ phase, pausing: false, progress: null, backend: null, trouble: null })

  test('one button trains, goes on, pauses and waits', () => {
    expect(button({})).toMatch(/Train from scratch<\/button>/)
    expect(button({ live, engine: engine('running') })).toMatch(/>Pause</)
    expect(button({ engine: engine('loading') })).toMatch(/aria-disabled="true"[^>]*>.*Loading<\/button>/)
    expect(button({ live, engine: engine('paused') })).toMatch(/aria-disabled="false"[^>]*>.*Go on training</)
    expect(button({ live: { ...live, step: 0 }, engine: engine('ready') })).toMatch(/>Train from scratch</)
  })

  test('says how far the run on show is, for the eye alone, and nothing of a run of another network', () => {
    expect(button({ live })).toMatch(/aria-hidden="true"> · step 1,200</)
    expect(button({})).not.toContain('step')
    expect(button({ live, snapshot: 'plain' })).not.toContain('step 1,200')
    expect(button({ live, snapshot: 'plain' })).toContain('Train from scratch')
  })

  test.each(languages)('each of its words is another (%s)', (lang) => {
    const pages = [
      button({}, lang),
      button({ live, engine: engine('paused') }, lang),
      button({ live, engine: engine('running') }, lang),
      button({ engine: engine('loading') }, lang),
    ]
    const words = pages.map((page) => page.replace(/<span.*<\/span>|<[^>]*>/g, ''))
    expect(new Set(words).size).toBe(4)
  })
})

test('a phase that stands at first is not announced', () => {
  for (const phase of phases) {
    expect(html(<Announcement phase={phase} step={10} heldOutAccuracy={0.5} />)).toBe(
      '<p class="visually-hidden" role="status"></p>',
    )
  }
})

describe('backend in words', () => {
  const report: BackendReport = {
    chosen: 'wasm',
    reason: 'webglSoftware',
    stepMs: { webgl: 208, wasm: 21.7 },
    renderer: 'SwiftShader',
  }

  test('which, why, and what was measured', () => {
    expect(backendText(report, text())).toBe(
      'WebAssembly computes: WebGL is only imitated in software here (SwiftShader), which is slower. ' +
        'WebGL: 208 ms a step when it was tried out · WebAssembly: 21.7 ms a step when it was tried out',
    )
  })

  test.each(languages)('every reason reads on, also without measurements (%s)', (lang) => {
    const reasons: readonly BackendReport['reason'][] = [
      'fastest',
      'requested',
      'webglMissing',
      'webglSoftware',
      'webglHalfFloat',
      'webglNotLoaded',
      'webglLost',
      'wasmMissing',
    ]
    const said = reasons.map((reason) =>
      backendText({ chosen: 'cpu', reason, stepMs: {}, renderer: null }, text(lang)),
    )
    expect(new Set(said).size).toBe(reasons.length)
    for (const sentence of said) expect(sentence).toMatch(/JavaScript.*\.$/)
  })
})

describe('loading', () => {
  test('bytes in kB, other units as they are', () => {
    expect(progressText({ part: 'data', done: 3000, total: 12_000, unit: 'pictures' }, text())).toBe(
      'Loading the pictures: 3,000 of 12,000 pictures',
    )
    expect(progressText({ part: 'warmup', done: 1, total: 2, unit: 'steps' }, text('ko'))).toBe(
      '예열: 2스텝 중 1스텝',
    )
  })

  test('time left at the speed so far, once that means something', () => {
    expect(secondsLeft(2000, 1, 4)).toBe(6)
    expect(secondsLeft(500, 1, 4)).toBeNull()
    expect(secondsLeft(2000, 0, 4)).toBeNull()
    expect(secondsLeft(2000, 4, 4)).toBeNull()
  })
})

test('the rate slider goes up by factors, and finds any rate', () => {
  for (let i = 1; i < rates.length; i++) {
    const factor = (rates[i] ?? 0) / (rates[i - 1] ?? 1)
    expect(factor).toBeGreaterThan(1.3)
    expect(factor).toBeLessThan(1.7)
  }
  for (const [i, rate] of rates.entries()) expect(ratePosition(rate)).toBe(i)
  expect(rates[ratePosition(0.0042)]).toBe(0.004)
  expect(ratePosition(1e6)).toBe(rates.length - 1)
})

describe('trouble', () => {
  const troubles: readonly Trouble[] = [
    { kind: 'diverged', atStep: 1412, backTo: 1400, suggestedRate: 0.0005 },
    { kind: 'contextLost', backTo: 1400, backend: 'wasm' },
    { kind: 'workerLost', backTo: 1400 },
    { kind: 'dataMissing', detail: '<img src=x onerror=alert(1)>' },
    { kind: 'workerMissing' },
    { kind: 'backendMissing', backend: 'wasm' },
    { kind: 'failed', detail: '<b>no</b>' },
    { kind: 'failed', detail: 'the worker ended', backTo: 1400 },
  ]
  const notice = (trouble: Trouble, lang: 'en' | 'ko' = 'en') =>
    html(<TroubleNotice trouble={trouble} onUseRate={nothing} onRetry={nothing} onDismiss={nothing} />, lang)

  test.each(languages)('each says what happened and leaves no placeholder (%s)', (lang) => {
    const said = troubles.map((trouble) => notice(trouble, lang))
    expect(new Set(said).size).toBe(troubles.length)
    for (const page of said) expect(page).not.toMatch(/[{}]/)
  })

  test('names the steps, the way on and the rate', () => {
    const said = troubles.map((trouble) => notice(trouble))
    const [diverged = '', contextLost = ''] = said
    expect(said.at(-1)).toContain('state of step 1,400 is kept')
    for (const part of ['step 1,412', 'step 1,400', 'learning rate 0.0005</button>', 'role="alert"']) {
      expect(diverged).toContain(part)
    }
    expect(contextLost).toContain('from step 1,400, with WebAssembly')
    expect(contextLost).toContain('role="status"')
  })

  test('a hostile message stays text', () => {
    const said = troubles.map((trouble) => notice(trouble)).join('')
    expect(said).not.toMatch(/<img|<b>/)
    expect(said).toContain('&lt;img src=x')
  })
})

test.each(languages)('a stored run says its steps, seed and accuracy (%s)', (lang) => {
  const page = html(
    <StoredRunNotice steps={6000} seed={17} heldOutAccuracy={0.934} onTrain={nothing} />,
    lang,
  )
  for (const part of ['6,000', '17', '93.4%']) expect(page).toContain(part)
})

describe('training charts', () => {
  const metrics = [1, 2, 3].map((step) => ({ step, loss: 2.5 / step, accuracy: step / 10 }))
  const heldOut = [{ step: 2, loss: 1.5, accuracy: 0.25, count: 500 }]

  test('the table has a row a step, the summary the last values', () => {
    const curves = curvesOf('accuracy', metrics, heldOut)
    expect(curveRows(curves).map((row) => [row.step, row.heldOut])).toEqual([
      [1, null],
      [2, 0.25],
      [3, null],
    ])
    expect(curveSummary(curves)).toMatchObject({ step: 3, first: expect.closeTo(0.1, 9), heldOut: 0.25 })
    expect(curveSummary(curvesOf('loss', [], []))).toBeNull()
  })

  test('the page says the same as the data', () => {
    const page = html(<TrainingCharts metrics={metrics} heldOut={heldOut} at={null} />)
    const last = curveSummary(curvesOf('loss', metrics, heldOut))?.batch ?? Number.NaN
    expect(page).toContain(
      `Loss after 3 steps: batch from 2.50 to ${text().number.value(last)}, held-out 1.50.`,
    )
    expect(page.match(/<circle/g)).toHaveLength(2)
  })

  test('before training the charts are empty, not broken', () => {
    const page = html(<TrainingCharts metrics={[]} heldOut={[]} at={null} />)
    expect(page).toContain('appears while it trains')
    expect(page).not.toMatch(/NaN|<circle/)
  })

  test('a table shows at most 200 rows, evenly spread, both ends among them', () => {
    const rows = tableRows(Array.from({ length: 5000 }, (_, i) => i))
    expect(rows).toHaveLength(200)
    expect([rows[0], rows[199]]).toEqual([0, 4999])
    expect(tableRows([1, 2])).toEqual([1, 2])
  })
})

describe('gates', () => {
  const history = [
    { step: 0, gates: Float32Array.of(0.5, 0.5, 0.5) },
    { step: 40, gates: Float32Array.of(0.25, 0.75, 0.5) },
    { step: 80, gates: Float32Array.of(0.375, 0.875, 0.0) },
  ]
  const stored = storedRun('inks-se')
  const live = recordedRun(stored, [0, 600, 1200])
  const first = createAppStore({ snapshots: { 'inks-se': stored } }).getState()
  const site = selection.site(first)?.id ?? ''
  const input = samples.picture(first)?.input
  /** Computed again: the gates of the picture on show with the weights of that step. */
  const gatesAt = (i: number) => {
    const weights = live.history[i]?.weights
    if (input === undefined || weights === undefined) throw new RangeError(`nothing recorded at ${i}`)
    return forwardNetwork(live.plan, weights, input).sites[site]?.block?.s.data ?? new Float32Array()
  }
  const page = (node: ReactNode, run: LiveRun, changes: Partial<AppState> = {}) =>
    html(<StoreProvider store={storeWithRun(stored, run, changes)}>{node}</StoreProvider>)

  test('the sentence names the channel that moved the most among those drawn', () => {
    expect(largestChange(history, { from: 0, to: 2 })).toMatchObject({
      channel: 1,
      before: 0.5,
      after: 0.875,
    })
    expect(largestChange(history, { from: 0, to: 3 })?.channel).toBe(2)
    expect(largestChange(history.slice(0, 1), { from: 0, to: 3 })).toBeNull()
  })

  test('the page says the same of the run’s own gates, and lists them step by step', () => {
    const [before, after] = [gatesAt(0), gatesAt(2)]
    const moved = Array.from(before, (gate, c) => Math.abs((after[c] ?? 0) - gate))
    const channel = moved.indexOf(Math.max(...moved))
    const { number } = text()
    expect(moved[channel]).toBeGreaterThan(0.2)
    expect(page(<GateHistoryText channels={16} />, live)).toContain(
      `Between step 0 and step 1,200, channel ${channel} moved the most: its gate went from ` +
        `${number.value(before[channel] ?? 0)} to ${number.value(after[channel] ?? 0)}.`,
    )
  })

  test('nothing recorded: it says so, and has no table', () => {
    const empty = page(<GateHistoryText channels={16} />, { ...live, history: [] })
    expect(empty).toContain('No gates are recorded yet.')
    expect(empty).not.toContain('<details')
  })

  test('beside the waterfall stand the steps of its first and last line; held, the step and the way back', () => {
    const times = (changes: Partial<AppState>) =>
      page(<GateTimes channels={{ from: 0, to: 16 }} />, live, changes)
    expect(times({})).toMatch(/<span>0<\/span>.*s over time.*<span>1,200<\/span>/)
    expect(times({})).not.toContain('<button')
    expect(times({ at: 600 })).toMatch(/step 600<.*Follow the training<\/button><span>1,200<\/span>/)
  })

  test.each(languages)('the histogram counts and warns (%s)', (lang) => {
    const gates = [Float32Array.of(0.5, 0.5, 0.99, 0.01)]
    const page = html(
      <GateHistogram gates={gates} deadHidden={[true, true]} over={{ count: 1, step: 80 }} />,
      lang,
    )
    expect(page.match(/class="gate-warning"/g)).toHaveLength(2)
    expect(page.match(/25%/g)?.length).toBeGreaterThanOrEqual(4)
  })

  test('the curve says the ranges of logits and gates', () => {
    const page = html(
      <GateCurveFigure gate={(x) => x / 12 + 0.5} logits={Float32Array.of(-3, 7)} selected={1} />,
    )
    expect(page).toContain('Logits from −3.00 to 7.00 give gates from 0.250 to 1.08.')
    expect(page).toContain('Arrows: logits beyond ±6.')
  })
})
