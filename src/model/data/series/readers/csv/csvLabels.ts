/** Classes of a table, which declares none: they are those that its series have. */
import { holdTo, type Limits, type Line, nameWithin } from '../limits.ts'
import { isMissing } from '../tokens.ts'

export interface Labels {
  /** Number of the label, in the order in which they are met; null if it is missing. @throws DataFormatError */
  take(cell: string, line: Line): number | null
  /** The classes in order, and the position in it of every number that was given out. */
  sorted(): { classes: string[]; classOf: number[] }
  /** By their numbers. */
  inOrder(): string[]
}

/** Labels are text, and never looked up in an object. */
export function openLabels(limits: Limits): Labels {
  const numbers = new Map<string, number>()
  // Most rows say what the row before said.
  let last: { readonly cell: string; readonly number: number | null } | null = null
  const taken = (cell: string, line: Line): number | null => {
    const label = plainLabel(cell.trim())
    if (isMissing(label)) return null
    const known = numbers.get(label)
    if (known !== undefined) return known
    nameWithin(label, 'a label', line)
    holdTo(limits, 'classes', numbers.size + 1, line, true)
    numbers.set(label, numbers.size)
    return numbers.size - 1
  }
  return {
    take(cell, line) {
      if (last?.cell === cell) return last.number
      const number = taken(cell, line)
      last = { cell, number }
      return number
    },
    inOrder: () => [...numbers.keys()],
    sorted() {
      const classes = [...numbers.keys()].sort(inOrder([...numbers.keys()]))
      const classOf = new Array<number>(classes.length)
      for (const [position, name] of classes.entries()) classOf[numbers.get(name) ?? 0] = position
      return { classes, classOf }
    },
  }
}

/** A whole number that was written as a measured value is that number: numpy writes `1.000000000000000000e+00`. */
function plainLabel(text: string): string {
  return /^[+-]?\d+(\.0*)?(e[+-]?\d+)?$/i.test(text) &&
    /[.e]/i.test(text) &&
    Number.isSafeInteger(Number(text))
    ? String(Number(text))
    : text
}

/** By size if all are numbers, else by code point: the same whatever the order of the rows and the reader's language. */
function inOrder(names: readonly string[]): (a: string, b: string) => number {
  const byText = (a: string, b: string) => (a < b ? -1 : 1)
  if (!names.every((name) => Number.isFinite(Number(name)))) return byText
  return (a, b) => Number(a) - Number(b) || byText(a, b)
}
