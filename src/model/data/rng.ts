/**
 * A seeded random generator whose whole state is four 32-bit words, so that a
 * checkpoint can carry it: sfc32, Chris Doty-Humphrey's "small fast counting"
 * generator (PractRand). Every function advances the state it is given.
 */

/** a, b, c and the counter. Copy it to remember a position, `set` it to go back. */
export type RandomState = Uint32Array

export const randomStateLength = 4

/**
 * Independent streams for one seed, any whole number: the order of the pictures must not change because something else
 * drew.
 */
export function seededState(seed: number, stream = 0): RandomState {
  const state = Uint32Array.of(seed, Math.floor(seed / 2 ** 32), stream, 1)
  // The first outputs still look like the seed; PractRand's own seeding drops 12 of them, too.
  for (let i = 0; i < 16; i++) nextUint32(state)
  return state
}

/** 0 … 2³² − 1 */
export function nextUint32(state: RandomState): number {
  const [a = 0, b = 0, c = 0, counter = 0] = state
  const result = (a + b + counter) >>> 0
  state[0] = b ^ (b >>> 9)
  state[1] = c + (c << 3)
  state[2] = ((c << 21) | (c >>> 11)) + result
  state[3] = counter + 1
  return result
}

/** Uniform in [0, 1), with 32 random bits. */
export function uniform(state: RandomState): number {
  return nextUint32(state) / 2 ** 32
}

/** Uniform in 0 … count − 1. @throws RangeError if there is nothing to choose from */
export function integer(state: RandomState, count: number): number {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`cannot choose one of ${count}`)
  return Math.floor(uniform(state) * count)
}

/** Mean 0, variance 1 (Box and Muller 1958). Uses one of the pair: a second one kept aside would be hidden state. */
export function normal(state: RandomState): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(state)))
  return radius * Math.cos(2 * Math.PI * uniform(state))
}

/** Fisher–Yates, in place. */
function shuffle<T extends Uint32Array | Uint16Array | Float32Array | unknown[]>(
  state: RandomState,
  items: T,
): T {
  for (let i = items.length - 1; i > 0; i--) {
    const j = integer(state, i + 1)
    const kept = items[i]
    items[i] = items[j] as never
    items[j] = kept as never
  }
  return items
}

/** 0 … count − 1 in random order. */
export function permutation(state: RandomState, count: number): Uint32Array<ArrayBuffer> {
  return shuffle(
    state,
    Uint32Array.from({ length: count }, (_, i) => i),
  )
}
