import { beforeEach, describe, expect, test } from 'vitest'
import { emptyRun } from '../../../src/components/training/controller/liveRun.ts'
import { cuedProblem } from '../../../src/model/data/series/cued.ts'
import { imageNetworkConfig } from '../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import { idleBlock } from '../../../src/model/state/blockChanges.ts'
import { noEdits } from '../../../src/model/state/edits.ts'
import * as selection from '../../../src/model/state/selection.ts'
import type { LoadedProblem } from '../../../src/model/state/series.ts'
import * as runs from '../../../src/model/state/shownRun.ts'
import * as samples from '../../../src/model/state/shownSamples.ts'
import { changeEdits, dragGate, endGesture, undoEdit } from '../../../src/model/state/slices/edits.ts'
import { beginRun, changeRun, chooseTraining, noteEngine } from '../../../src/model/state/slices/run.ts'
import { chooseRatio } from '../../../src/model/state/slices/view.ts'
import {
  type AppState,
  type AppStore,
  addressDefaults,
  applyAddress,
  chooseNet,
  chooseSite,
  createAppStore,
  goToStep,
  hoverAt,
  showStored,
} from '../../../src/model/state/store.ts'
import { decodeQuery } from '../../../src/model/state/urlCodec.ts'
import { storedSeriesRun as cuedRun, storedRun } from '../storedRuns.ts'

const run = storedRun('inks-se')

describe('the store', () => {
  let store: AppStore
  const here = (): AppState => store.getState()
  const snapshots = {
    'inks-se': run,
    'digits-se': storedRun('digits-se'),
    'inks-plain': storedRun('inks-plain'),
  }
  beforeEach(() => {
    store = createAppStore({ snapshots })
  })

  test('shows the featuredSample at first', () => {
    const featured = run.featuredSample
    expect(selection.pinned(here())?.index.c).toBe(featured?.channel)
    expect(samples.picture(here())?.spec).toEqual({
      kind: 'heldOut',
      index: featured?.index,
      bar: featured?.barA,
    })
    expect(selection.isFeaturedChannel(here())).toBe(true)
    store.setState({ channel: ((featured?.channel ?? 0) + 1) % 16 })
    expect(selection.isFeaturedChannel(here())).toBe(false)
  })

  test('opens on the version whose reading the gates turn, not on the one in the list', () => {
    const featured = run.featuredSample
    const stored = run.samples.find(({ index }) => index === featured?.index)
    const other = stored?.bar === 0 ? 1 : 0
    const told = {
      ...run,
      featuredSample: featured === null ? null : ({ ...featured, barA: other } as const),
    }
    store.setState({ snapshots: { 'inks-se': told } })
    expect(samples.picture(here())).toMatchObject({ bar: other, label: stored?.labels[other] })
    expect(samples.otherPicture(here())).toMatchObject({ bar: stored?.bar })
    // The address names a version only once the reader has chosen one.
    expect(here().sample).toBeNull()
    store.setState({ sample: { kind: 'heldOut', index: stored?.index ?? -1, bar: null } })
    expect(samples.picture(here())?.bar).toBe(stored?.bar)
  })

  test('a stored run on series names its series and cue; the network without SE opens on the same', () => {
    const problem = cuedProblem({ train: 6, validation: 3, test: 12 })
    const cued = {
      ...cuedRun('cued-se'),
      featuredSample: { site: 'site2', channel: 20, index: 7, barA: 0, closing: null, patches: [] } as const,
    }
    const plain = { ...cuedRun('cued-plain'), featuredSample: cued.featuredSample }
    chooseNet(store, 'series')
    store.setState({
      data: 'cued',
      snapshots: { 'cued-se': cued, 'cued-plain': plain },
      problem: {
        key: 'cued',
        problem,
        twins: new Float32Array(problem.test.x.length),
        twinLabels: new Uint8Array(12),
        truth: null,
        names: null,
      },
    })
    expect(problem.test.group[7]).toBe(0)
    for (const snapshot of ['se', 'plain'] as const) {
      store.setState({ snapshot })
      expect(samples.picture(here())?.spec).toEqual({ kind: 'heldOut', index: 7, bar: 0 })
      expect(selection.pinned(here())?.index.c).toBe(20)
    }
    expect(samples.otherPicture(here())?.bar).toBe(1)
  })

  test('a series without a cue is compared with the next one of another class', () => {
    const base = cuedProblem({ train: 6, validation: 3, test: 6 })
    const show = (...y: number[]) => {
      const problem = { ...base, test: { ...base.test, y: Uint8Array.from(y) } }
      const loaded = { key: 'weather-city', problem, twins: null, twinLabels: null, truth: null, names: null }
      chooseNet(store, 'series')
      store.setState({ data: 'weather', problem: loaded })
    }
    const other = (index: number) => {
      store.setState({ sample: { kind: 'heldOut', index, bar: null } })
      const picture = samples.otherPicture(here())
      return picture === null ? null : [picture.spec, picture.label]
    }
    show(0, 0, 2, 1, 1, 1)
    expect(other(0)).toEqual([{ kind: 'heldOut', index: 2, bar: null }, 2])
    expect(other(2)).toEqual([{ kind: 'heldOut', index: 3, bar: null }, 1])
    // Beyond the last it begins anew.
    expect(other(3)).toEqual([{ kind: 'heldOut', index: 0, bar: null }, 0])
    show(1, 1, 1, 1, 0, 1)
    expect(other(5)).toEqual([{ kind: 'heldOut', index: 4, bar: null }, 0])
    show(1, 1, 1, 1, 1, 1)
    expect(other(2)).toBeNull()
  })

  test('clamps the selection to the site', () => {
    store.setState({ channel: 31, hidden: 7, cell: { h: 13, w: 13 }, site: 'site2' })
    expect(selection.pinned(here())).toMatchObject({ index: { c: 31, k: 7, h: 6, w: 6 } })
    store.setState({ site: 'site1' })
    expect(selection.pinned(here())).toMatchObject({ index: { c: 15, k: 3, h: 13, w: 13 } })
  })

  test('asks twice, gets the same object', () => {
    for (const pick of [
      runs.shownNetwork,
      samples.picture,
      samples.otherPicture,
      selection.view,
      selection.pinned,
    ]) {
      expect(pick(here())).not.toBeNull()
      expect(pick(here())).toBe(pick(here()))
    }
  })

  test('without pictures or network it shows nothing, and throws nothing', () => {
    const empty = createAppStore().getState()
    for (const pick of [
      runs.shownNetwork,
      samples.picture,
      samples.otherPicture,
      selection.view,
      selection.pinned,
    ])
      expect(pick(empty)).toBeNull()
  })

  test('shows the first stored picture while the held-out file is on its way', () => {
    store.setState({ sample: { kind: 'composed', first: 1, second: 2, bar: 0 } })
    expect(samples.picture(here())?.digits).toEqual(run.samples[0]?.digits)
  })

  test.each([
    ['that is on its way', { kind: 'heldOut', index: 1999, bar: 1 }],
    ['that this browser never had', { kind: 'drawn' }],
  ] as const)('stands still in the place of a picture %s', (_, sample) => {
    store.setState({ sample })
    for (const pick of [samples.picture, samples.otherPicture, selection.view]) {
      expect(pick(here())).not.toBeNull()
      expect(pick(here())).toBe(pick(here()))
    }
  })

  test('another r is an untrained network; the trained r is the stored one', () => {
    store.setState({ r: 2 })
    expect(runs.shownNetwork(here())).toMatchObject({ origin: 'untrained', config: { ratio: 2 } })
    store.setState({ r: run.config.ratio })
    expect(runs.shownNetwork(here())?.origin).toBe('snapshot')
  })

  test.each([
    { gate: 'tanh' },
    { squeeze: 'max' },
    { place: 'pre' },
    { place: 'post' },
    { place: 'identity', r: 8, gate: 'relu' },
  ] as const)('another block than the stored run’s is shown as it computes: %o', (choices) => {
    store.setState(choices)
    const { r, ...block } = { r: run.config.ratio, ...choices }
    const shown = runs.shownNetwork(here())
    expect(shown).toMatchObject({ origin: 'untrained', config: { ...block, ratio: r } })
    expect(selection.isFeaturedChannel(here())).toBe(false)
    const picture = samples.picture(here())
    if (shown === null || picture === null) throw new Error('nothing is shown')
    const config = imageNetworkConfig('inks', { ...block, ratio: r })
    const computed = forwardNetwork(imageNetworkPlan(config), shown.weights, picture.input)
    expect(selection.view(here())?.trace.probabilities).toEqual(computed.probabilities)
    // The way back, and another network, take the stored block.
    showStored(store)
    expect(runs.shownNetwork(here())?.origin).toBe('snapshot')
  })

  test('a run of another block waits: the one that is asked for is shown', () => {
    const network = imageNetworkConfig('inks', { gate: 'tanh' })
    beginRun(store, emptyRun(1, { net: 'inks', network, seed: 1, ...here().training }))
    expect(runs.liveRun(here())).toBeNull()
    store.setState({ gate: 'tanh' })
    expect(runs.liveRun(here())?.run).toBe(1)
    chooseNet(store, 'digits')
    expect(here().gate).toBe('sigmoid')
  })

  test('a block that cannot be had is named', () => {
    const idle = (choices: Partial<AppState>) => idleBlock({ ...here(), ...choices })
    expect(idle({ gate: 'tanh', place: 'pre' })).toBeNull()
    expect(idle({ net: 'series', gate: 'tanh', place: 'pre' })).toEqual({ place: 'pre' })
    expect(idle({ snapshot: 'plain', gate: 'tanh', squeeze: 'max' })).toEqual({
      gate: 'tanh',
      squeeze: 'max',
    })
  })

  test('holding to compare freezes the gates of every site at their mean, whatever the edits', () => {
    store.setState({ edit: { ...noEdits, gates: { 0: 0 } }, comparing: true })
    const view = selection.view(here())
    const shown = runs.shownNetwork(here())
    if (view === null || shown === null) throw new Error('nothing on show')
    for (const { site, meanGate } of shown.population) {
      expect([...(view.trace.sites[site]?.block?.s.data ?? [])]).toEqual([...Float32Array.from(meanGate)])
    }
    expect(view.trace.logits).toEqual(view.frozen?.logits)
    store.setState({ comparing: false })
    expect(selection.view(here())?.trace.sites.site1?.block?.s.data[0]).toBe(0)
  })

  test('Back to another network brings the rate of its recipe; the same network keeps what was chosen', () => {
    const rate = () => here().training.learningRate
    const to = (query: string) => applyAddress(store, decodeQuery(query), addressDefaults('en'))
    to('?net=series')
    expect(rate()).toBe(0.001)
    to('')
    expect([here().net, rate()]).toEqual(['inks', 0.004])
    chooseTraining(store, { learningRate: 0.1 })
    to('?step=gate')
    expect([here().stage, rate()]).toEqual(['s', 0.1])
    to('?from=mlstm-fcn')
    expect([here().net, rate()]).toEqual(['series', 0.001])
  })

  test('Back is one change: nobody sees the defaults in between', () => {
    const problem = { key: 'cued' } as LoadedProblem
    store.setState({ net: 'series', data: 'cued', problem, step: 'gate' })
    const seen: string[] = []
    store.subscribe(({ data }) => seen.push(data))
    applyAddress(store, decodeQuery('?net=series&data=cued'), addressDefaults('en'))
    expect(seen).toEqual(['cued'])
    expect(here()).toMatchObject({ step: 'why', stage: 's', problem })
  })

  test('a held frame belongs to its run: any other is shown as it is', () => {
    const config = (net: 'inks' | 'digits') => ({
      net,
      network: imageNetworkConfig(net),
      seed: 1,
      ...here().training,
    })
    const at = (run: number, step: number, net: 'inks' | 'digits') => ({
      ...emptyRun(run, config(net)),
      step,
    })
    const over = { stage: 's', index: { c: 0, k: 0, h: 0, w: 0, t: 0 } } as const
    noteEngine(store, { phase: 'running' })
    beginRun(store, at(1, 0, 'inks'))
    changeRun(store, (live) => ({ ...live, step: 3 }))
    hoverAt(store, over)
    changeRun(store, (live) => ({ ...live, step: 4 }))
    expect(runs.heldFrame(here())).toMatchObject({ run: 1, step: 3 })
    expect(runs.shownNetwork(here())?.step).toBe(3)

    // The pointer rests; keys choose another network and start it.
    store.setState({ net: 'digits', live: at(2, 7, 'digits') })
    expect(runs.heldFrame(here())).toBeNull()
    expect(runs.shownNetwork(here())?.step).toBe(7)
    expect(selection.view(here())).not.toBeNull()
    // Pointing at it holds its own frame.
    hoverAt(store, over)
    expect(runs.heldFrame(here())).toMatchObject({ run: 2, step: 7 })
    // A run that begins anew, under the same number, holds nothing of before.
    beginRun(store, at(2, 0, 'digits'))
    expect(runs.heldFrame(here())).toBeNull()
  })

  test('what the pointer is over stays within a block that was made smaller under it', () => {
    hoverAt(store, { stage: 'hidden', index: { c: 15, k: 3, h: 0, w: 0, t: 0 } })
    expect(selection.selection(here())).toBe(here().hover)
    chooseRatio(store, 16)
    expect(selection.selection(here())).toMatchObject({ stage: 'hidden', index: { c: 15, k: 0 } })
    expect(selection.selection(here())).toBe(selection.selection(here()))
  })

  test('without SE there is U, no block', () => {
    store.setState({ snapshot: 'plain' })
    const view = selection.view(here())
    expect(view?.trace.sites.site1?.block).toBeNull()
    expect(view?.trace.sites.site1?.U.shape).toEqual([14, 14, 16])
  })

  test('undo takes back one change at a time, a drag as one', () => {
    changeEdits(store, (edits) => ({ ...edits, squeeze: 'max' }))
    for (const gate of [0.3, 0.2, 0.1]) dragGate(store, 4, gate)
    expect(here().edit).toEqual({ ...noEdits, squeeze: 'max', gates: { 4: 0.1 } })
    undoEdit(store)
    expect(here().edit).toEqual({ ...noEdits, squeeze: 'max' })
    undoEdit(store)
    expect(here().edit).toBe(noEdits)
    undoEdit(store)
    expect(here().edit).toBe(noEdits)
  })

  test('what changes nothing is not to be undone, nor is what was done on another step', () => {
    changeEdits(store, (edits) => ({ ...edits, source: 'own', gates: {} }))
    expect(here().undo).toEqual([])
    expect(here().edit).toBe(noEdits)
    changeEdits(store, (edits) => ({ ...edits, squeeze: 'max' }))
    expect(here().undo).toHaveLength(1)
    goToStep(store, 'scale')
    expect([here().undo, here().edit]).toEqual([[], noEdits])
    dragGate(store, 4, 0.3)
    applyAddress(store, decodeQuery('?step=gate'), addressDefaults('en'))
    expect([here().undo, here().gesture]).toEqual([[], null])
  })

  test('another gate, another grip and another change each begin a gesture of their own', () => {
    const gates = () => here().edit.gates
    dragGate(store, 4, 0.3)
    dragGate(store, 5, 0.9)
    dragGate(store, 5, 0.8)
    endGesture(store)
    dragGate(store, 5, 0.7)
    changeEdits(store, (edits) => ({ ...edits, permutation: 1 }))
    dragGate(store, 5, 0.6)
    expect(here().undo).toHaveLength(5)
    undoEdit(store)
    expect(gates()).toEqual({ 4: 0.3, 5: 0.7 })
    // Undo has ended the gesture too.
    dragGate(store, 5, 0.5)
    undoEdit(store)
    expect(gates()).toEqual({ 4: 0.3, 5: 0.7 })
    undoEdit(store)
    undoEdit(store)
    expect(gates()).toEqual({ 4: 0.3, 5: 0.8 })
    undoEdit(store)
    expect(gates()).toEqual({ 4: 0.3 })
    undoEdit(store)
    expect(here().edit).toBe(noEdits)
  })

  test('remembers twenty changes', () => {
    for (let i = 0; i < 30; i++) changeEdits(store, () => ({ ...noEdits, permutation: i }))
    expect(here().undo).toHaveLength(20)
    expect(here().undo[0]?.permutation).toBe(9)
  })

  test('a step keeps sample and channel and begins with the block as trained; another net or site drops what does not fit it', () => {
    store.setState({ channel: 9, edit: { ...noEdits, squeeze: 'max' } })
    goToStep(store, 'scale')
    expect(here()).toMatchObject({ step: 'scale', stage: 'out', channel: 9, edit: noEdits })
    chooseSite(store, 'site2')
    expect(here()).toMatchObject({ site: 'site2', channel: null, edit: noEdits, step: 'scale' })
    store.setState({ sample: { kind: 'drawn' }, r: 8, channel: 20 })
    chooseNet(store, 'digits')
    expect(here()).toMatchObject({ net: 'digits', site: null, sample: null, r: null, channel: null })
    expect(samples.otherPicture(here())?.label).not.toBe(samples.picture(here())?.label)
  })
})
