/** From a run that waits back to its network and its series. */
import { describe, expect, test } from 'vitest'
import { wayBack } from '../../../../src/components/training/controller/runChoices.ts'
import type { GestureClass } from '../../../../src/model/data/series/gestures.ts'
import { fewestRecordings, gesturesKey } from '../../../../src/model/data/series/gesturesKey.ts'
import type { RunConfig, SeriesRunConfig } from '../../../../src/model/engine/protocol.ts'
import { imageNetworkConfig, seriesNetworkConfig } from '../../../../src/model/networks/config.ts'
import { ownDefaults, ownKey } from '../../../../src/model/state/own.ts'
import { createAppStore } from '../../../../src/model/state/store.ts'
import { wantedKey } from '../../../../src/model/state/wantedProblem.ts'
import { numbered, setOf } from '../../../model/data/series/seriesSets.ts'

const training = {
  batchSize: 16,
  learningRate: 2e-3,
  backend: 'auto',
  stopAtAccuracy: 0.9,
  maxStepsPerSecond: 5,
} as const
const network = seriesNetworkConfig('paper', [30, 4], 2, { shuffle: false, squeezeExcite: false, seed: 3 })
const on = (data: string): SeriesRunConfig => ({ net: 'series', network, data, seed: 3, ...training })

const drawn = (name: string, first: number): GestureClass => ({
  name,
  recordings: Array.from({ length: fewestRecordings }, (_, i) => [
    { x: 0, y: 0, time: first + i, pressure: 0.5 },
  ]),
})
const gestures = [drawn('a', 0), drawn('b', 100)]

const own = { id: 7, train: setOf(numbered([0, 0, 1, 1]), 1), test: null, files: ['some.ts'] }
const preparation = { ...ownDefaults, length: 16 }

/** What the page asks for after the way back. */
function wantedAfter(config: RunConfig, waiting: Parameters<typeof wayBack>[0]['own'] = null) {
  const store = createAppStore({ gestures })
  const back = wayBack({ config, own: waiting }, gestures)
  if (back === null) return null
  store.setState(back)
  return wantedKey(store.getState())
}

describe('the series that it learns from are asked for again', () => {
  test.each(['weather-city', 'weather-citySeason', 'cued'])('%s', (key) => {
    expect(wantedAfter(on(key))).toBe(key)
  })

  test('own files, made ready as the run has them', () => {
    const key = ownKey(own, preparation)
    expect(wantedAfter(on(key), { own, preparation })).toBe(key)
    const back = wayBack({ config: on(key), own: { own, preparation } }, [])
    expect(back).toMatchObject({ data: 'own', preparation })
    // The very object: what is kept beside it (the files) is found by it.
    expect(back?.own).toBe(own)
  })

  test('gestures that are still the same', () => {
    const key = gesturesKey(gestures) ?? ''
    expect(wantedAfter(on(key))).toBe(key)
  })
})

test('no way back to gestures that have changed, or to files that are gone', () => {
  const config = on(gesturesKey(gestures) ?? '')
  expect(wayBack({ config, own: null }, [...gestures, drawn('c', 200)])).toBeNull()
  expect(wayBack({ config, own: null }, [])).toBeNull()
  expect(wayBack({ config: on(ownKey(own, preparation)), own: null }, gestures)).toBeNull()
})

test('network and training as they were', () => {
  expect(wayBack({ config: on('cued'), own: null }, [])).toMatchObject({
    net: 'series',
    size: 'paper',
    lstm: true,
    dimensionShuffle: false,
    snapshot: 'plain',
    seed: 3,
    training,
  })
  const picture = {
    net: 'digits',
    network: imageNetworkConfig('digits', { place: 'pre', ratio: 8 }),
    seed: 5,
  }
  const back = wayBack({ config: { ...picture, ...training } as RunConfig, own: null }, [])
  expect(back).toMatchObject({ net: 'digits', place: 'pre', r: 8, snapshot: 'se', seed: 5, training })
  // A run on pictures says nothing about series.
  expect(back).not.toHaveProperty('data')
})
