/** A run that was kept may go on elsewhere than it was computed: what is kept of that, and what is said. */
import { expect, test } from 'vitest'
import { StoreProvider } from '../../../../src/components/store.tsx'
import { engineEvents } from '../../../../src/components/training/controller/engineEvents.ts'
import { emptyRun, wantedRun } from '../../../../src/components/training/controller/liveRun.ts'
import type { Training } from '../../../../src/components/training/controller/training.ts'
import { RunNotices } from '../../../../src/components/training/controls/RunNotices.tsx'
import { streamStateLength } from '../../../../src/model/data/stream.ts'
import type { BackendName, BackendReport, Checkpoint, Phase } from '../../../../src/model/engine/protocol.ts'
import { createAppStore } from '../../../../src/model/state/store.ts'
import { storedRun } from '../../../model/storedRuns.ts'
import { html } from '../../render.tsx'
import { storeWithRun } from '../recordedRun.ts'

const stored = storedRun('inks-se')
const config = wantedRun(createAppStore({ snapshots: { [stored.id]: stored } }).getState())
const checkpoint: Checkpoint = {
  config,
  step: 40,
  weights: stored.weights,
  moments: new Float32Array(),
  random: new Uint32Array(streamStateLength),
}
const report = (chosen: BackendName): BackendReport => ({
  chosen,
  reason: 'fastest',
  stepMs: {},
  renderer: null,
})

test('what is kept says what computed it', () => {
  const offered: Checkpoint[] = []
  const kept = { offer: (one: Checkpoint) => void offered.push(one), flush: () => undefined }
  const hear = engineEvents(
    createAppStore({}),
    kept,
    () => 1,
    () => null,
  )
  hear({ type: 'checkpoint', run: 1, checkpoint })
  for (const chosen of ['webgl', 'wasm'] as const) {
    hear({ type: 'backend', run: 1, report: report(chosen) })
    hear({ type: 'checkpoint', run: 1, checkpoint })
  }
  // The state that it goes on from was not computed here.
  hear({ type: 'checkpoint', run: 1, checkpoint: { ...checkpoint, computedBy: 'webgl' } })
  expect(offered.map(({ computedBy }) => computedBy)).toEqual([undefined, 'webgl', 'wasm', 'webgl'])
})

/** What is said of a run that was computed `before` and is with `now`. */
function said(
  before: BackendName | null,
  now: BackendName,
  { lang = 'en', phase = 'paused' }: { lang?: 'en' | 'ko'; phase?: Phase } = {},
): string {
  const from: Checkpoint = before === null ? checkpoint : { ...checkpoint, computedBy: before }
  const engine = { phase, pausing: false, progress: null, backend: report(now), trouble: null }
  const store = storeWithRun(stored, emptyRun(1, config, from), { engine })
  const page = html(
    <StoreProvider store={store}>
      <RunNotices training={{} as Training} />
    </StoreProvider>,
    lang,
  )
  return page.replace(/<[^>]*>/g, '')
}

test('a run that another backend goes on with: a word, in both languages', () => {
  expect(said('webgl', 'wasm')).toBe('WebGL computed this run so far; from here on WebAssembly does.')
  expect(said('wasm', 'cpu', { lang: 'ko' })).toBe(
    '지금까지 WebAssembly 방식으로 계산했고, 여기서부터는 JavaScript 방식으로 계산합니다.',
  )
})

test('none where it is the same, or not known of an old run, or not yet', () => {
  expect(said('wasm', 'wasm')).toBe('')
  expect(said(null, 'wasm')).toBe('')
  expect(said('webgl', 'wasm', { phase: 'loading' })).toBe('')
})
