import type { RunConfig } from '../../model/engine/protocol.ts'
import { isSeriesConfig } from '../../model/networks/config.ts'
import { choicesOfKey } from '../../model/state/seriesKey.ts'
import type { AppState } from '../../model/state/store.ts'

/** The page's choices that ask for this run. */
export function choicesOf(config: RunConfig): Partial<AppState> {
  const { net, network, seed, batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond } = config
  return {
    ...(isSeriesConfig(network)
      ? {
          size: network.filters[0] === 128 ? ('paper' as const) : ('small' as const),
          lstm: network.lstm,
          shuffle: network.shuffle,
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
