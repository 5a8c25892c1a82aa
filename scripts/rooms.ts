/**
 * `npm run rooms`: draws the picture of the rooms in ARCHITECTURE.md from the imports as they are.
 * An arrow means “imports”: solid if it remains when the program runs, dotted if only types are taken.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { importsOf } from './check-architecture.ts'
import { projectRoot } from './run.ts'

const source = join(projectRoot, 'src')
const begin = '<!-- rooms: made by npm run rooms -->'
const end = '<!-- /rooms -->'

/** Node of the diagram and its label, in the order in which they are drawn. */
const rooms: readonly (readonly [id: string, label: string])[] = [
  ['entries', 'boot.ts, main.tsx'],
  ['components', 'components/'],
  ['viz', 'viz/'],
  ['state', 'model/state/'],
  ['client', 'model/engine/<br/>page side'],
  ['api', 'model/api.ts'],
  ['worker', 'model/engine/<br/>worker side'],
  ['lab', 'model/lab/'],
  ['layers', 'model/layers/'],
  ['networks', 'model/networks/'],
  ['data', 'model/data/'],
  ['block', 'model/block/'],
  ['floor', 'model/tensor.ts,<br/>checks.ts'],
  ['tfjs', 'TensorFlow.js'],
]

/** The room of a file below src/; null for declarations of virtual modules. */
function roomOf(file: string): string | null {
  if (file.endsWith('.d.ts')) return null
  const [first = '', second = ''] = file.split('/')
  if (first !== 'model') return first.includes('.') ? 'entries' : first
  if (/^engine\/(client\/|(protocol|recipe)\.ts$)/.test(file.slice('model/'.length))) return 'client'
  if (second === 'engine') return 'worker'
  return second === 'tensor.ts' || second === 'checks.ts' ? 'floor' : second.replace('.ts', '')
}

/** Keys `from to`; true: something remains at run time. */
function edges(): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>()
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!/\.tsx?$/.test(entry.name)) continue
    const from = roomOf(relative(source, path))
    for (const one of importsOf(readFileSync(path, 'utf8'), path.endsWith('x'))) {
      const to = one.from.startsWith('.')
        ? roomOf(relative(source, resolve(dirname(path), one.from)))
        : one.from.startsWith('@tensorflow/')
          ? 'tfjs'
          : null
      if (from === null || to === null || from === to || one.from.endsWith('.css')) continue
      const key = `${from} ${to}`
      found.set(key, (found.get(key) ?? false) || !one.typeOnly)
    }
  }
  return found
}

function diagram(): string {
  const order = rooms.map(([id]) => id)
  const links = [...edges()].map(([key, runs]) => {
    const [from = '', to = ''] = key.split(' ')
    if (!order.includes(from) || !order.includes(to)) throw new Error(`no room is drawn for ${key}`)
    return { from, to, runs }
  })
  links.sort(
    (a, b) => order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to),
  )
  return [
    '```mermaid',
    'flowchart TD',
    ...rooms.map(([id, label]) => `  ${id}["${label}"]`),
    ...links.map(({ from, to, runs }) => `  ${from} ${runs ? '-->' : '-.->'} ${to}`),
    // Not an import: the client starts the worker by its address.
    '  client == starts ==> worker',
    '```',
  ].join('\n')
}

const file = join(projectRoot, 'ARCHITECTURE.md')
const text = readFileSync(file, 'utf8')
const [before, rest] = [text.indexOf(begin), text.indexOf(end)]
if (before < 0 || rest < before) throw new Error(`ARCHITECTURE.md lacks ${begin} … ${end}`)
writeFileSync(file, `${text.slice(0, before + begin.length)}\n${diagram()}\n${text.slice(rest)}`)
