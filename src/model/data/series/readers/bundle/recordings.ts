/** What names and folders say of files with a series each: `walk/03.csv`, `03_walk.txt`. */
import type { Part } from './parts.ts'
import type { FileSet, Tagged } from './source.ts'

/** One set of all the files; the columns are those that tell them apart. @param labels path of a table with their classes */
export function recordingsOf(
  trains: readonly Part[],
  tests: readonly Part[],
  labels: string | null,
): FileSet {
  const all = [...trains, ...tests].map(({ folders }) => folders)
  const root = commonRoot(all)
  const depth = Math.max(...all.map((folders) => folders.length)) - root
  const levels = Array.from({ length: depth }, (_, i) => root + i)
  const kinds = new Set([...trains, ...tests].map(kindOf))
  // Names alone, where there are no folders to say more.
  const isNamed = depth === 0 && kinds.size > 1 && kinds.size < trains.length + tests.length
  const columns = [
    'file',
    ...levels.map((_, i) => (depth === 1 ? 'folder' : `folder ${i + 1}`)),
    ...(isNamed ? ['name'] : []),
  ]
  const tagged = (parts: readonly Part[]): Tagged[] =>
    parts
      .map((part) => ({
        path: part.path,
        cells: [
          part.path.slice(rootOf(part.path, root)),
          ...levels.map((level) => part.folders[level] ?? ''),
          ...(isNamed ? [kindOf(part)] : []),
        ],
      }))
      .toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
  return {
    name: all[0]?.[root - 1] ?? '',
    train: { kind: 'recordings', columns, files: tagged(trains), labels },
    test: tests.length === 0 ? null : { kind: 'recordings', columns, files: tagged(tests), labels },
  }
}

/** How many folders all paths begin with. */
function commonRoot(all: readonly (readonly string[])[]): number {
  const [first = []] = all
  let root = 0
  while (root < first.length && all.every((folders) => folders[root] === first[root])) root++
  return root
}

/** Where what follows so many folders begins. */
function rootOf(path: string, root: number): number {
  let at = 0
  for (let i = 0; i < root; i++) at = path.indexOf('/', at) + 1
  return at
}

/** The name without its numbers: the same for several recordings of one class. */
function kindOf({ stem }: Part): string {
  return stem
    .replace(/\d+/g, '')
    .replace(/[_\-. ()]+/g, ' ')
    .trim()
}
