/** Which stored run is on show, and which one names the pictures. */
import { expect, test } from 'vitest'
import type { Snapshot } from '../../../src/model/networks/snapshotTypes.ts'
import type { LoadedProblem } from '../../../src/model/state/series.ts'
import { type AppState, createAppStore } from '../../../src/model/state/store.ts'
import { isStoredSeries, namingSnapshot, snapshotOf, storedName } from '../../../src/model/state/storedRun.ts'

/** A run is known by its object. */
const ids = ['inks-se', 'inks-plain', 'digits-se', 'series-se', 'series-plain', 'cued-se', 'cued-plain']
const snapshots = Object.fromEntries(ids.map((id) => [id, { id } as unknown as Snapshot]))
const at = (changes: Partial<AppState>): AppState => createAppStore({ snapshots, ...changes }).getState()
const named = (snapshot: Snapshot | null) => (snapshot === null ? null : (snapshot as { id: string }).id)
const problem = (key: string) => ({ key }) as LoadedProblem

test.each<[shown: string | null, naming: string | null, Partial<AppState>]>([
  ['inks-se', 'inks-se', { net: 'inks' }],
  ['inks-plain', 'inks-se', { net: 'inks', snapshot: 'plain' }],
  ['digits-se', 'digits-se', { net: 'digits' }],
  // It has no run without SE: nothing is shown, and the other one still names the pictures.
  [null, 'digits-se', { net: 'digits', snapshot: 'plain' }],
  ['cued-se', 'cued-se', { net: 'series', data: 'cued' }],
  ['cued-plain', 'cued-plain', { net: 'series', data: 'cued', snapshot: 'plain' }],
  ['series-se', 'series-se', { net: 'series', data: 'weather', task: 'city' }],
  [null, null, { net: 'series', data: 'weather', task: 'citySeason' }],
  [null, null, { net: 'series', data: 'planted' }],
  // What is on show counts, not what was chosen meanwhile.
  ['series-se', 'series-se', { net: 'series', data: 'cued', problem: problem('weather-city') }],
  [null, null, { net: 'series', data: 'cued', problem: problem('own-1') }],
])('%s on show, %s names: %o', (shown, naming, changes) => {
  expect([named(snapshotOf(at(changes))), named(namingSnapshot(at(changes)))]).toEqual([shown, naming])
})

test('another size, switch or block of the series network has no stored run; without SE its block does not count', () => {
  const series = { net: 'series', data: 'cued' } as const
  expect(isStoredSeries(at(series))).toBe(true)
  for (const other of [
    { size: 'paper' },
    { lstm: false },
    { dimensionShuffle: false },
    { squeeze: 'max' },
    { gate: 'tanh' },
  ] as const) {
    expect(isStoredSeries(at({ ...series, ...other }))).toBe(false)
    expect(snapshotOf(at({ ...series, ...other }))).toBeNull()
    const isBlock = 'squeeze' in other || 'gate' in other
    expect(isStoredSeries(at({ ...series, snapshot: 'plain', ...other }))).toBe(isBlock)
  }
})

test('runs are called by the data on show, others by those of the weather', () => {
  expect(storedName(at({ net: 'inks' }))).toBe('inks')
  expect(storedName(at({ net: 'series', data: 'cued' }))).toBe('cued')
  expect(storedName(at({ net: 'series', data: 'cued', problem: problem('weather-city') }))).toBe('series')
  expect(storedName(at({ net: 'series', data: 'planted' }))).toBe('series')
})
