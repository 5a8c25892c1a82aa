/** Draws by a seed: some of every room, of every kind of change. */
import { group } from 'd3'
import { integer, type RandomState, seededState } from '../../src/model/data/rng.ts'
import type { Mutant } from './sites.ts'

/** Fewest of a room, where it has as many. */
const OF_A_ROOM = 4

/** Folder below `src/model`, or `viz`; what lies in none is of the model itself. */
export function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/')
  if (first === 'viz') return 'viz'
  return second.includes('.') ? 'model' : second
}

interface Queue {
  left: number
  readonly order: Order
}

/**
 * @param compiling of some candidates, those that are still a program
 * @returns at most `count` mutants, by file and line; no two of one line unless `crowded`
 */
export async function draw(
  all: readonly Mutant[],
  { seed, count, crowded }: { readonly seed: number; readonly count: number; readonly crowded: boolean },
  compiling: (candidates: readonly Mutant[]) => Promise<readonly Mutant[]>,
): Promise<Mutant[]> {
  const random = seededState(seed)
  const rooms = group(all, ({ file }) => roomOf(file))
  const each = Math.min(OF_A_ROOM, Math.floor(count / Math.max(1, rooms.size)))
  const seen = crowded ? null : new Set<string>()
  const drawn: Mutant[] = []

  async function takeFrom(queues: readonly Queue[]): Promise<void> {
    while (queues.some(({ left }) => left > 0)) {
      const candidates = queues.map((queue) => nextOf(queue, seen))
      const kept = new Set(await compiling(candidates.flat()))
      for (const [i, queue] of queues.entries()) {
        const taken = (candidates[i] ?? []).filter((one) => kept.has(one)).slice(0, queue.left)
        drawn.push(...taken)
        queue.left = queue.order.done ? 0 : queue.left - taken.length
      }
    }
  }

  const names = [...rooms.keys()].sort()
  await takeFrom(names.map((room) => ({ left: each, order: new Order(rooms.get(room) ?? [], random) })))
  await takeFrom([{ left: count - drawn.length, order: new Order(all, random) }])
  return drawn.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
}

/** Twice as many as the queue still wants, since not all compile; fewer where it ends. */
function nextOf({ left, order }: Queue, seen: Set<string> | null): Mutant[] {
  const found: Mutant[] = []
  while (found.length < 2 * left) {
    const one = order.next()
    if (one === undefined) break
    const line = `${one.file}:${one.line}`
    if (seen?.has(line) !== true) found.push(one)
    seen?.add(line)
  }
  return found
}

/** In random order: each time the kind is drawn first, so that no kind crowds out the others. */
class Order {
  private readonly kinds: Mutant[][]
  private readonly random: RandomState

  constructor(mutants: readonly Mutant[], random: RandomState) {
    this.kinds = [...group(mutants, ({ kind }) => kind).values()]
    this.random = random
  }

  get done(): boolean {
    return this.kinds.length === 0
  }

  next(): Mutant | undefined {
    if (this.done) return undefined
    const k = integer(this.random, this.kinds.length)
    const ones = this.kinds[k] ?? []
    const [one] = ones.splice(integer(this.random, ones.length), 1)
    if (ones.length === 0) this.kinds.splice(k, 1)
    return one
  }
}
