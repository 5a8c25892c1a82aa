/** What weights begin with: Keras' initialisers, drawn from this project's own seeded generator. */
import { normal, type RandomState, uniform } from '../data/rng.ts'
import { sizeOf } from '../tensor.ts'
import type { Initializer } from './planTypes.ts'

/**
 * Fills `part`, a weight of the given shape ([…window, in, out] or [units]).
 * - `heNormal`, `heUniform`: variance 2 / fan-in (He et al. 2015)
 * - `glorotUniform`: variance 2 / (fan-in + fan-out) (Glorot & Bengio 2010)
 * - `orthogonal`: rows of length 1 that stand at right angles to each other (Saxe et al. 2014)
 * - `lstmBias`: 1 for the forget gate, the second of four, so that it begins by remembering; else 0
 */
export function initialise(
  part: Float32Array,
  shape: readonly number[],
  initializer: Initializer,
  random: RandomState,
): void {
  const fanIn = sizeOf(shape.slice(0, -1))
  const uniformly = (variance: number) => {
    const limit = Math.sqrt(3 * variance)
    for (let i = 0; i < part.length; i++) part[i] = limit * (2 * uniform(random) - 1)
  }
  switch (initializer) {
    case 'heNormal': {
      const deviation = Math.sqrt(2 / fanIn)
      for (let i = 0; i < part.length; i++) part[i] = deviation * normal(random)
      return
    }
    case 'heUniform':
      uniformly(2 / fanIn)
      return
    case 'glorotUniform':
      uniformly(2 / (fanIn + sizeOf(shape.slice(0, -2)) * (shape.at(-1) ?? 0)))
      return
    case 'orthogonal':
      orthogonal(part, shape, random)
      return
    case 'lstmBias': {
      const units = part.length / 4
      part.fill(1, units, 2 * units)
      return
    }
    case 'ones':
      part.fill(1)
      return
    case 'zeros':
      part.fill(0)
  }
}

/** Gram and Schmidt over the shorter side of a matrix of normal values. */
function orthogonal(
  part: Float32Array,
  [rows = 0, columns = 0]: readonly number[],
  random: RandomState,
): void {
  const wide = rows <= columns
  const [count, length] = wide ? [rows, columns] : [columns, rows]
  const vectors: Float64Array[] = []
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, () => normal(random))
    for (const other of vectors) {
      const share = dot(vector, other)
      for (let i = 0; i < length; i++) vector[i] = (vector[i] ?? 0) - share * (other[i] ?? 0)
    }
    const size = Math.sqrt(dot(vector, vector))
    // Nearly inside the others' span: rounding would tilt it. Never seen, and drawn anew.
    if (size < 1e-3) continue
    vectors.push(vector.map((value) => value / size))
  }
  for (const [v, vector] of vectors.entries()) {
    for (const [i, value] of vector.entries()) part[wide ? v * columns + i : i * columns + v] = value
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}
