/** What the name of a file in a folder or an archive says of it. */
import { fileRole, type SeriesFormat } from '../pair.ts'

export interface Part {
  readonly path: string
  /** Of the name, or else of a folder: `train/walk/1.csv`. */
  readonly role: 'train' | 'test' | 'single'
  readonly hasRoleFolder: boolean
  /** By the ending; null if that says nothing. */
  readonly format: SeriesFormat | null
  /** Folders, without one that only says the role. */
  readonly folders: readonly string[]
  /** The name without role and ending. */
  readonly stem: string
  /** Whether it is called as the classes of other files are: `y_train.csv`, `labels.txt`. */
  readonly isLabels: boolean
}

/** Endings of text that may be series; a file without one may be, too. */
const readable = new Set(['', 'ts', 'arff', 'csv', 'tsv', 'tab', 'txt', 'dat', 'data', 'asc'])
const aside =
  /(^|[_\-. ])(readme|read me|licen[cs]e|copying|notice|changelog|citation|about|description|metadata|info)([_\-. ]|$)/i
/** `y` alone only: `body_acc_y` is a variable. */
const labels = /^(y|(.*[_\-. ])?(labels?|targets?|class(es)?|라벨|레이블|정답|클래스))$/i

/** null if it is nothing to be read: hidden, of another kind, or about the files beside it. */
export function partOf(path: string): Part | null {
  const all = path.split('/').filter((name) => name !== '' && name !== '.')
  const file = all.at(-1)
  if (
    file === undefined ||
    path.endsWith('/') ||
    all.some((name) => name.startsWith('.') || name === '__MACOSX')
  )
    return null
  const dot = file.lastIndexOf('.')
  const ending = dot <= 0 ? '' : file.slice(dot + 1).toLowerCase()
  if (!readable.has(ending)) return null
  const { problem, role, format } = fileRole(file)
  if ((format === null && aside.test(problem)) || /^(desktop\.ini|thumbs\.db)$/i.test(file)) return null
  const directories = all.slice(0, -1)
  const roles = directories
    .map((name) => fileRole(name))
    .map((one) => (one.problem === '' ? one.role : 'single'))
  const roleFolder = roles.find((one) => one !== 'single')
  return {
    path,
    role: role === 'single' ? (roleFolder ?? 'single') : role,
    hasRoleFolder: roleFolder !== undefined,
    format,
    folders: directories.filter((_, i) => roles[i] === 'single'),
    stem: problem,
    isLabels: labels.test(problem) && format !== 'ts' && format !== 'arff',
  }
}

/** Whether it can hold rows and columns only: `.ts` and ARFF say themselves what they are. */
export function isTable({ format }: Part): boolean {
  return format === null || format === 'csv'
}

/** The same for a file to train and the one to test that belongs to it. */
export function keyOf({ folders, stem }: Part): string {
  return JSON.stringify([folders, stem.normalize('NFC').toLowerCase()])
}
