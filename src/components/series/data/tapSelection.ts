/** F_tr of one step written out, channel by channel: which of them stand there, and what the others add up to. */
import type { ConvArithmetic } from '../../../model/block/convolution.ts'

type Channel = ConvArithmetic['perChannel'][number]

export interface TapRows {
  /** By channel where all are here, else the largest contribution first. */
  readonly shown: readonly Channel[]
  /** Of the others; null where there are none. */
  readonly rest: { readonly count: number; readonly sum: number } | null
}

/** So many fit wherever the panel stands; one more than that is not worth a line that says so. */
const few = 5

/** The channel with the largest contribution, and the sum of all others. */
export function largestTap({ perChannel }: Pick<ConvArithmetic, 'perChannel'>): TapRows {
  const [first, ...others] = [...perChannel].sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
  return {
    shown: first === undefined ? [] : [first],
    rest:
      others.length === 0
        ? null
        : { count: others.length, sum: others.reduce((sum, one) => sum + one.sum, 0) },
  }
}

/** @param most channels that stand there where not all do */
export function tapRows({ perChannel }: Pick<ConvArithmetic, 'perChannel'>, most: number): TapRows {
  if (perChannel.length <= Math.max(few, most)) return { shown: perChannel, rest: null }
  const ranked = [...perChannel].sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
  const others = ranked.slice(most)
  return {
    shown: ranked.slice(0, most),
    rest: { count: others.length, sum: others.reduce((sum, one) => sum + one.sum, 0) },
  }
}
