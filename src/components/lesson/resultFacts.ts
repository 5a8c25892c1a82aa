/** What was measured over many pictures and seeds, as the lesson names it. Pure. */
import type { Study } from '../../model/networks/snapshotTypes.ts'

interface Right {
  /** Pictures read right. */
  readonly right: number
}

/** What the lesson names of public/snapshots/controls.json. Accuracies are 0–1, one a seed. */
export interface Controls {
  /** Networks for `inks` by the study's recipe, with other weights, depth or length. */
  readonly trained: readonly {
    readonly id: string
    readonly filters: readonly number[]
    readonly steps: number
    readonly weights: number
    readonly pictures: number
    readonly accuracies: readonly number[]
    /** With other gates; `byBar`: two constant vectors, one for each bar. */
    readonly gates: readonly {
      readonly byBar: Right | null
      readonly frozenAt: Readonly<Partial<Record<string, Right>>>
    }[]
  }[]
  /** Of the stored runs, over all held-out pictures. */
  readonly stored: Readonly<
    Partial<
      Record<
        string,
        {
          readonly pictures: number
          /** Pictures with either bar whose reading mean gates and lent gates turn to the other digit. */
          readonly turned: { readonly versions: number; readonly of: number } | null
          readonly sites: readonly {
            readonly site: string
            /** [k][bar]: pictures in which hidden unit k is above 0. */
            readonly firing: readonly (readonly number[])[]
            /** [bar]: pictures in which every unit is on or off as it is in most pictures with that bar. */
            readonly alike: readonly number[]
          }[]
        }
      >
    >
  >
}

/** The controls as the page tells them; what was not measured is null. */
export interface ControlFacts {
  readonly longer: {
    readonly steps: number
    readonly withSe: readonly number[]
    readonly withoutSe: readonly number[]
  } | null
  readonly wider: {
    readonly weights: number
    readonly seWeights: number
    readonly withoutSe: readonly number[]
  } | null
  readonly deeper: {
    readonly weights: number
    readonly stages: number
    readonly withoutSe: readonly number[]
  } | null
  readonly perBar: readonly number[]
  /** Gates frozen at one site alone. */
  readonly frozenAt: readonly { readonly site: string; readonly right: readonly number[] }[]
}

export function controlFacts({ trained }: Pick<Controls, 'trained'>): ControlFacts {
  const row = (id: string) => trained.find((one) => one.id === id)
  const [se, wide, deep] = [row('se'), row('plainWide'), row('plainDeep')]
  const [seLong, plainLong] = [row('seLong'), row('plainLong')]
  const share = (readings: readonly (Right | null | undefined)[]) =>
    readings.flatMap((one) => (one && se !== undefined ? [one.right / se.pictures] : []))
  const sites = Object.keys(se?.gates[0]?.frozenAt ?? {})
  return {
    longer:
      seLong === undefined || plainLong === undefined || seLong.steps !== plainLong.steps
        ? null
        : { steps: seLong.steps, withSe: seLong.accuracies, withoutSe: plainLong.accuracies },
    wider:
      wide === undefined || se === undefined
        ? null
        : { weights: wide.weights, seWeights: se.weights, withoutSe: wide.accuracies },
    deeper:
      deep === undefined
        ? null
        : { weights: deep.weights, stages: deep.filters.length, withoutSe: deep.accuracies },
    perBar: share(se?.gates.map(({ byBar }) => byBar) ?? []),
    frozenAt: sites.map((site) => ({
      site,
      right: share(se?.gates.map(({ frozenAt }) => frozenAt[site]) ?? []),
    })),
  }
}

/**
 * Of a stored run: held-out pictures, each with either bar, in which every hidden unit of the site is on or off as the
 * bar has it. null where there is a unit that most pictures with one bar and most with the other agree on.
 */
export function unitsFollowBar(
  { stored }: Pick<Controls, 'stored'>,
  run: string,
  siteId: string,
): { readonly pictures: number; readonly of: number } | null {
  const facts = stored[run]
  const site = facts?.sites.find((one) => one.site === siteId)
  if (facts === undefined || site === undefined || site.alike.length < 2) return null
  const usual = (count: number | undefined) => 2 * (count ?? 0) > facts.pictures
  const sided = site.firing.every(([first, second]) => usual(first) !== usual(second))
  return sided ? { pictures: site.alike.reduce((sum, n) => sum + n, 0), of: 2 * facts.pictures } : null
}

export interface ResultFacts {
  readonly seeds: number
  readonly steps: number
  readonly batch: number
  readonly pictures: number
  /** Means over the seeds, 0–1. */
  readonly right: number
  readonly plain: number
  readonly frozen: number
  readonly ones: number
  readonly transplanted: number | null
  readonly longer: { readonly steps: number; readonly withSe: number; readonly withoutSe: number } | null
  /** Of the runs that were trained to compare with: the least that any row has. */
  readonly controlSeeds: number
  readonly deeper: number | null
  readonly perBar: number | null
  /** The two constant vectors read nearly as well as the network's own gates: within two points. */
  readonly oneBit: boolean
}

/** @throws RangeError of no values */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the mean of nothing')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** @param controls those of `inks`; null for any other study, and while they are not here */
export function resultFacts(study: Study, controls: Pick<Controls, 'trained'> | null): ResultFacts {
  const facts = controls === null ? null : controlFacts(controls)
  const over = (values: readonly number[] | undefined) =>
    values === undefined || values.length === 0 ? null : mean(values)
  const right = mean(study.withSe)
  const perBar = over(facts?.perBar)
  const longer = facts?.longer
  return {
    seeds: study.seeds.length,
    steps: study.steps,
    batch: study.batchSize,
    pictures: study.pictures,
    right,
    plain: mean(study.withoutSe),
    frozen: mean(study.frozenGates),
    ones: mean(study.gatesAtOne),
    transplanted: over(study.transplanted),
    longer:
      longer == null
        ? null
        : {
            steps: longer.steps,
            withSe: mean(longer.withSe),
            withoutSe: mean(longer.withoutSe),
          },
    controlSeeds:
      controls === null ? 0 : Math.min(...controls.trained.map(({ accuracies }) => accuracies.length)),
    deeper: over(facts?.deeper?.withoutSe),
    perBar,
    oneBit: perBar !== null && right - perBar < 0.02,
  }
}
