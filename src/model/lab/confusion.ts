/** What a classifier mixes up, and how well it does, by class and over all. */

/** Counts by true class (row) and class read (column), row-major. */
export type ConfusionMatrix = Uint32Array

/** @returns [classes · classes] @throws RangeError if the lists differ in length, or name a class that does not exist */
export function confusionMatrix(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): ConfusionMatrix {
  if (truth.length !== predicted.length) {
    throw new RangeError(`${truth.length} true classes, ${predicted.length} read`)
  }
  const matrix = new Uint32Array(classes * classes)
  for (let n = 0; n < truth.length; n++) {
    const [row, column] = [truth[n] ?? -1, predicted[n] ?? -1]
    if (!(row >= 0 && row < classes && column >= 0 && column < classes)) {
      throw new RangeError(`class ${row} read as ${column}, of ${classes} classes`)
    }
    matrix[row * classes + column] = (matrix[row * classes + column] ?? 0) + 1
  }
  return matrix
}

export interface ClassScore {
  /** Samples of the class. */
  readonly count: number
  /** Of those, the share read as it; NaN without samples. */
  readonly recall: number
  /** Of all read as the class, the share that is; NaN if none was. */
  readonly precision: number
  /** Harmonic mean of both; 0 without a hit, NaN for a class that occurs nowhere. */
  readonly f1: number
}

export function classScores(matrix: ConfusionMatrix, classes: number): readonly ClassScore[] {
  const at = (row: number, column: number) => matrix[row * classes + column] ?? 0
  const all = Array.from({ length: classes }, (_, i) => i)
  return all.map((c) => {
    const hits = at(c, c)
    const count = all.reduce((sum, column) => sum + at(c, column), 0)
    const read = all.reduce((sum, row) => sum + at(row, c), 0)
    return { count, recall: hits / count, precision: hits / read, f1: (2 * hits) / (count + read) }
  })
}

/** Share read right; NaN of an empty matrix. */
export function accuracyOf(matrix: ConfusionMatrix, classes: number): number {
  const total = matrix.reduce((sum, count) => sum + count, 0)
  return classScores(matrix, classes).reduce((hits, _, c) => hits + (matrix[c * classes + c] ?? 0), 0) / total
}

/** Mean F1 of the classes that occur, as true or as read: each counts alike, however many samples it has. */
export function macroF1(matrix: ConfusionMatrix, classes: number): number {
  const scores = classScores(matrix, classes).filter(({ f1 }) => !Number.isNaN(f1))
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length
}

/** The mistake that is made most often, the first of them on a draw; null if there is none. */
export function mostFrequentMistake(
  matrix: ConfusionMatrix,
  classes: number,
): { readonly truth: number; readonly predicted: number } | null {
  let found: { readonly truth: number; readonly predicted: number } | null = null
  let most = 0
  for (const [i, count] of matrix.entries()) {
    const [truth, predicted] = [Math.floor(i / classes), i % classes]
    if (truth === predicted || count <= most) continue
    most = count
    found = { truth, predicted }
  }
  return found
}
