/** The network on show: a stored run, a live one, or one whose block was changed and not trained yet. */
import { reducedChannels } from '../block/options.ts'
import type { NetworkConfig, Placement } from '../networks/config.ts'
import { networkPlan } from '../networks/networkPlan.ts'
import type { NetworkPlan, PackedWeights, Site } from '../networks/planTypes.ts'
import type { FeaturedSample, Snapshot, StoredPopulation } from '../networks/snapshotTypes.ts'
import { initialWeights } from '../networks/weights.ts'
import { sizeOf } from '../tensor.ts'
import { lastCalls } from './lastCalls.ts'

export interface ShownNetwork {
  readonly origin: 'snapshot' | 'live' | 'untrained'
  readonly config: NetworkConfig
  readonly plan: NetworkPlan
  readonly weights: PackedWeights
  readonly step: number
  readonly population: readonly StoredPopulation[]
  readonly featuredSample: FeaturedSample | null
  /** Another network that computes the same up to the block of `site`; null: none is known. */
  readonly sameUntil: { readonly network: ShownNetwork; readonly site: string } | null
}

/** What may differ from a trained network: its blocks. The convolutions stay. */
export interface BlockChanges extends Partial<Pick<NetworkConfig, 'ratio' | 'squeeze' | 'gate' | 'seed'>> {
  /** Of pictures. */
  readonly place?: Placement
}

export function shownSnapshot(snapshot: Snapshot): ShownNetwork {
  return {
    origin: 'snapshot',
    config: snapshot.config,
    plan: networkPlan(snapshot.config),
    weights: snapshot.weights,
    step: snapshot.steps,
    population: snapshot.population,
    featuredSample: snapshot.featuredSample,
    sameUntil: null,
  }
}

/** The same object for the same run. Two are kept: the one on show, and the one that names what is on show. */
export const shownOf = lastCalls(2, (snapshot: Snapshot) => shownSnapshot(snapshot)).call

/**
 * The same network with another block (ratio, bias …): what fits keeps its trained values, what does not
 * gets its seeded initial ones. Nothing here was trained together, and the page says so.
 */
export function withOtherBlock(shown: ShownNetwork, changes: BlockChanges): ShownNetwork {
  const config = { ...shown.config, ...changes }
  const plan = networkPlan(config)
  const first = plan.sites[0]
  const moved = changes.place !== undefined && 'place' in shown.config && changes.place !== shown.config.place
  return {
    ...shown,
    origin: 'untrained',
    config,
    plan,
    weights: carryOver(shown.plan, shown.weights, plan, config.seed),
    population: [],
    featuredSample: null,
    sameUntil: first === undefined || moved ? null : { network: shown, site: first.id },
  }
}

function carryOver(from: NetworkPlan, weights: PackedWeights, to: NetworkPlan, seed: number): PackedWeights {
  const result = initialWeights(to, seed)
  for (const spec of to.weights) {
    const old = from.weights.find((w) => w.name === spec.name && w.shape.join() === spec.shape.join())
    if (old !== undefined)
      result.set(weights.subarray(old.offset, old.offset + sizeOf(old.shape)), spec.offset)
  }
  return result
}

/** Rows and columns of one map; a series has one row of T steps. */
export function mapSize({ spatial }: Pick<Site, 'spatial'>): readonly [number, number] {
  const [first = 1, second] = spatial
  return second === undefined ? [1, first] : [first, second]
}

/** Powers of two up to C: the ratios the slider goes through. */
export function legalRatios(channels: number): number[] {
  const ratios: number[] = []
  for (let r = 1; r <= channels && reducedChannels(channels, r) >= 1; r *= 2) ratios.push(r)
  return ratios
}

/**
 * The named site, or the first if the network has none of that name. null: of pictures the first, of series the last,
 * since early gates are much the same for all classes (Hu et al., Fig. 6).
 */
export function siteOrFirst({ sites }: NetworkPlan, id: string | null): Site {
  const last = sites.at(-1)
  const own = id === null && last?.spatial.length === 1 ? last : undefined
  const site = own ?? sites.find((candidate) => candidate.id === id) ?? sites[0]
  if (site === undefined) throw new RangeError('a network without an SE site')
  return site
}
