/** What is so at an SE block in all held-out pictures: what the page may say of every picture stands here first. */
import { forwardNetwork, type NetworkTrace } from '../networks/forward.ts'
import type { NetworkPlan, PackedWeights, Site } from '../networks/planTypes.ts'
import type { SiteFacts } from '../networks/snapshotTypes.ts'
import { gatesOf, type HeldOutCase } from './interventions.ts'

/** A picture with one bar, or the only version of a picture without. */
interface Version {
  readonly bar: 0 | 1
  readonly U: Float32Array
  readonly z: Float32Array
  readonly hidden: Float32Array
  readonly s: Float32Array
}

/** @throws RangeError if there are no pictures, or the network has no block at the site */
export function measureSite(
  plan: NetworkPlan,
  weights: PackedWeights,
  site: Site,
  cases: readonly HeldOutCase[],
): SiteFacts {
  if (cases.length === 0) throw new RangeError('no pictures to look at')
  const facts = new Facts(site)
  for (const { own, swapped, bar } of cases) {
    const trace = forwardNetwork(plan, weights, own.input)
    const mine = versionOf(trace, site, bar ?? 0)
    facts.see(mine)
    if (swapped === null || bar === null) continue
    const theirs = versionOf(forwardNetwork(plan, weights, swapped.input), site, bar === 0 ? 1 : 0)
    facts.see(theirs)
    // Held gates: what is left of the difference has come through windows alone.
    const held = Object.fromEntries(Object.entries(gatesOf(trace)).map(([id, gates]) => [id, { gates }]))
    const through = forwardNetwork(plan, weights, swapped.input, { overrides: held }).sites[site.id]?.U.data
    facts.compare(mine, theirs, through ?? mine.U)
  }
  return facts.told()
}

function versionOf(trace: NetworkTrace, { id }: Site, bar: 0 | 1): Version {
  const found = trace.sites[id]
  if (!found?.block) throw new RangeError(`no block at ${id}`)
  const { z, hidden, s } = found.block
  return { bar, U: found.U.data, z: z.data, hidden: hidden.data, s: s.data }
}

interface GateRange {
  readonly sum: Float64Array
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Sums over the pictures seen so far. */
class Facts {
  private readonly site: Site
  private readonly seen = [0, 0]
  /** [bar][k] */
  private readonly firing: readonly [Float64Array, Float64Array]
  /** By bar: how often which units are on, as a text of 0 and 1. */
  private readonly patterns = [new Map<string, number>(), new Map<string, number>()] as const
  private readonly gates: readonly [GateRange, GateRange]
  private readonly size: { readonly u: Float64Array; readonly z: Float64Array }
  private below = 0
  private values = 0
  private readonly sides: number[] = []
  private readonly crossing: Float64Array
  private readonly moved: {
    readonly z: Float64Array
    readonly zMost: Float64Array
    readonly s: Float64Array
    readonly sLeast: Float64Array
  }
  private readonly reached: Uint8Array
  private reachedSum = 0

  constructor(site: Site) {
    this.site = site
    const zeros = () => new Float64Array(site.channels)
    const endless = () => zeros().fill(Number.POSITIVE_INFINITY)
    this.firing = [new Float64Array(site.reduced), new Float64Array(site.reduced)]
    const range = () => ({ sum: zeros(), least: endless(), most: zeros().fill(Number.NEGATIVE_INFINITY) })
    this.gates = [range(), range()]
    this.size = { u: zeros(), z: zeros() }
    this.crossing = zeros()
    this.moved = { z: zeros(), zMost: zeros(), s: zeros(), sLeast: endless() }
    this.reached = new Uint8Array(site.spatial.reduce((product, length) => product * length, 1))
  }

  see({ bar, U, z, hidden, s }: Version): void {
    const { channels } = this.site
    this.seen[bar] = (this.seen[bar] ?? 0) + 1
    for (const [k, value] of hidden.entries()) raise(this.firing[bar], k, Number(value > 0))
    const pattern = Array.from(hidden, (value) => Number(value > 0)).join('')
    this.patterns[bar].set(pattern, (this.patterns[bar].get(pattern) ?? 0) + 1)
    const { sum, least, most } = this.gates[bar]
    for (const [c, gate] of s.entries()) {
      raise(sum, c, gate)
      least[c] = Math.min(least[c] ?? gate, gate)
      most[c] = Math.max(most[c] ?? gate, gate)
      raise(this.size.z, c, Math.abs(z[c] ?? 0))
    }
    for (const [i, u] of U.entries()) {
      raise(this.size.u, i % channels, Math.abs(u) / this.reached.length)
      this.below += Number(u < 0)
    }
    this.values += U.length
  }

  /** @param through U of `b` with the gates of `a` */
  compare(a: Version, b: Version, through: Float32Array): void {
    let sides = 0
    for (const [c, gate] of a.s.entries()) {
      const other = b.s[c] ?? 0
      const crosses = Number(gate > 0.5 !== other > 0.5)
      sides += crosses
      raise(this.crossing, c, crosses)
      const [dz, ds] = [Math.abs((a.z[c] ?? 0) - (b.z[c] ?? 0)), Math.abs(gate - other)]
      raise(this.moved.z, c, dz)
      this.moved.zMost[c] = Math.max(this.moved.zMost[c] ?? 0, dz)
      raise(this.moved.s, c, ds)
      this.moved.sLeast[c] = Math.min(this.moved.sLeast[c] ?? ds, ds)
    }
    this.sides.push(sides)
    const { channels } = this.site
    for (const cell of this.reached.keys()) {
      const from = cell * channels
      const there = through.subarray(from, from + channels)
      if (a.U.subarray(from, from + channels).every((u, c) => u === there[c])) continue
      this.reached[cell] = 1
      this.reachedSum++
    }
  }

  told(): SiteFacts {
    const pairs = this.sides.length
    const all = (this.seen[0] ?? 0) + (this.seen[1] ?? 0)
    const bars = pairs > 0 ? ([0, 1] as const) : ([0] as const)
    const over = (sums: Float64Array, by: number) => Array.from(sums, (sum) => sum / by)
    return {
      site: this.site.id,
      firing: Array.from({ length: this.site.reduced }, (_, k) =>
        bars.map((bar) => this.firing[bar][k] ?? 0),
      ),
      alike: bars.map((bar) => this.alikeOf(bar)),
      gates: bars.map((bar) => {
        const { sum, least, most } = this.gates[bar]
        return { least: Array.from(least), mean: over(sum, this.seen[bar] ?? 0), most: Array.from(most) }
      }),
      swap: pairs === 0 ? null : this.swapOf(pairs),
      belowZero: this.below / this.values,
      size: { u: over(this.size.u, all), z: over(this.size.z, all) },
    }
  }

  private alikeOf(bar: 0 | 1): number {
    const usual = Array.from(this.firing[bar], (on) => Number(2 * on > (this.seen[bar] ?? 0))).join('')
    return this.patterns[bar].get(usual) ?? 0
  }

  private swapOf(pairs: number): SiteFacts['swap'] {
    const over = (sums: Float64Array) => Array.from(sums, (sum) => sum / pairs)
    return {
      sides: {
        mean: this.sides.reduce((sum, one) => sum + one, 0) / pairs,
        least: Math.min(...this.sides),
        most: Math.max(...this.sides),
      },
      crossing: Array.from(this.crossing),
      z: { mean: over(this.moved.z), most: Array.from(this.moved.zMost) },
      s: { mean: over(this.moved.s), least: Array.from(this.moved.sLeast) },
      reach: {
        any: this.reached.reduce((sum, one) => sum + one, 0),
        mean: this.reachedSum / pairs,
        of: this.reached.length,
      },
    }
  }
}

function raise(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by
}
