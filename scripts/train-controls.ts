/**
 * Trains what the stored `inks` run is compared with, measures the stored runs on all held-out pictures, and writes
 * public/snapshots/controls.json. The first call trains for about an hour; what is trained is kept in .cache.
 *
 *     npm run train:controls              everything
 *     npm run train:controls -- stored    only the stored runs, which needs no training
 *     npm run train:controls -- trained   only what is trained to compare with
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { ControlRow, Controls } from '../src/model/networks/snapshotTypes.ts'
import { controlDesigns, controlRow, storedFacts } from './training/controls.ts'
import { loadData, startWasm } from './training/nodeRun.ts'

const seeds = [1, 2, 3]
const file = new URL('../public/snapshots/controls.json', import.meta.url)

const only = process.argv[2]
const data = loadData()
const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Controls) : null
const trained: Controls['trained'] = kept?.trained ?? []
let stored = kept?.stored
if (only !== 'trained' || stored === undefined) {
  stored = {
    inks: storedFacts('inks', data),
    digits: storedFacts('digits', data),
    cued: storedFacts('cued', data),
  }
  write({ trained, stored })
}
if (only !== 'stored') {
  await startWasm()
  const rows: ControlRow[] = []
  for (const id of Object.keys(controlDesigns) as ControlRow['id'][]) {
    rows.push(await controlRow(id, seeds, data, console.log))
  }
  write({ trained: rows, stored })
}

/** One line for every row and every site, numbers to five digits. */
function write({ trained, stored }: Controls): void {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(5)) : one))
  const block = (open: string, lines: readonly string[], close: string) =>
    `${open}\n${lines.join(',\n')}\n${close}`
  const rows = block('"trained": [', trained.map(text), ']')
  const facts = Object.entries(stored).map(([id, { sites, ...rest }]) =>
    block(`"${id}": ${text(rest).slice(0, -1)},"sites": [`, sites.map(text), ']}'),
  )
  writeFileSync(file, `{\n${rows},\n${block('"stored": {', facts, '}')}\n}\n`)
}
