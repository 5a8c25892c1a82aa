/** Seeds for the initialisers of TensorFlow.js. */
import { integer, seededState } from '../data/rng.ts'

/**
 * One after the other, each for an initialiser of its own; without a seed none, so that every call draws other values.
 * Never 0: the library takes that for “no seed” where it draws from a normal distribution.
 * @param seed any whole number
 */
export function librarySeeds(seed: number | undefined): () => { readonly seed?: number } {
  if (seed === undefined) return () => ({})
  const random = seededState(seed)
  return () => ({ seed: 1 + integer(random, 2 ** 31) })
}
