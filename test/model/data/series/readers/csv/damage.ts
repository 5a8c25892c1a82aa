/** Tables that something has happened to: bytes, cells, rows and delimiters lost, doubled, moved or put in. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { decodeText } from '../../../../../../src/model/data/series/readers/decode.ts'
import { longRows, rowsOf } from './tableCases.ts'

const folder = new URL('../../../../../cases/tables/', import.meta.url).pathname

/** By their names: the files in test/cases/tables, and others in more dialects and layouts. */
export const tables: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(folder).map((name) => [name, decodeText(readFileSync(`${folder}${name}`)).text]),
  ),
  semicolons: `sep=;\r\nid;Zeit;x;Klasse\r\n${longRows((id, t, c) => `${id};0${t + 1}.02.2024;1.00${t},5;${c}\r`)}`,
  tabs: `id\tt\tx\tclass\r${longRows((id, t, c) => `${id}\t${t}\t${t} V\t"${c}, ""${c}"""`).replaceAll('\n', '\r')}`,
  blanks: `# id t x class\n${longRows((id, t, c) => `${id} ${t} ${t}.5 ${c}`)}`,
  units: `id,t,x,y,class\n-,s,m/s2,m/s2,-\n${longRows((id, t, c) => `${id},${t},${t},NaN,${c}`)}`,
  groups: `,,acc,acc,\nid,t,x,y,class\n${longRows((id, t, c) => `${id},${t},${t},${-t},${c}`)}`,
  melted: `id,time,name,value\n${rowsOf(24, (i) => `${i >> 3},${i % 4},${i & 4 ? 'y' : 'x'},${i}`)}`,
  stream: `Time (s),ax,ay,activity\n${rowsOf(60, (i) => `${i / 50},${i % 5},${i % 7},${i % 30 < 15 ? 'run' : 'walk'}`)}`,
  'no names': rowsOf(60, (i) => `1600,${i % 30 < 15 ? 'A' : 'B'},${25_220 + i * 5},${i % 9},${i % 7};`),
  steps: `t0_x,t0_y,t1_x,t1_y,label\n${rowsOf(12, (i) => `0,${i},1,2,${i % 2}.0`)}`,
  dates: `subject,2024-01-01,2024-01-02,2024-01-03,class\n${rowsOf(12, (i) => `${i % 4},0,1,${i},${i % 2 ? 'b' : 'a'}`)}`,
  'a single column': rowsOf(60, (i) => `${i % 7}.5`),
}

const hostile = [
  '\u0000',
  '\ufeff',
  '"',
  '""',
  "'",
  '\r',
  '\n\n',
  '\r\n',
  '#',
  'sep=,\n',
  '-',
  'NaN',
  'inf',
  '1e999',
  '9'.repeat(400),
  'A'.repeat(300),
  '1,234.5',
  '1.234,5',
  '12 %',
  '12:00',
  '2024-01-05',
  '__proto__',
  '한글',
]
const signs = [',', ';', '\t', '|', ' ']

export interface Damage {
  readonly kind: (typeof kinds)[number]
  /** Where, from 0 to 1. */
  readonly at: number
  readonly to: number
  readonly text: string
  readonly sign: string
}

const kinds = [
  'cut',
  'drop',
  'double',
  'insert',
  'swap bytes',
  'drop row',
  'double row',
  'swap rows',
  'drop cell',
  'double cell',
  'swap cells',
  'another cell',
  'another delimiter',
  'drop delimiter',
] as const

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: place,
    to: place,
    text: fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 4 })),
    sign: fc.constantFrom(...signs),
  }),
  { minLength: 1, maxLength: 5 },
)

export const damaged = (text: string, all: readonly Damage[]): string => all.reduce(withDamage, text)

function withDamage(text: string, { kind, at, to, text: put, sign }: Damage): string {
  const from = Math.floor(at * text.length)
  const other = Math.floor(to * text.length)
  const piece = text.slice(from, from + 1 + Math.floor(to * 30))
  switch (kind) {
    case 'cut':
      return text.slice(0, from)
    case 'drop':
      return text.slice(0, from) + text.slice(from + piece.length)
    case 'double':
      return text.slice(0, from) + piece + text.slice(from)
    case 'insert':
      return text.slice(0, from) + put + text.slice(from)
    case 'swap bytes':
      return swapped([...text], from, other).join('')
    case 'another delimiter':
      return text.replaceAll(delimiterOf(text), sign)
    case 'drop delimiter': {
      const found = text.indexOf(delimiterOf(text), from)
      return found < 0 ? text : text.slice(0, found) + text.slice(found + 1)
    }
    default:
      return withRows(text, kind, at, to, put)
  }
}

function withRows(text: string, kind: Damage['kind'], at: number, to: number, put: string): string {
  const rows = text.split('\n')
  const row = Math.floor(at * rows.length)
  const delimiter = delimiterOf(text)
  const cells = (rows[row] ?? '').split(delimiter)
  const cell = Math.floor(to * cells.length)
  const withCells = (changed: readonly string[]) => rows.with(row, changed.join(delimiter)).join('\n')
  switch (kind) {
    case 'drop row':
      return rows.toSpliced(row, 1).join('\n')
    case 'double row':
      return rows.toSpliced(row, 0, rows[row] ?? '').join('\n')
    case 'swap rows':
      return swapped(rows, row, Math.floor(to * rows.length)).join('\n')
    case 'drop cell':
      return withCells(cells.toSpliced(cell, 1))
    case 'double cell':
      return withCells(cells.toSpliced(cell, 0, cells[cell] ?? ''))
    case 'swap cells':
      return withCells(swapped(cells, cell, cells.length - 1 - cell))
    default:
      return withCells(cells.with(cell, put))
  }
}

function swapped<T>(all: readonly T[], one: number, other: number): T[] {
  const [a, b] = [all[one], all[other]]
  return a === undefined || b === undefined ? [...all] : all.with(one, b).with(other, a)
}

/** The sign of those that separate cells that is there most often. */
const delimiterOf = (text: string) =>
  signs.toSorted((a, b) => text.split(b).length - text.split(a).length)[0] ?? ','
