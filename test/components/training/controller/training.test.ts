/** What the page asks of the engine, with an engine that answers when the test says so. */
import { expect, test } from 'vitest'
import { withFrame } from '../../../../src/components/training/controller/liveRun.ts'
import { createTraining } from '../../../../src/components/training/controller/training.ts'
import type { EngineClient } from '../../../../src/model/engine/client/client.ts'
import type {
  BackendReport,
  Checkpoint,
  EngineEvent,
  Frame,
  RunConfig,
} from '../../../../src/model/engine/protocol.ts'
import { imageNetworkConfig } from '../../../../src/model/networks/config.ts'
import { trainingChoices } from '../../../../src/model/state/shownRun.ts'
import type { LiveRun } from '../../../../src/model/state/slices/run.ts'
import { chooseNet, createAppStore, goToStep } from '../../../../src/model/state/store.ts'
import { storedRun } from '../../../model/storedRuns.ts'

const report: BackendReport = { chosen: 'wasm', reason: 'webglMissing', stepMs: {}, renderer: null }

interface Asked {
  readonly run: number
  readonly config: RunConfig
  readonly from: Checkpoint | undefined
  answer(): void
  refuse(error: Error): void
}

function rig() {
  const store = createAppStore({ snapshots: { 'inks-se': storedRun('inks-se') } })
  const prepared: Asked[] = []
  const calls: string[] = []
  let onEvent: (event: EngineEvent) => void = () => undefined
  const noted = (name: string) => async () => void calls.push(name)
  const refused = () => Promise.reject(new Error('not in this test'))
  const engine: EngineClient = {
    prepare: (run, config, from) =>
      new Promise((resolve, reject) => {
        calls.push(`prepare ${run}`)
        prepared.push({ run, config, from, answer: () => resolve(report), refuse: reject })
      }),
    play: noted('play'),
    pause: noted('pause'),
    advance: async (unit) => void calls.push(unit),
    reset: noted('reset'),
    tune: async (changes) => void calls.push(`tune ${JSON.stringify(changes)}`),
    credit: () => undefined,
    checkpoint: refused,
    population: refused,
    inspect: refused,
    evaluateSet: refused,
    dispose: refused,
    loseContext: refused,
    terminateForTest: () => undefined,
  }
  const training = createTraining(store, async (heard) => {
    onEvent = heard
    return engine
  })
  const asked = (i: number): Asked => {
    const one = prepared[i]
    if (one === undefined) throw new Error(`only ${prepared.length} runs were asked for`)
    return one
  }
  return { store, training, calls, asked, say: (event: EngineEvent) => onEvent(event) }
}

const frameAt = ({ run, weights }: LiveRun, step: number): Frame => ({
  run,
  step,
  epoch: 0,
  weights,
  metrics: [],
  heldOut: null,
  chosen: null,
  stepsPerSecond: 0,
  learningRate: 0.01,
  tensors: 0,
})

/** Until nothing more happens by itself: a new run is made in some forty pieces, each in a task of its own. */
async function turn(): Promise<void> {
  for (let i = 0; i < 100; i++) await new Promise((resolve) => setImmediate(resolve))
}

test('a count of gates that comes while it trains is shown with its own step and number', async () => {
  const { training, asked, store, say } = rig()
  const played = training.play()
  await turn()
  asked(0).answer()
  await played
  const site = { id: 'site1', meanGate: new Float32Array(16), meanGateByGroup: [], deadHidden: [true] }
  say({ type: 'population', run: 1, stats: { step: 250, count: 100, sites: [site] } })
  const { live } = store.getState()
  expect(live?.populationStep).toBe(250)
  expect(live?.population).toMatchObject([{ site: 'site1', count: 100, deadHidden: [true] }])
  if (live === null) throw new Error('no run')
  // A run that goes back has not been counted yet.
  expect(withFrame(live, frameAt(live, 300)).populationStep).toBe(250)
  expect(withFrame(live, frameAt(live, 240))).toMatchObject({ populationStep: null, population: [] })
})

test('play pressed twice prepares one run and plays it once', async () => {
  const { training, calls, asked, store } = rig()
  const presses = [training.play(), training.play()]
  expect(store.getState().engine).toMatchObject({ phase: 'loading', progress: { part: 'engine' } })
  await turn()
  expect(calls).toEqual(['prepare 1'])
  asked(0).answer()
  await Promise.all(presses)
  expect(calls).toEqual(['prepare 1', 'play'])
})

test('pause while a run is being made: there is none, and nothing loads', async () => {
  const { training, calls, store } = rig()
  const played = training.play()
  await training.pause()
  await played
  expect(calls).toEqual([])
  expect(store.getState()).toMatchObject({ live: null, engine: { phase: 'idle', progress: null } })
})

test('pause while a run is being prepared: it is not played', async () => {
  const { training, calls, asked, store } = rig()
  const played = training.play()
  await turn()
  await training.pause()
  asked(0).answer()
  await played
  expect(calls).toEqual(['prepare 1', 'pause'])
  expect(store.getState().live?.run).toBe(1)
  // The run is there: nothing has to be prepared again.
  await training.play()
  expect(calls).toEqual(['prepare 1', 'pause', 'play'])
})

test('a step taken between Pause and the end of the step under way leaves the run', async () => {
  const { training, asked, store, say } = rig()
  const played = training.play()
  await turn()
  asked(0).answer()
  await played
  const run = store.getState().live?.run ?? 0
  say({ type: 'phase', run, phase: 'running' })
  goToStep(store, 'gate')
  expect(store.getState().watchesRun).toBe(true)
  const paused = training.pause()
  goToStep(store, 'scale')
  expect(store.getState().watchesRun).toBe(false)
  await paused
  say({ type: 'phase', run, phase: 'paused' })
  expect(store.getState()).toMatchObject({ watchesRun: false, engine: { phase: 'paused', pausing: false } })
})

test('play, SE off, play: only the second network trains, though the first is ready sooner', async () => {
  const { training, calls, asked, store } = rig()
  const first = training.play()
  await turn()
  store.setState({ snapshot: 'plain' })
  const second = training.play()
  await turn()
  asked(0).answer()
  await first
  expect(calls).toEqual(['prepare 1', 'prepare 2'])
  asked(1).answer()
  await second
  expect(calls).toEqual(['prepare 1', 'prepare 2', 'play'])
  expect(asked(1).config.network.squeezeExcite).toBe(false)
  expect(store.getState().live?.run).toBe(2)
})

test('a run that is left while it is being prepared neither plays nor shows itself', async () => {
  const { training, calls, asked, store, say } = rig()
  const played = training.play()
  await turn()
  await training.leave()
  say({ type: 'phase', run: 1, phase: 'ready' })
  asked(0).answer()
  await played
  expect(calls).toEqual(['prepare 1', 'pause'])
  expect(store.getState().live).toBeNull()
  expect(store.getState().engine.phase).toBe('idle')
})

test('the failure of a run that was replaced is nobody’s trouble', async () => {
  const { training, calls, asked, store } = rig()
  const first = training.play()
  await turn()
  const second = training.newStart()
  await turn()
  asked(0).refuse(new Error('replaced'))
  await first
  expect(store.getState().engine).toMatchObject({ phase: 'loading', trouble: null })
  asked(1).answer()
  await second
  expect(calls).toEqual(['prepare 1', 'prepare 2', 'play'])
})

test('what could not be prepared is prepared anew by the next play, and the stored run is back meanwhile', async () => {
  const { training, calls, asked, store, say } = rig()
  const first = training.play()
  await turn()
  say({ type: 'trouble', run: 1, trouble: { kind: 'dataMissing', detail: '404' } })
  asked(0).refuse(new Error('404'))
  await first
  expect(store.getState().live).toBeNull()
  // The engine's own word stays.
  expect(store.getState().engine).toMatchObject({ phase: 'idle', trouble: { kind: 'dataMissing' } })
  const second = training.play()
  await turn()
  asked(1).answer()
  await second
  expect(calls).toEqual(['prepare 1', 'prepare 2', 'play'])
  expect(store.getState().engine.trouble).toBeNull()
})

test('a kept run that could not be resumed is not lost: the next play asks for it again', async () => {
  const { training, calls, asked } = rig()
  const played = training.play()
  await turn()
  asked(0).answer()
  await played
  const config: RunConfig = {
    ...asked(0).config,
    net: 'inks',
    network: imageNetworkConfig('inks', { place: 'pre' }),
  }
  const weights = storedRun('inks-se').weights
  const kept: Checkpoint = {
    config,
    step: 40,
    weights,
    moments: new Float32Array(),
    random: new Uint32Array(),
  }
  const resumed = training.resume(kept)
  await turn()
  asked(1).refuse(new Error('no'))
  await resumed
  const again = training.play()
  await turn()
  expect(asked(2).from).toBe(kept)
  asked(2).answer()
  await again
  expect(calls.slice(2)).toEqual(['prepare 2', 'prepare 3', 'play'])
})

test('a learning rate chosen while a run is being prepared reaches it, and does not keep it from playing', async () => {
  const { training, calls, asked, store } = rig()
  const played = training.play()
  await turn()
  const chosen = training.choose({ learningRate: 0.01 })
  await turn()
  expect(calls).toEqual(['prepare 1'])
  asked(0).answer()
  await Promise.all([played, chosen])
  expect(calls.toSorted()).toEqual(['play', 'prepare 1', 'tune {"learningRate":0.01}'])
  expect(store.getState().engine.trouble).toBeNull()
})

test('a run keeps its own rate: another network has its recipe’s, and what is tuned there reaches no run that waits', async () => {
  const { training, calls, asked, store } = rig()
  const rate = () => trainingChoices(store.getState()).learningRate
  const played = training.play()
  await turn()
  asked(0).answer()
  await played
  await training.choose({ learningRate: 0.1 })
  expect(calls.at(-1)).toBe('tune {"learningRate":0.1}')
  expect(rate()).toBe(0.1)

  chooseNet(store, 'series')
  expect(rate()).toBe(0.001)
  await training.choose({ learningRate: 0.025 })
  expect(calls.at(-1)).toBe('tune {"learningRate":0.1}')
  expect(rate()).toBe(0.025)

  chooseNet(store, 'inks')
  expect(rate()).toBe(0.1)
  await training.play()
  expect(calls.at(-1)).toBe('play')
  // What is not on show is not dropped, either.
  chooseNet(store, 'digits')
  await training.choose({ batchSize: 64 })
  expect(store.getState().live?.run).toBe(1)
  chooseNet(store, 'inks')
  expect(trainingChoices(store.getState())).toMatchObject({ batchSize: 16, learningRate: 0.1 })
})

test('a new start is trained as the run on show was', async () => {
  const { training, asked } = rig()
  const played = training.play()
  await turn()
  asked(0).answer()
  await played
  await training.choose({ learningRate: 0.1 })
  void training.newStart()
  await turn()
  expect(asked(1).config).toMatchObject({ seed: 2, learningRate: 0.1 })
})
