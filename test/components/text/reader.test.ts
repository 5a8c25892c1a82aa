/** What may be wrong with a reader's file is said in both languages, whoever finds it. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileCatalog } from '../../../build/messages.ts'
import { reader as en } from '../../../src/components/text/en/reader.ts'
import { type Catalog, makeLanguage } from '../../../src/components/text/i18n.tsx'
import { reader as ko } from '../../../src/components/text/ko/reader.ts'
import { noteWords, readerWords } from '../../../src/components/text/readerWords.ts'
import {
  type DataErrorCode,
  dataError,
  dataErrorValues,
  type IssueValue,
} from '../../../src/model/data/dataErrors.ts'
import { type DataNoteCode, dataNoteValues } from '../../../src/model/data/dataNotes.ts'
import { DataFormatError, dataIssueOf, PreparationError } from '../../../src/model/data/errors.ts'
import { answered, resultOf } from '../../../src/model/data/series/readers/protocol.ts'
import { parseTs } from '../../../src/model/data/series/readers/ts.ts'

const codes = Object.keys(dataErrorValues) as DataErrorCode[]
const noteCodes = Object.keys(dataNoteValues) as DataNoteCode[]
const folder = new URL('../../../src/model/data/series/', import.meta.url).pathname
const sources = [
  'prepare.ts',
  'holdSize.ts',
  ...readdirSync(`${folder}readers`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `readers/${name}`),
].map((path) => ({ path, text: readFileSync(`${folder}${path}`, 'utf8') }))

/** Without what stands in its strings: brackets, for one. */
const unquoted = (text: string) => text.replace(/'[^'\n]*'/g, "''")

/** From behind the opening bracket to the one that closes it. */
function argumentsFrom(text: string, from: number): string {
  let depth = 1
  let at = from
  for (; depth > 0 && at < text.length; at++)
    depth += '([{'.includes(text[at] ?? ' ') ? 1 : ')]}'.includes(text[at] ?? ' ') ? -1 : 0
  return text.slice(from, at - 1)
}

describe('the code', () => {
  test('gives every error of a reader a code for the page', () => {
    const silent = sources.flatMap(({ path, text }) =>
      [...unquoted(text).matchAll(/new (?:DataFormatError|PreparationError)\(/g)]
        .map(({ index, 0: call }) => argumentsFrom(unquoted(text), index + call.length))
        // As it was in the worker, its code with it.
        .filter((given) => !/\bdataError\(/.test(given) && !given.includes('failure.dataError'))
        .map((given) => `${basename(path)}: ${given}`),
    )
    expect(silent).toEqual([])
  })

  test('throws nothing else that a reader could cause', () => {
    const others = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/throw new (\w+)/g)]
        .map(([, name]) => `${basename(path)}: ${name}`)
        .filter((one) => !/DataFormatError|PreparationError/.test(one)),
    )
    // The worker's silence is no fault of a file.
    expect(others).toEqual(['protocol.ts: Error'])
  })

  test('uses every code that there is', () => {
    const all = sources.map(({ text }) => text).join('\n')
    expect([...codes, ...noteCodes].filter((code) => !all.includes(`'${code}'`))).toEqual([])
  })
})

describe.each([
  ['en', en],
  ['ko', ko],
] as const)('the messages in %s', (lang, messages) => {
  const text = makeLanguage(lang, {}, compileCatalog(messages) as Catalog)

  test.each(codes)('%s: a sentence with these values and no others', (code) => {
    const message = messages[`reader.${code}`]
    const inserted = [...message.matchAll(/\{(\w+)/g)].map(([, name]) => name)
    expect([...new Set(inserted)].sort()).toEqual([...dataErrorValues[code]].sort())
  })

  test.each(noteCodes)('the note %s: shows each value, and no others', (code) => {
    const names: readonly string[] = dataNoteValues[code]
    const values = Object.fromEntries(names.map((name, i): [string, IssueValue] => [name, `value ${i}`]))
    const words = noteWords({ code, values }, text)
    for (const value of Object.values(values)) expect(words).toContain(`“${String(value)}”`)
    expect(words).not.toContain('{')
    expect([...messages[`reader.note.${code}`].matchAll(/\{(\w+)/g)]).toHaveLength(names.length)
  })

  test.each(codes)('%s: shows each value', (code) => {
    const names: readonly string[] = dataErrorValues[code]
    const values = Object.fromEntries(names.map((name, i): [string, IssueValue] => [name, `value ${i}`]))
    const words = readerWords({ message: '', line: 12, dataError: { code, values } }, text)
    expect(words).toContain('12')
    for (const value of Object.values(values)) expect(words).toContain(`“${String(value)}”`)
  })
})

describe('in words', () => {
  const english = makeLanguage('en', {}, compileCatalog(en) as Catalog)
  const korean = makeLanguage('ko', {}, compileCatalog(ko) as Catalog)
  const complaint = (
    code: Parameters<typeof dataError>[0],
    values: Readonly<Record<string, IssueValue>>,
  ) => ({
    message: 'in English',
    line: null,
    dataError: { code, values },
  })

  test('pieces of the file have quotes, numbers are written as people write them', () => {
    expect(readerWords(complaint('manyValues', { most: 16_000_000 }), english)).toContain('16,000,000')
    expect(readerWords(complaint('noColumn', { name: 'x', names: ['a', 'b', '…'] }), english)).toBe(
      'There is no column “x”. The columns are: “a”, “b”, ….',
    )
    expect(readerWords(complaint('classLabel', { found: '' }), english)).toContain('nothing')
    expect(readerWords(complaint('classLabel', { found: '' }), korean)).toContain('(없음)')
  })

  test('what nobody foresaw is said as it comes', () => {
    expect(readerWords(dataIssueOf(new Error('out of memory')), korean)).toBe('out of memory')
    expect(dataIssueOf('odd')).toEqual({ message: 'odd', line: null, dataError: null })
  })

  test('code and values come from the worker as they were', async () => {
    const text = '@problemName Some\n@classLabel true A B\n@data\n1,2,three:A\n'
    const answer = await answered(async () => parseTs(text))
    // As it is posted.
    const arrived = structuredClone(answer)
    let found: unknown = null
    try {
      resultOf(arrived)
    } catch (error) {
      found = error
    }
    expect(found).toBeInstanceOf(DataFormatError)
    expect(dataIssueOf(found)).toMatchObject({
      line: 4,
      dataError: { code: 'notNumber', values: { found: 'three' } },
    })
    expect(readerWords(dataIssueOf(found), korean)).toBe(
      '4번째 줄: 수가 아닌 값이 있습니다: “three”. 결측값은 물음표로 씁니다.',
    )
  })

  test('series that are nothing to train on are a RangeError with a code', () => {
    const error = new PreparationError('too few', dataError('fewClasses', { found: 1 }))
    expect(error).toBeInstanceOf(RangeError)
    expect(readerWords(dataIssueOf(error), english)).toBe(
      'There are too few classes (1): at least two are needed.',
    )
  })
})
