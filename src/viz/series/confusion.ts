/** Geometry and hands of a confusion matrix. Pure; the statistics are model/lab/confusion.ts's. */

export interface MatrixCell {
  readonly truth: number
  readonly prediction: number
}

export interface ConfusionLayout {
  /** Side of a cell, in pixels. */
  readonly cell: number
  /** Room for the names of the rows. */
  readonly names: number
  /** Height of the names of the columns. */
  readonly head: number
  /** Columns are numbered, and so are the names of the rows: their cells are too narrow for words. */
  readonly numbered: boolean
  /** So do numbers under the columns. */
  readonly tight: boolean
  /** Too many classes for numbers and names in every cell; those of the selected cell remain. */
  readonly dense: boolean
  /** Width of each of the columns at the right. */
  readonly scores: number
  /** Whether both stand there, sum and recall, or recall alone: on a phone it must not be scrolled to. */
  readonly sums: boolean
}

/** Up to so many classes, counts and names are printed. */
export const mostWithText = 25
const [widest, narrowest] = [88, 28]
/** In narrower columns names that do not fit on one line are numbers. */
const wordsFrom = 80
/** Narrower columns have precisions that run downwards. */
const numbersFrom = 42
/** A cell without a number. */
const [widestDense, narrowestDense] = [18, 8]

/**
 * @param width what there is, in pixels; where cells would get too small the matrix is wider than that, to be scrolled
 * @param longest width of the longest class name, in pixels
 * @param words width of the longest of what else stands in the column of the names
 */
export function confusionLayout(classes: number, width: number, longest: number, words = 0): ConfusionLayout {
  const dense = classes > mostWithText
  const scores = width < 480 ? 44 : 54
  const left = width - 2 * scores - classes * 44
  const names = Math.ceil(
    Math.max(72, Math.min(Math.max(longest, words) + 12, Math.max(width * 0.19, Math.min(160, left)))),
  )
  const roomBeside = (columns: number) =>
    Math.floor((width - names - columns * scores) / Math.max(1, classes))
  const sums = roomBeside(2) >= (dense ? narrowestDense : narrowest)
  const room = roomBeside(sums ? 2 : 1)
  const cell = dense
    ? Math.max(narrowestDense, Math.min(widestDense, room))
    : Math.max(narrowest, Math.min(widest, room))
  return {
    cell,
    names,
    head: dense ? 26 : 40,
    numbered: !dense && cell < wordsFrom && longest + 6 > cell,
    tight: cell < numbersFrom,
    dense,
    scores,
    sums,
  }
}

/** Count ÷ sum of its row; 0 in an empty row. [classes · classes] */
export function rowShares(matrix: ArrayLike<number>, classes: number): Float64Array {
  const shares = new Float64Array(classes * classes)
  for (let row = 0; row < classes; row++) {
    let sum = 0
    for (let i = row * classes; i < (row + 1) * classes; i++) sum += matrix[i] ?? 0
    if (sum === 0) continue
    for (let i = row * classes; i < (row + 1) * classes; i++) shares[i] = (matrix[i] ?? 0) / sum
  }
  return shares
}

/** Exponent below 1, as in the maps: what is seldom mixed up is still seen. */
const ramp = 0.6

/** Share of the full ink that a cell is painted with. */
export function cellInk(share: number): number {
  return share ** ramp
}

/** Where a key leads within the grid; null: not a key of a grid, leave it to the page. */
export function movedCell(
  key: string,
  withControl: boolean,
  { truth, prediction }: MatrixCell,
  classes: number,
): MatrixCell | null {
  const last = classes - 1
  const within = (i: number) => Math.max(0, Math.min(last, i))
  switch (key) {
    case 'ArrowUp':
      return { truth: within(truth - 1), prediction }
    case 'ArrowDown':
      return { truth: within(truth + 1), prediction }
    case 'ArrowLeft':
      return { truth, prediction: within(prediction - 1) }
    case 'ArrowRight':
      return { truth, prediction: within(prediction + 1) }
    case 'Home':
      return { truth: withControl ? 0 : truth, prediction: 0 }
    case 'End':
      return { truth: withControl ? last : truth, prediction: last }
    default:
      return null
  }
}
