/** Which series the choices ask for, and when those on show are to go. */
import { describe, expect, test } from 'vitest'
import { cuedProblem } from '../../../src/model/data/series/cued.ts'
import type { GestureClass } from '../../../src/model/data/series/gestures.ts'
import { fewestRecordings } from '../../../src/model/data/series/gesturesKey.ts'
import { initialFields } from '../../../src/model/state/fields.ts'
import { ownDefaults, ownKey } from '../../../src/model/state/own.ts'
import type { LoadedProblem } from '../../../src/model/state/series.ts'
import { createAppStore } from '../../../src/model/state/store.ts'
import { type Choices, dropStale, isStale, wantedKey } from '../../../src/model/state/wantedProblem.ts'
import { numbered, setOf } from '../data/series/seriesSets.ts'

const { plant } = initialFields()
const own = { id: 7, train: setOf(numbered([0, 0, 1, 1]), 1), test: null, files: ['some.ts'] }

/** Recordings that began at these times. */
const drawn = (name: string, ...times: number[]): GestureClass => ({
  name,
  recordings: times.map((time) => [{ x: 0, y: 0, time, pressure: 0.5 }]),
})
const times = (from: number) => Array.from({ length: fewestRecordings }, (_, i) => from + i)
const gestures = [drawn('a', ...times(0)), drawn('b', ...times(100))]

const weather: Choices = {
  data: 'weather',
  task: 'city',
  plant,
  own: null,
  preparation: ownDefaults,
  gestures: [],
}
const small = cuedProblem({ train: 6, validation: 3, test: 3 })

/** The choices with what they ask for on show. */
function onShow(choices: Choices) {
  const key = wantedKey(choices)
  if (key === null) throw new Error('nothing is asked for')
  const problem: LoadedProblem = {
    key,
    problem: small,
    twins: null,
    twinLabels: null,
    truth: null,
    names: null,
  }
  return { ...choices, problem }
}

describe('wantedKey', () => {
  test('series that can be had again are called by their choices', () => {
    expect(wantedKey(weather)).toBe('weather-city')
    expect(wantedKey({ ...weather, task: 'citySeason' })).toBe('weather-citySeason')
    expect(wantedKey({ ...weather, data: 'cued' })).toBe('cued')
    const noisy = { ...plant, noise: plant.noise + 0.25 }
    expect(wantedKey({ ...weather, data: 'planted', plant })).toMatch(/^planted-/)
    expect(wantedKey({ ...weather, data: 'planted', plant: noisy })).not.toBe(
      wantedKey({ ...weather, data: 'planted', plant }),
    )
  })

  test('nothing while the reader has still to open a file, or to draw enough', () => {
    expect(wantedKey({ ...weather, data: 'own' })).toBeNull()
    expect(wantedKey({ ...weather, data: 'gestures' })).toBeNull()
    expect(wantedKey({ ...weather, data: 'gestures', gestures: gestures.slice(0, 1) })).toBeNull()
    expect(wantedKey({ ...weather, data: 'own', own })).toBe(ownKey(own, ownDefaults))
    expect(wantedKey({ ...weather, data: 'gestures', gestures })).toMatch(/^gestures-/)
  })

  test('what is opened or drawn makes no difference while other data are chosen', () => {
    expect(wantedKey({ ...weather, own, gestures, preparation: { ...ownDefaults, length: 16 } })).toBe(
      wantedKey(weather),
    )
  })
})

describe('isStale', () => {
  const before = onShow(weather)

  test('nothing on show, or nothing else chosen: nothing is to go', () => {
    expect(isStale({ ...weather, data: 'cued', problem: null }, before)).toBe(false)
    expect(isStale(before, before)).toBe(false)
    // Other choices that ask for the same.
    expect(isStale({ ...before, own, gestures }, before)).toBe(false)
    expect(isStale({ ...before, plant: { ...plant, noise: 9 } }, before)).toBe(false)
  })

  test('other data, another task, other planted signals', () => {
    expect(isStale({ ...before, data: 'cued' }, before)).toBe(true)
    expect(isStale({ ...before, task: 'citySeason' }, before)).toBe(true)
    const planted = onShow({ ...weather, data: 'planted' })
    expect(isStale({ ...planted, plant: { ...plant, noise: plant.noise + 0.25 } }, planted)).toBe(true)
  })

  test('data that are not there yet leave nothing on show', () => {
    expect(isStale({ ...before, data: 'own' }, before)).toBe(true)
    expect(isStale({ ...before, data: 'gestures' }, before)).toBe(true)
    expect(isStale({ ...before, data: 'own', own }, before)).toBe(true)
  })

  test('own series stay while they are made ready otherwise, and go with their file', () => {
    const ours = onShow({ ...weather, data: 'own', own })
    expect(isStale({ ...ours, preparation: { ...ownDefaults, normalise: 'none' } }, ours)).toBe(false)
    expect(isStale({ ...ours, own: { ...own, id: 8 } }, ours)).toBe(true)
    // Not by the beginning of the number.
    expect(isStale({ ...ours, own: { ...own, id: 77 } }, ours)).toBe(true)
    expect(isStale({ ...ours, own: null }, ours)).toBe(true)
  })

  test('gestures stay while recordings are added, until there are too few', () => {
    const ours = onShow({ ...weather, data: 'gestures', gestures })
    const more = [...gestures, drawn('c', ...times(200))]
    expect(isStale({ ...ours, gestures: more }, ours)).toBe(false)
    expect(isStale({ ...ours, gestures: gestures.slice(0, 1) }, ours)).toBe(true)
  })

  test('a problem put on show that the choices do not name', () => {
    const { problem } = onShow({ ...weather, data: 'cued' })
    expect(isStale({ ...weather, problem }, { ...weather, problem: null })).toBe(true)
  })

  test('the store lets nobody see a problem that is to go', () => {
    const store = createAppStore({ ...before, net: 'series' })
    dropStale(store)
    dropStale(store)
    const seen: (string | null)[] = []
    store.subscribe(({ problem }) => seen.push(problem?.key ?? null))
    store.setState({ own })
    store.setState({ data: 'cued' })
    expect(seen[0]).toBe('weather-city')
    expect(seen.at(-1)).toBeNull()
    expect(seen.filter((key) => key === 'weather-city')).toHaveLength(1)
  })
})
