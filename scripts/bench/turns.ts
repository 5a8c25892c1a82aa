/**
 * The live page against the bare loop, by turns. The machines that this runs on change their speed by half within
 * seconds and stay there for seconds: two long looks one after the other scatter more than their difference, and many
 * short ones in turn scatter least for the time they take.
 */
import { atLeast, type Row } from './line.ts'
import { median, quantile } from './statistics.ts'

export const bareSeconds = 1
/** Longer than the time between two checkpoints, so that one is in it. */
export const liveSeconds = 2.5
const turnsARepeat = 12

/** Steps a second. */
export interface Turn {
  readonly live: number
  /** Mean of before and after. */
  readonly bare: number
}

interface Sides {
  readonly bare: () => Promise<number>
  readonly live: () => Promise<number>
  readonly say: (turn: string) => void
}

/** Bare, live, bare, live, …, bare: every live one stands between two bare ones. */
export async function byTurns(repeats: number, { bare, live, say }: Sides): Promise<Turn[]> {
  const count = repeats * turnsARepeat
  const turns: Turn[] = []
  let before = await bare()
  for (let turn = 0; turn < count; turn++) {
    if (turn % turnsARepeat === 0) say(`${turn + 1} of ${count} turns`)
    const rate = await live()
    const after = await bare()
    turns.push({ live: rate, bare: (before + after) / 2 })
    before = after
  }
  return turns
}

/**
 * Mean of the middle half of the turns' ratios, with its bounds: it scatters less than the median, and turns within which
 * the machine changed its speed do not count.
 */
export function ratioRow(name: string, turns: readonly Turn[], unit: string): Row {
  const ratios = turns.map(({ live, bare }) => live / bare)
  const [low, high] = [quantile(ratios, 0.25), quantile(ratios, 0.75)]
  const middle = ratios.filter((ratio) => ratio >= low && ratio <= high)
  const rates = [median(turns.map(({ live }) => live)), median(turns.map(({ bare }) => bare))]
  const [live = '', bare = ''] = rates.map((rate) => rate.toFixed(1))
  return {
    name,
    value: middle.reduce((sum, ratio) => sum + ratio, 0) / middle.length,
    unit: '',
    kind: 'time',
    budget: atLeast(0.95),
    values: ratios,
    note: `${live} ÷ ${bare} ${unit}; half of ${turns.length} turns within ${low.toFixed(2)}–${high.toFixed(2)}`,
  }
}
