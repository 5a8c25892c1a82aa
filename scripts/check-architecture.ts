/**
 * Holds the imports of src/, its words and its lengths against the rules of architectureRules.ts.
 *
 * dependency-cruiser cannot read this source by itself: TypeScript 7 has no
 * JavaScript API for it to use, and its swc parser knows neither JSX nor
 * type-only imports. Left alone it reports "no violations" over 0 modules. So
 * the imports are read here and written into a skeleton of the source tree,
 * JavaScript files that consist of imports only, and that is cruised: once
 * with type-only imports and once without.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from '@swc/core'
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser'
import { lengthRules, runningRules, wordRules, writtenRules } from './architectureRules.ts'
import { projectRoot } from './run.ts'

interface Import {
  readonly from: string
  readonly how: 'import' | 'export' | 'dynamic'
  /** Gone when the program runs. */
  readonly typeOnly: boolean
}

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

export interface ArchitectureReport {
  /** Modules of src/ that were looked at. */
  readonly modules: number
  readonly dependencies: number
  readonly violations: readonly Violation[]
}

/** Every import, re-export and dynamic import of a TypeScript module. @throws Error if it cannot be parsed */
export function importsOf(source: string, tsx: boolean): Import[] {
  const found: Import[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const child of node) visit(child)
    } else if (isNode(node)) {
      const one = importOf(node)
      if (one !== null) found.push(one)
      for (const child of Object.values(node)) visit(child)
    }
  }
  const { body } = parseSync(source, { syntax: 'typescript', tsx })
  visit(body)
  return [...found, ...handedOn(body)]
}

/** What is imported and exported again in a statement of its own: a re-export all the same. */
function handedOn(body: readonly unknown[]): Import[] {
  const statements = body.filter(isNode)
  const sources = new Map<unknown, string>()
  for (const { type, specifiers, source } of statements) {
    if (type !== 'ImportDeclaration' || !isNode(source)) continue
    for (const one of nodesOf(specifiers)) sources.set(nameOf(one.local), String(source.value))
  }
  return statements.flatMap(({ type, specifiers, source, typeOnly }) =>
    type !== 'ExportNamedDeclaration' || isNode(source)
      ? []
      : nodesOf(specifiers).flatMap((one) => {
          const from = sources.get(nameOf(one.orig))
          return from === undefined ? [] : [{ from, how: 'export' as const, typeOnly: typeOnly === true }]
        }),
  )
}

function nodesOf(value: unknown): AstNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

function nameOf(identifier: unknown): unknown {
  return isNode(identifier) ? identifier.value : undefined
}

type AstNode = Readonly<Record<string, unknown>>

function importOf(node: AstNode): Import | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return anImport(node.source, 'import', node.typeOnly === true)
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return anImport(node.source, 'export', node.typeOnly === true)
    case 'TsImportType':
      return anImport(node.argument, 'import', true)
    case 'CallExpression': {
      const isImport = isNode(node.callee) && node.callee.type === 'Import'
      const [argument]: unknown[] = Array.isArray(node.arguments) ? node.arguments : []
      return isImport && isNode(argument) ? anImport(argument.expression, 'dynamic', false) : null
    }
    default:
      return null
  }
}

function anImport(source: unknown, how: Import['how'], typeOnly: boolean): Import | null {
  return isNode(source) && typeof source.value === 'string' ? { from: source.value, how, typeOnly } : null
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null
}

/**
 * Cruises src/ below `root`; packages are looked up in the project's node_modules.
 *
 * @throws Error if there is no module to look at: a check that looks at nothing cannot fail
 */
export async function checkArchitecture(root: string): Promise<ArchitectureReport> {
  const written = await cruiseSkeleton(root, () => true, writtenRules)
  const running = await cruiseSkeleton(root, ({ typeOnly }) => !typeOnly, runningRules)
  return {
    ...written,
    violations: [...written.violations, ...running.violations, ...wordsOf(root), ...lengthsOf(root)],
  }
}

/** Where a module writes a word that its room does not. Comments count: an identifier is easily found, and a rule too. */
function wordsOf(root: string): Violation[] {
  return codeIn(root).flatMap((path) => {
    const from = relative(root, path).split(sep).join('/')
    const text = readFileSync(path, 'utf8')
    return wordRules
      .filter((rule) => rule.path.test(from) && new RegExp(`\\b${rule.word}\\b`).test(text))
      .map(({ name }) => ({ rule: name, from, to: from }))
  })
}

/** Files that are longer than they may be. */
function lengthsOf(root: string): Violation[] {
  return codeIn(root).flatMap((path) => {
    const from = relative(root, path).split(sep).join('/')
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length
    return lengthRules
      .filter((rule) => rule.path.test(from) && lines > rule.most)
      .map(({ name }) => ({ rule: name, from, to: from }))
  })
}

function codeIn(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isCode)
}

async function cruiseSkeleton(
  root: string,
  keep: (one: Import) => boolean,
  rules: readonly IForbiddenRuleType[],
): Promise<ArchitectureReport> {
  const folder = mkdtempSync(join(tmpdir(), 'se-architecture-'))
  try {
    writeSkeleton(root, folder, keep)
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const { output } = await cruise(
      ['src'],
      {
        baseDir: folder,
        validate: true,
        ruleSet: { forbidden: [...rules] },
        doNotFollow: { path: 'node_modules' },
        combinedDependencies: true,
      },
      {
        extensions: ['.mjs', '.js', '.cjs', '.json'],
        exportsFields: ['exports'],
        conditionNames: ['import', 'browser', 'types', 'default'],
      },
    )
    if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`)
    const modules = output.modules.filter(({ source }) => isSkeleton(source))
    const read = modules.filter(({ dependencies }) => dependencies.length > 0)
    if (modules.length === 0 || read.length === 0) {
      throw new Error(`dependency-cruiser read ${modules.length} modules, ${read.length} with imports`)
    }
    return {
      modules: modules.length,
      dependencies: read.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
      violations: output.summary.violations.map(({ rule, from, to }) => ({
        rule: rule.name,
        from: original(from),
        to: original(to),
      })),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeSkeleton(root: string, folder: string, keep: (one: Import) => boolean): void {
  const source = join(root, 'src')
  mkdirSync(join(folder, 'src'))
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const target = join(folder, 'src', relative(source, path))
    mkdirSync(dirname(target), { recursive: true })
    if (isCode(path)) {
      const imports = importsOf(readFileSync(path, 'utf8'), path.endsWith('x'))
      // Of several statements with one module dependency-cruiser keeps the kind of the first.
      const exportsFirst = imports.toSorted((a, b) => Number(b.how === 'export') - Number(a.how === 'export'))
      writeFileSync(target + suffix, exportsFirst.filter(keep).map(statement).join('\n'))
    } else {
      // Styles and data count as something to import, whatever is in them.
      writeFileSync(target, '')
    }
  }
}

/** Makes a TypeScript file's name one that dependency-cruiser reads as JavaScript. */
const suffix = '.mjs'

const isCode = (path: string): boolean => /\.tsx?$/.test(path)
const isSkeleton = (path: string): boolean => path.startsWith('src/') && isCode(original(path))
const original = (path: string): string => (path.endsWith(suffix) ? path.slice(0, -suffix.length) : path)

function statement({ from, how }: Import): string {
  const path = JSON.stringify(isCode(from) && from.startsWith('.') ? from + suffix : from)
  return { import: `import ${path}`, export: `export * from ${path}`, dynamic: `import(${path})` }[how]
}

async function main(): Promise<void> {
  const { modules, dependencies, violations } = await checkArchitecture(projectRoot)
  const comments = new Map(
    [...writtenRules, ...runningRules, ...wordRules, ...lengthRules].map(({ name, comment }) => [
      name,
      comment,
    ]),
  )
  for (const { rule, from, to } of violations) {
    const where = from === to ? from : `${from} → ${to.split(sep).join('/')}`
    console.error(`${rule}: ${where}\n  ${comments.get(rule) ?? ''}`)
  }
  console.log(`Architecture: ${modules} modules, ${dependencies} imports, ${violations.length} violations`)
  if (violations.length > 0) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
