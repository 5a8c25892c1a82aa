/**
 * `npm run test:mutants`: draws small changes of the code by a seed, plants each in a copy of the tree and sees whether
 * a unit test fails. Exits 1 if fewer than 95 % are noticed.
 *
 * --seed n     another draw            --only a,b   these files or folders; src/model/tensor.ts:40 is one line
 * --count n    instead of 40           --list       what would be planted
 * --limit s    seconds without the end of any test, after which it hangs and counts as noticed
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { group } from 'd3'
import { Copy } from './copy.ts'
import { draw, roomOf } from './draw.ts'
import { reasonFor, stale } from './explained.ts'
import { Judge } from './judge.ts'
import { type Mutant, mutantsOf } from './sites.ts'

const BAR = 0.95
const rooms = ['src/model', 'src/viz']

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    limit: { type: 'string', default: '120' },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})

/** @throws RangeError if it is none */
function whole(name: 'seed' | 'count' | 'limit'): number {
  const value = Number(options[name])
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`--${name} is a whole number from 1, got ${options[name]}`)
  return value
}

function isWanted({ file, line }: Mutant): boolean {
  if (options.only === undefined) return true
  return options.only.split(',').some((one) => {
    const [path = '', at] = one.split(':')
    return (
      (file === path || file.startsWith(`${path.replace(/\/$/, '')}/`)) &&
      (at === undefined || Number(at) === line)
    )
  })
}

/** @throws RangeError if nothing can be changed there */
function candidates(copy: Copy): Mutant[] {
  const found = rooms
    .flatMap((room) =>
      readdirSync(join(copy.root, room), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${room}/${name}`,
      ),
    )
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
    .sort()
    .flatMap((file) => mutantsOf(file, copy.read(file)))
    .filter(isWanted)
  if (found.length === 0) throw new RangeError(`nothing to change in ${options.only ?? rooms.join(', ')}`)
  return found
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 67)}…` : line
}

function wordsOf({ file, line, kind, before, after }: Mutant): string {
  return `${file}:${line}  ${kind}: ${short(before)} → ${short(after)}`
}

interface Result {
  readonly mutant: Mutant
  readonly verdict: 'noticed' | 'survived' | 'explained'
}

async function plantAll(copy: Copy, mutants: readonly Mutant[], limit: number): Promise<Result[]> {
  const judge = new Judge(copy, 1000 * limit)
  const results: Result[] = []
  for (const mutant of mutants) {
    const reason = reasonFor(mutant, copy.read(mutant.file))
    const by = reason === undefined ? await judge.noticedBy(mutant) : null
    const verdict = reason !== undefined ? 'explained' : by === null ? 'survived' : 'noticed'
    const words = { explained: `explained: ${reason}`, survived: 'SURVIVED', noticed: `noticed: ${by}` }
    console.log(`${wordsOf(mutant)}\n    ${words[verdict]}`)
    results.push({ mutant, verdict })
  }
  for (const test of judge.left) console.log(`did not count, since it fails or is too slow as it is: ${test}`)
  return results
}

function summary(results: readonly Result[], name: string): string {
  const count = (verdict: Result['verdict']) => results.filter((one) => one.verdict === verdict).length
  const [noticed, explained] = [count('noticed'), count('explained')]
  const beside = explained === 0 ? '' : `, and ${explained} explained`
  return `${name}: ${noticed} of ${results.length - explained} noticed${beside}`
}

async function main(): Promise<void> {
  const [seed, count, limit] = [whole('seed'), whole('count'), whole('limit')]
  const copy = new Copy()
  const old = stale((file) => copy.read(file))
  if (old.length > 0) throw new Error(`explained.ts explains lines that are no more:\n${old.join('\n')}`)
  // Who names a line wants all that can be changed in it.
  const crowded = /:\d/.test(options.only ?? '')
  const drawn = await draw(candidates(copy), { seed, count, crowded }, (some) => copy.compiling(some))
  if (options.list) return console.log(drawn.map(wordsOf).join('\n'))
  const results = await plantAll(copy, drawn, limit)
  const byRoom = group(results, ({ mutant }) => roomOf(mutant.file))
  console.log(`\n${[...byRoom].map(([room, ones]) => summary(ones, room)).join('\n')}`)
  console.log(summary(results, `seed ${seed}, all`))
  const counted = results.filter(({ verdict }) => verdict !== 'explained')
  const noticed = counted.filter(({ verdict }) => verdict === 'noticed')
  if (noticed.length < BAR * counted.length) process.exitCode = 1
}

await main()
