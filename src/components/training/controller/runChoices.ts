import type { GestureClass } from '../../../model/data/series/gestures.ts'
import { gesturesKey } from '../../../model/data/series/gesturesKey.ts'
import type { RunConfig } from '../../../model/engine/protocol.ts'
import { isSeriesConfig } from '../../../model/networks/config.ts'
import { choicesOfKey } from '../../../model/state/seriesKey.ts'
import type { LiveRun } from '../../../model/state/slices/run.ts'
import type { AppState } from '../../../model/state/store.ts'

/** The page's choices that ask for this run. */
export function choicesOf(config: RunConfig): Partial<AppState> {
  const { net, network, seed, batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond } = config
  return {
    ...(isSeriesConfig(network)
      ? {
          size: network.filters[0] === 128 ? ('paper' as const) : ('small' as const),
          lstm: network.lstm,
          dimensionShuffle: network.shuffle,
          ...(config.net === 'series' ? choicesOfKey(config.data) : null),
        }
      : { place: network.place }),
    net,
    seed,
    snapshot: network.squeezeExcite ? 'se' : 'plain',
    r: network.ratio,
    squeeze: network.squeeze,
    gate: network.gate,
    training: { batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond },
  }
}

/**
 * The choices that put a run back on show, with the reader's own series that it learns from. null if they are gone:
 * recordings that have changed since are not taken back, for the newer ones would be lost.
 */
export function wayBack(
  { config, own }: Pick<LiveRun, 'config' | 'own'>,
  gestures: readonly GestureClass[],
): Partial<AppState> | null {
  const choices = choicesOf(config)
  if (config.net !== 'series' || choicesOfKey(config.data) !== null) return choices
  if (own !== null) return { ...choices, data: 'own', ...own }
  return gesturesKey(gestures) === config.data ? { ...choices, data: 'gestures' } : null
}
