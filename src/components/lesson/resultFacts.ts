/** What was measured over many pictures and seeds, as the lesson names it. Pure. */
import type { Study } from '../../model/networks/snapshotTypes.ts'

/** Accuracies (0–1), one a seed, of networks that a study is compared with: the same data, recipe and held-out set. */
export interface Controls {
  /** With SE and without, both trained for more steps. */
  readonly longer: {
    readonly steps: number
    readonly withSe: readonly number[]
    readonly withoutSe: readonly number[]
  }
  /** Without SE, as many steps as the study: with more weights, and deeper with about as many. */
  readonly wider: { readonly weights: number; readonly withoutSe: readonly number[] }
  readonly deeper: {
    readonly weights: number
    readonly stages: number
    readonly withoutSe: readonly number[]
  }
  /** Weights of the study's networks. */
  readonly weights: { readonly withSe: number; readonly withoutSe: number }
  /** Every gate at the mean that it has with this bar: two constant vectors. */
  readonly perBar: readonly number[]
  /** Of the stored run: held-out pictures in both versions for which each hidden unit of site 1 fires for one bar only. */
  readonly unitsFollowBar: { readonly pictures: number; readonly of: number } | null
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
  readonly wider: number | null
  readonly deeper: number | null
  readonly perBar: number | null
  /** The two constant vectors read nearly as well as the network's own gates: within two points. */
  readonly oneBit: boolean
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function resultFacts(study: Study, controls: Controls | null): ResultFacts {
  const right = mean(study.withSe)
  const perBar = controls === null ? null : mean(controls.perBar)
  return {
    seeds: study.seeds.length,
    steps: study.steps,
    batch: study.batchSize,
    pictures: study.pictures,
    right,
    plain: mean(study.withoutSe),
    frozen: mean(study.frozenGates),
    ones: mean(study.gatesAtOne),
    transplanted: study.transplanted.length === 0 ? null : mean(study.transplanted),
    longer:
      controls === null
        ? null
        : {
            steps: controls.longer.steps,
            withSe: mean(controls.longer.withSe),
            withoutSe: mean(controls.longer.withoutSe),
          },
    wider: controls === null ? null : mean(controls.wider.withoutSe),
    deeper: controls === null ? null : mean(controls.deeper.withoutSe),
    perBar,
    oneBit: perBar !== null && right - perBar < 0.02,
  }
}
