/** What one series costs the page: it is sent through the network in plain loops, at every picture. */
import { type SeriesSize, seriesNetworkConfig } from './config.ts'

/** Multiply-adds of the convolutions at one step of a series: Σ kernel · channels in · filters. */
function workPerStep(size: SeriesSize, variables: number): number {
  const { filters, kernels } = seriesNetworkConfig(size, [1, variables], 2)
  return filters.reduce((sum, own, i) => sum + (kernels[i] ?? 1) * (filters[i - 1] ?? variables) * own, 0)
}

/** About half a second on the page's own thread. */
const mostWork = 1e8

/** Steps that a series may have for the page to answer. */
export function mostSteps(size: SeriesSize, variables: number): number {
  return Math.max(1, Math.floor(mostWork / workPerStep(size, variables)))
}
