/** The labels of a `.ts` file, held against the classes that its head declares. */
import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'
import { excerpt, positions, shown } from './tokens.ts'

export interface DeclaredLabels {
  /**
   * Number of the class, in the order in which they are met; null if the label is `?`, and no class is called so.
   * @throws DataFormatError if there is no such class
   */
  take(label: string, line: number): number | null
  /**
   * The declared classes, and the position in them of every number that was given out.
   * @throws DataFormatError if one is declared twice
   */
  sorted(): { classes: readonly string[]; classOf: readonly number[] }
}

/**
 * A label is a declared name as it is, in other letters (sktime and aeon read files in lower case, and so leave such
 * ones unnoticed), or as another way to write the same number. A name of several words is taken where a label spells
 * them one after the other: aeon's and sktime's writers put such names into the head without a word.
 *
 * @param words what stands behind `@classLabel true`, by blanks
 * @param headLine of the line in the head
 */
export function declaredLabels(words: readonly string[], headLine: number): DeclaredLabels {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const runs: string[][] = []
  const numberFor = (run: readonly string[]): number => {
    const name = run.join(' ')
    const known = names.indexOf(name)
    if (known >= 0) return known
    runs.push([...run])
    return names.push(name) - 1
  }
  return {
    take(label, line) {
      const known = numbers.get(label)
      if (known !== undefined) return known
      if (label === '?' && !words.includes('?')) return null
      const run = runOf(label, words)
      if (run === null) throw unknown(label, words, line)
      const number = numberFor(run)
      numbers.set(label, number)
      return number
    },
    sorted() {
      const spelled = runs.some((run) => run.length > 1)
      const classes = spelled ? spelledOut(words, runs) : words
      const place = positions(classes, headLine)
      return { classes, classOf: names.map((name) => place.get(name) ?? 0) }
    },
  }
}

/** The words of the head that the label stands for. */
function runOf(label: string, words: readonly string[]): readonly string[] | null {
  if (words.includes(label)) return [label]
  const small = label.toLowerCase()
  const alike = only(words.filter((word) => word.toLowerCase() === small))
  if (alike !== null) return [alike]
  const value = label === '' ? Number.NaN : Number(label)
  const equal = only(words.filter((word) => Number(word) === value))
  if (equal !== null) return [equal]
  const parts = small.split(/\s+/)
  if (parts.length < 2) return null
  const at = words.findIndex((_, i) => parts.every((part, j) => words[i + j]?.toLowerCase() === part))
  return at < 0 ? null : words.slice(at, at + parts.length)
}

/** The one name among them; null if there is none, or several. */
function only(found: readonly string[]): string | null {
  const [first = null, ...others] = new Set(found)
  return others.length === 0 ? first : null
}

/** The head cut into the names that labels spell; what stands between two of them is a name that no label has. */
function spelledOut(words: readonly string[], runs: readonly (readonly string[])[]): string[] {
  const longestFirst = runs.toSorted((a, b) => b.length - a.length)
  const classes: string[] = []
  let between: string[] = []
  const close = () => {
    if (between.length > 0) classes.push(between.join(' '))
    between = []
  }
  for (let at = 0; at < words.length; ) {
    const run = longestFirst.find((one) => one.every((word, j) => words[at + j] === word))
    if (run === undefined) between.push(words[at++] ?? '')
    else {
      close()
      classes.push(run.join(' '))
      at += run.length
    }
  }
  close()
  return classes
}

function unknown(label: string, words: readonly string[], line: number): DataFormatError {
  const first = words.slice(0, 5).map(shown).join(', ')
  const names = [...words.slice(0, 5).map(excerpt), ...(words.length > 5 ? ['…'] : [])]
  return new DataFormatError(
    label === '' ? 'no label' : `label ${shown(label)}`,
    words.length > 5 ? `one of the ${words.length} declared classes (${first}, …)` : `one of ${first}`,
    line,
    label === ''
      ? dataError('noLabel', { classes: names })
      : dataError('unknownLabel', { label: excerpt(label), classes: names }),
  )
}
