/** Which data sets lie in a folder or an archive: pairs, files of labels, one file a series, one file a variable. */
import { isTable, keyOf, type Part, partOf } from './parts.ts'
import { recordingsOf } from './recordings.ts'
import type { FileSet, Source, Tagged } from './source.ts'

/**
 * Data sets by the names of files alone, in the order of their names; nothing is opened.
 * @param paths with `/` between folders and name
 */
export function fileSetsIn(paths: readonly string[]): FileSet[] {
  const parts = paths.map(partOf).filter((part) => part !== null)
  const trains = parts.filter(({ role }) => role === 'train')
  const found = trains.length > 0 ? withRoles(parts) : withoutRoles(parts)
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

function withRoles(parts: readonly Part[]): FileSet[] {
  const byRole = (role: Part['role']) => parts.filter((part) => part.role === role)
  const labelled = byRole('train')
    .filter(({ isLabels }) => isLabels)
    .flatMap((labels) => labelledSets(labels, byRole('train'), byRole('test')))
  if (labelled.length > 0) return labelled
  const recorded = byRole('train').filter((part) => part.hasRoleFolder && isTable(part) && !part.isLabels)
  if (recorded.length >= fewRecordings) {
    const tests = byRole('test').filter((part) => part.hasRoleFolder && isTable(part) && !part.isLabels)
    const labels = byRole('single').find(({ isLabels }) => isLabels)?.path ?? null
    return [recordingsOf(recorded, tests, labels)]
  }
  const pairs = byRole('train').flatMap((train): Candidate[] => {
    const test = byRole('test').find((part) => keyOf(part) === keyOf(train) && part.format === train.format)
    return test === undefined ? [] : [{ part: train, test }]
  })
  if (pairs.length === 0) return setsOf(parts.map((part) => ({ part, test: null })))
  // Halves alone are files as well; a table beside pairs is more often about them.
  const paired = new Set(pairs.map(({ part }) => keyOf(part)))
  const alone = parts.filter((part) => !isTable(part) && !paired.has(keyOf(part)))
  return setsOf([...pairs, ...alone.map((part) => ({ part, test: null }))])
}

/** Fewer tables than these are not taken for a series each without being told apart by labels. */
const fewRecordings = 3

function withoutRoles(parts: readonly Part[]): FileSet[] {
  const own = parts.filter((part) => !isTable(part))
  if (own.length > 0) return setsOf(own.map((part) => ({ part, test: null })))
  const labels = parts.filter(({ isLabels }) => isLabels)
  const data = parts.filter(({ isLabels }) => !isLabels)
  const [first, second] = data
  if (first === undefined) return setsOf(labels.map((part) => ({ part, test: null })))
  const [classes = null] = labels
  if (second !== undefined) return [recordingsOf(data, [], classes?.path ?? null)]
  if (classes === null) return setsOf([{ part: first, test: null }])
  return [
    {
      name: nameOf(first),
      train: { kind: 'labelled', data: first.path, labels: classes.path },
      test: null,
    },
  ]
}

/** How files with the series themselves are called beside one with their classes. */
const usualData = /^(x|data|series|signals?|values|inputs?|시계열|데이터)$/i
/** What else lies there, and is no variable. */
const besides = /^(subjects?|groups?|participants?|users?|ids?|folds?|s)([_\-. ]?(ids?|no))?$/i

function labelledSets(labels: Part, trains: readonly Part[], tests: readonly Part[]): FileSet[] {
  const partner = (part: Part) => tests.find((test) => keyOf(test) === keyOf(part)) ?? null
  const testLabels = partner(labels)
  const tables = trains.filter((part) => isTable(part) && !part.isLabels && !besides.test(part.stem))
  const beside = tables.filter((part) => isSame(part.folders, labels.folders))
  const withTest = (train: Source, test: Source | null): FileSet => ({
    name: [...labels.folders].at(-1) ?? '',
    train,
    test,
  })
  const whole =
    beside.find((part) => usualData.test(part.stem)) ?? (beside.length === 1 ? beside[0] : undefined)
  const sets: FileSet[] = []
  if (whole !== undefined) {
    const test = partner(whole)
    sets.push(
      withTest(
        { kind: 'labelled', data: whole.path, labels: labels.path },
        test === null || testLabels === null
          ? null
          : { kind: 'labelled', data: test.path, labels: testLabels.path },
      ),
    )
  }
  for (const group of groupsOf(tables.filter((part) => part !== whole && isUnder(part, labels)))) {
    if (group.length < 2) continue
    const others = group.map(partner)
    const found = others.filter((part) => part !== null)
    const files = (some: readonly Part[]): Tagged[] => some.map(({ path, stem }) => ({ path, cells: [stem] }))
    const set = withTest(
      { kind: 'variables', files: files(group), labels: labels.path },
      found.length < group.length || testLabels === null
        ? null
        : { kind: 'variables', files: files(found), labels: testLabels.path },
    )
    sets.push({ ...set, name: group[0]?.folders.at(-1) ?? set.name })
  }
  return sets.length < 2
    ? sets
    : sets.map((set) => ({ ...set, name: set.name === '' ? nameOfSource(set) : set.name }))
}

function nameOfSource({ train }: FileSet): string {
  return train.kind === 'labelled' ? (partOf(train.data)?.stem ?? '') : ''
}

interface Candidate {
  readonly part: Part
  readonly test: Part | null
}

/** The formats say more or less of the series: of two of the same the one that says more is taken. */
const order = ['ts', 'arff', 'csv', null] as const

/** A set for each name, without the single variables that an archive has beside the whole. */
function setsOf(found: readonly Candidate[]): FileSet[] {
  const best = new Map<string, Candidate>()
  for (const candidate of found) {
    const key = keyOf(candidate.part)
    const before = best.get(key)
    if (before === undefined || order.indexOf(candidate.part.format) < order.indexOf(before.part.format))
      best.set(key, candidate)
  }
  const whole = [...best.values()]
  return whole
    .filter(({ part }) => !isDimension(part, whole))
    .map(({ part, test }) => ({
      name: nameOf(part),
      train: { kind: 'file', path: part.path },
      test: test === null ? null : { kind: 'file', path: test.path },
    }))
}

function isDimension(part: Part, all: readonly Candidate[]): boolean {
  const base = /^(.+?)[_\- ]?dim(?:ension)?[_\- ]?\d+$/i.exec(part.stem)?.[1]
  return base !== undefined && all.some((other) => other.part.stem.toLowerCase() === base.toLowerCase())
}

const nameOf = ({ stem, folders }: Part) => stem || (folders.at(-1) ?? '')

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i])

const isUnder = (part: Part, labels: Part) => labels.folders.every((name, i) => part.folders[i] === name)

/** By their folders. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const key = JSON.stringify(part.folders)
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups.values()]
}
