import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lengthRules, runningRules, wordRules, writtenRules } from '../scripts/architectureRules.ts'
import { checkArchitecture, importsOf } from '../scripts/check-architecture.ts'
import { projectRoot } from '../scripts/run.ts'

type Files = Readonly<Record<string, string>>

/** A small tree that keeps every rule. */
const clean: Files = {
  'src/main.tsx':
    "import { App } from './components/App.tsx'\nimport './style.css'\nimport { createRoot } from 'react-dom/client'\ncreateRoot(document.body).render(<App />)",
  'src/style.css': 'body { margin: 0 }',
  'src/components/App.tsx':
    "import { Bars } from '../viz/Bars.tsx'\nimport { store } from '../model/state/store.ts'\nimport messages from 'virtual:messages/en'\nexport const App = () => <Bars a={store} b={messages} />",
  'src/viz/Bars.tsx':
    "import type { Nd } from '../model/tensor.ts'\nexport const Bars = (props: { a: Nd }) => <p>{props.a.shape.length}</p>",
  'src/model/tensor.ts': 'export interface Nd { readonly shape: readonly number[] }',
  'src/model/networks/config.ts': 'export const ratio = 4',
  'src/model/networks/build.ts':
    "import * as tf from '@tensorflow/tfjs-core'\nimport { Gate } from '../layers/Gate.ts'\nimport { ratio } from './config.ts'\nexport const network = [tf, Gate, ratio]",
  'src/model/block/block.ts': "import type { Nd } from '../tensor.ts'\nexport const block = (u: Nd) => u",
  'src/model/layers/Gate.ts':
    "import { layers } from '@tensorflow/tfjs-layers'\nimport { block } from '../block/block.ts'\nexport const Gate = [layers, block]",
  'src/model/data/digits.ts': "import type { Nd } from '../tensor.ts'\nexport const digits: Nd[] = []",
  'src/model/engine/protocol.ts':
    "import type { ratio } from '../networks/config.ts'\nexport type Run = typeof ratio",
  'src/model/engine/client/client.ts':
    "import type { Run } from '../protocol.ts'\nexport const start = (run: Run) => new Worker(new URL('../worker/worker.ts', import.meta.url), { name: String(run) })",
  'src/model/engine/worker/worker.ts':
    "import { network } from '../../networks/build.ts'\nimport { digits } from '../../data/digits.ts'\nimport { trainer } from './trainer.ts'\nexport default [network, digits, trainer]",
  'src/model/engine/worker/trainer.ts':
    "import type { Run } from '../protocol.ts'\nexport const trainer = (run: Run) => run",
  'src/model/state/store.ts':
    "import { start } from '../engine/client/client.ts'\nexport const store = start",
  'src/model/api.ts': "export { block } from './block/block.ts'",
}

/** A module of so many lines. */
const ofLines = (lines: number): string => `${'// A line\n'.repeat(lines - 1)}export const ratio = 4\n`

/** Rule → a file that breaks it. */
const plants: Readonly<Record<string, Files>> = {
  'no-circles': {
    'src/model/tensor.ts': "import type { Rank } from './rank.ts'\nexport type Nd = Rank",
    'src/model/rank.ts': "import type { Nd } from './tensor.ts'\nexport type Rank = Nd",
  },
  'no-unresolvable': { 'src/model/block/block.ts': "import './gone.ts'" },
  'no-orphans': { 'src/components/Lonely.tsx': 'export const Lonely = () => <p />' },
  'model-looks-at-no-page': {
    'src/model/block/block.ts': "import { useState } from 'react'\nexport const block = useState",
  },
  'viz-below-components': {
    'src/viz/Bars.tsx':
      "import type { App } from '../components/App.tsx'\nexport const Bars = (props: { a: typeof App }) => <p>{props.a.name}</p>",
  },
  'viz-without-store': {
    'src/viz/Bars.tsx':
      "import type { store } from '../model/state/store.ts'\nexport type Bars = typeof store",
  },
  'entries-at-the-top': { 'src/components/App.tsx': "import '../main.tsx'" },
  'workers-by-address': {
    'src/model/engine/worker/trainer.ts':
      "import type worker from './worker.ts'\nexport const trainer = (run: typeof worker) => run",
  },
  'model-floor': {
    'src/model/tensor.ts': "import { block } from './block/block.ts'\nexport type Nd = typeof block",
  },
  'model-block': {
    'src/model/block/block.ts':
      "import type { Gate } from '../layers/Gate.ts'\nexport type block = typeof Gate",
  },
  'model-layers': {
    'src/model/layers/Gate.ts': "import { digits } from '../data/digits.ts'\nexport const Gate = digits",
  },
  'model-networks': {
    'src/model/networks/build.ts':
      "import { trainer } from '../engine/worker/trainer.ts'\nexport const network = trainer",
  },
  'model-data': {
    'src/model/data/digits.ts': "import { block } from '../block/block.ts'\nexport const digits = block",
  },
  'model-engine': {
    'src/model/engine/worker/trainer.ts':
      "import { store } from '../../state/store.ts'\nexport const trainer = store",
  },
  'model-lab': {
    'src/model/lab/study.ts':
      "import type { store } from '../state/store.ts'\nexport type Study = typeof store",
    'src/model/state/store.ts':
      "import type { Study } from '../lab/study.ts'\nexport const store: Study[] = []",
  },
  'model-state': {
    'src/model/state/store.ts':
      "import type { Gate } from '../layers/Gate.ts'\nexport const store: (typeof Gate)[] = []",
  },
  'api-is-for-others': {
    'src/components/App.tsx':
      "import type { block } from '../model/api.ts'\nexport const App = (_: typeof block) => <p />",
  },
  'no-barrels': {
    'src/model/networks/config.ts':
      "import type { Nd } from '../tensor.ts'\nexport type { Nd }\nexport const ratio = 4",
  },
  'tfjs-in-its-rooms': {
    'src/model/block/block.ts':
      "import type { Tensor } from '@tensorflow/tfjs-core'\nexport type block = Tensor",
  },
  'plain-files-without-tfjs': {
    'src/model/engine/client/client.ts':
      "import type { Tensor } from '@tensorflow/tfjs-core'\nexport const start = (t: Tensor) => t",
  },
  'src-stands-alone': {
    'src/model/block/block.ts': "import { root } from '../../../scripts/run.ts'\nexport const block = root",
    'scripts/run.ts': 'export const root = 1',
  },
  'src-runs-in-browsers': {
    'src/model/block/block.ts': "import { readFileSync } from 'node:fs'\nexport const block = readFileSync",
  },
  'viz-knows-types-only': {
    'src/viz/Bars.tsx':
      "import { ratio } from '../model/networks/config.ts'\nexport const Bars = () => <p>{ratio}</p>",
  },
  'page-without-tfjs': {
    'src/model/engine/client/client.ts':
      "import { network } from '../../networks/build.ts'\nexport const start = network",
  },
  'page-without-worker-side': {
    'src/components/App.tsx': "export const App = () => import('../model/engine/worker/trainer.ts')",
  },
  'state-by-actions': {
    'src/components/App.tsx':
      "import { store } from '../model/state/store.ts'\nexport const App = () => <p onClick={() => store.setState({ r: 1 })} />",
  },
  'short-files': { 'src/model/networks/config.ts': ofLines(251) },
  'state-without-engine-room': {
    'src/model/engine/client/client.ts':
      "import { trainer } from '../worker/trainer.ts'\nexport const start = trainer",
  },
}

describe('checkArchitecture', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'se-planted-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const plant = (files: Files): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
  }

  it('finds nothing in a clean tree, and has looked at all of it', async () => {
    plant(clean)
    const report = await checkArchitecture(root)
    expect(report.violations).toEqual([])
    expect(report.modules).toBe(Object.keys(clean).filter((path) => /\.tsx?$/.test(path)).length)
  })

  it.each(Object.entries(plants))('%s: a planted violation is found', async (rule, files) => {
    plant({ ...clean, ...files })
    const { violations } = await checkArchitecture(root)
    expect(violations.map((violation) => violation.rule)).toContain(rule)
  })

  it('has a planted violation for every rule', () => {
    const rules = [...writtenRules, ...runningRules, ...wordRules, ...lengthRules].map(({ name }) => name)
    expect(Object.keys(plants).sort()).toEqual(rules.sort())
  })

  it('lets a file have as many lines as it may', async () => {
    plant({ ...clean, 'src/model/networks/config.ts': ofLines(250) })
    expect((await checkArchitecture(root)).violations).toEqual([])
  })

  it('refuses to pass over an empty tree', async () => {
    mkdirSync(join(root, 'src'))
    await expect(checkArchitecture(root)).rejects.toThrow('0 modules')
  })

  it('reads this project', async () => {
    const { modules, dependencies } = await checkArchitecture(projectRoot)
    expect(modules).toBeGreaterThan(3)
    expect(dependencies).toBeGreaterThan(modules / 2)
  })
})

describe('importsOf', () => {
  it('takes what is imported and exported again for a re-export', () => {
    expect(importsOf("import { type A, b } from './a.ts'\nexport { b }\nexport type { A }", false)).toEqual([
      { from: './a.ts', how: 'import', typeOnly: false },
      { from: './a.ts', how: 'export', typeOnly: false },
      { from: './a.ts', how: 'export', typeOnly: true },
    ])
  })

  it('tells what remains at run time from what does not', () => {
    const source = `
      import type { A } from 'a'
      import { type B } from 'b'
      export type { C } from 'c'
      export * from 'd'
      type E = import('e').E
      const f = () => import('f')
      import 'g'
      const jsx = <p>{[1].map(() => import(\`h\${1}\`))}</p>
    `
    expect(importsOf(source, true)).toEqual([
      { from: 'a', how: 'import', typeOnly: true },
      // verbatimModuleSyntax keeps this one, for its side effects.
      { from: 'b', how: 'import', typeOnly: false },
      { from: 'c', how: 'export', typeOnly: true },
      { from: 'd', how: 'export', typeOnly: false },
      { from: 'e', how: 'import', typeOnly: true },
      { from: 'f', how: 'dynamic', typeOnly: false },
      { from: 'g', how: 'import', typeOnly: false },
    ])
  })
})
