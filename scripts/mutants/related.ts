/** Which unit tests a file is part of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { importsOf } from '../check-architecture.ts'

/** As in vitest.config.ts, project `node`. */
const isUnitTest = (file: string): boolean =>
  /^test\/.*\.test\.tsx?$/.test(file) && !/^test\/(browser|e2e|long)\//.test(file)

/** By file: the files that import it, when the program runs or for its types. */
export function importersIn(root: string): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>()
  for (const folder of ['src', 'test', 'scripts', 'build']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      const file = `${folder}/${name}`
      const code = readFileSync(join(root, file), 'utf8')
      const starts = code.matchAll(/new URL\('(\.[^']+\.tsx?)', import\.meta\.url\)/g)
      const imports = importsOf(code, file.endsWith('x')).map(({ from }) => from)
      for (const from of [...imports, ...Array.from(starts, ([, path = '']) => path)]) {
        const target = relative(root, resolve(root, dirname(file), from))
        if (!from.startsWith('.') || !existsSync(join(root, target))) continue
        importers.set(target, [...(importers.get(target) ?? []), file])
      }
    }
  }
  return importers
}

export interface RelatedTest {
  readonly file: string
  /** Imports from it to the file. */
  readonly steps: number
  /** Folders that both lie in, below `src` and `test`. */
  readonly shared: number
}

/** Unit tests that import the file, in one step or many. */
export function testsOf(file: string, importers: ReadonlyMap<string, readonly string[]>): RelatedTest[] {
  const steps = new Map([[file, 0]])
  for (const [one, far] of steps)
    for (const importer of importers.get(one) ?? []) if (!steps.has(importer)) steps.set(importer, far + 1)
  const folders = foldersOf(file)
  return [...steps].flatMap(([one, far]) => {
    if (!isUnitTest(one)) return []
    const differ = foldersOf(one).findIndex((folder, i) => folder !== folders[i])
    return [{ file: one, steps: far, shared: differ < 0 ? foldersOf(one).length : differ }]
  })
}

function foldersOf(file: string): string[] {
  return dirname(file).split('/').slice(1)
}
