/** The plan of whichever network a configuration describes. */
import { isSeriesConfig, type NetworkConfig } from './config.ts'
import { imageNetworkPlan } from './plan.ts'
import type { NetworkPlan } from './planTypes.ts'
import { seriesNetworkPlan } from './seriesPlan.ts'

/** @throws RangeError if the configuration describes no network */
export function networkPlan(config: NetworkConfig): NetworkPlan {
  return isSeriesConfig(config) ? seriesNetworkPlan(config) : imageNetworkPlan(config)
}

/** [h, w, c] of one sample: a series is a picture of one row. */
export function sampleShape(config: NetworkConfig): readonly [number, number, number] {
  return isSeriesConfig(config) ? [1, ...config.inputShape] : config.inputShape
}
