/** Writes sets of series in every format that is read, and generates them. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { dataErrorValues } from '../../../../src/model/data/dataErrors.ts'
import { DataFormatError } from '../../../../src/model/data/errors.ts'
import type { SeriesSet } from '../../../../src/model/data/series/types.ts'

/** A series as test data: dimension after dimension. */
export interface Plain {
  readonly dimensions: readonly (readonly number[])[]
  readonly label: string | null
}

export interface PlainSet {
  readonly name: string
  readonly classes: readonly string[]
  readonly series: readonly Plain[]
}

/** What was read, in the same shape. */
export function plainOf({ name, channels, classes, series }: SeriesSet): PlainSet {
  return {
    name,
    classes,
    series: series.map(({ data, length, label }) => ({
      dimensions: Array.from({ length: channels }, (_, c) =>
        Array.from({ length }, (_, t) => data[t * channels + c] ?? 0),
      ),
      label: label === null ? null : (classes[label] ?? null),
    })),
  }
}

export const dimensionsOf = (set: SeriesSet) => plainOf(set).series.map((one) => one.dimensions)
export const labelsOf = (set: SeriesSet) => plainOf(set).series.map((one) => one.label)

const valueText = (value: number) => (Number.isNaN(value) ? '?' : Object.is(value, -0) ? '-0' : String(value))

export function writeTs({ name, classes, series }: PlainSet): string {
  const head = [
    `@problemName ${name}`,
    '@timeStamps false',
    `@dimensions ${series[0]?.dimensions.length}`,
    '@equalLength false',
    `@classLabel ${classes.length === 0 ? 'false' : `true ${classes.join(' ')}`}`,
    '@data',
  ]
  const rows = series.map(({ dimensions, label }) => {
    const values = dimensions.map((dimension) => dimension.map(valueText).join(','))
    return [...values, ...(classes.length === 0 ? [] : [label ?? '?'])].join(':')
  })
  return `${[...head, ...rows].join('\n')}\n`
}

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`

export function writeArff({ name, classes, series }: PlainSet): string {
  const steps = Math.max(...series.map(({ dimensions }) => dimensions[0]?.length ?? 0))
  const isTable = (series[0]?.dimensions.length ?? 0) > 1
  const attributes = Array.from({ length: steps }, (_, t) => `@attribute t${t} numeric`)
  const head = [
    `@relation ${quoted(name)}`,
    ...(isTable ? ['@attribute series relational', ...attributes, '@end series'] : attributes),
    `@attribute class {${classes.map(quoted).join(',')}}`,
    '@data',
  ]
  const rows = series.map(({ dimensions, label }) => {
    const padded = dimensions.map((dimension) =>
      Array.from({ length: steps }, (_, t) => valueText(dimension[t] ?? Number.NaN)).join(','),
    )
    const values = isTable ? `'${padded.join('\\n')}'` : padded.join('')
    return `${values},${label === null ? '?' : quoted(label)}`
  })
  return `${[...head, ...rows].join('\n')}\n`
}

const cell = (text: string) => (/[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** @param order of the rows, by their position among all steps of all series */
export function writeLong(
  { series }: PlainSet,
  order: (rows: string[]) => string[] = (rows) => rows,
): string {
  const channels = series[0]?.dimensions.length ?? 0
  const names = Array.from({ length: channels }, (_, c) => `x${c + 1}`)
  const rows = series.flatMap(({ dimensions, label }, s) =>
    Array.from({ length: dimensions[0]?.length ?? 0 }, (_, t) =>
      [`s${s}`, t, cell(label ?? ''), ...dimensions.map((values) => valueText(values[t] ?? Number.NaN))].join(
        ',',
      ),
    ),
  )
  return `${['id,time,label', ...names].join(',')}\n${order(rows).join('\n')}\n`
}

/** Semicolons and decimal commas; a block of columns for each variable. */
export function writeWide({ series }: PlainSet): string {
  const steps = Math.max(...series.map(({ dimensions }) => dimensions[0]?.length ?? 0))
  const rows = series.map(({ dimensions, label }) => {
    const padded = dimensions.map((values) =>
      Array.from({ length: steps }, (_, t) =>
        t < values.length ? valueText(values[t] ?? Number.NaN).replace('.', ',') : '',
      ).join(';'),
    )
    return [...padded, cell(label ?? '')].join(';')
  })
  const names = (series[0]?.dimensions ?? []).flatMap((_, c) =>
    Array.from({ length: steps }, (_, t) => `x${c + 1}_${t}`),
  )
  return `${[...names, 'class'].join(';')}\n${rows.join('\n')}\n`
}

const value = fc.oneof(
  { weight: 6, arbitrary: fc.float({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 3, arbitrary: fc.integer({ min: -100, max: 100 }).map((n) => Math.fround(n / 8)) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)

/** Names that would be dangerous as HTML or as keys of an object, and ordinary ones; sorted. */
const classNames = fc
  .uniqueArray(
    fc.oneof(
      fc.constantFrom(
        '__proto__',
        'constructor',
        '<img/onerror=alert(1)>',
        'a"b',
        "c'd",
        'e,f',
        'g;h',
        '한글',
      ),
      fc.stringMatching(/^[A-Za-z]{4,8}$/),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((names) => names.sort())

/**
 * Every series has another length and every class a series, so that tables, which declare none, have them all; the
 * last step of a series is known in the first dimension, as ARFF needs it.
 */
export const plainSets: fc.Arbitrary<PlainSet> = fc
  .tuple(
    classNames,
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  )
  .chain(([classes, channels, lengths]) =>
    fc
      .tuple(
        ...[...classes, ...lengths].map((_, i) => {
          const length = lengths[i % lengths.length] ?? 1
          const dimension = fc.array(value, { minLength: length, maxLength: length })
          return fc.record({
            dimensions: fc.array(dimension, { minLength: channels, maxLength: channels }),
            label: i < classes.length ? fc.constant(classes[i] ?? null) : fc.constantFrom(null, ...classes),
          })
        }),
      )
      .map((series) => ({
        name: 'Some',
        classes,
        series: series.map(({ dimensions: [first = [], ...others], label }) => ({
          dimensions: [[...first.slice(0, -1), knownOf(first.at(-1))], ...others],
          label,
        })),
      })),
  )

const knownOf = (value = 0) => (Number.isNaN(value) ? 1 : value)

/** The line and the message with which a file is refused. @throws Error if it is not refused, or in another way */
export function refusal(read: () => unknown): { line: number | null; message: string } {
  try {
    read()
  } catch (error) {
    if (!(error instanceof DataFormatError)) throw error
    // The page has a sentence for it, and the sentence its values.
    expect(error.dataError?.code).toBeDefined()
    if (error.dataError !== null) {
      const { code, values } = error.dataError
      expect(Object.keys(values).sort(), code).toEqual([...dataErrorValues[code]].sort())
    }
    return { line: error.line, message: error.message }
  }
  throw new Error('the file was read')
}

/** What is wrong with a set, whatever it was read from. */
export function flaws({ channels, channelNames, classes, length, series }: SeriesSet): string[] {
  const wrong = series.flatMap((one, i) => [
    ...(one.data.length === one.length * channels ? [] : [`${i}: ${one.data.length} values`]),
    ...(one.length >= 1 ? [] : [`${i}: no step`]),
    ...(one.label === null || one.label < classes.length ? [] : [`${i}: label ${one.label}`]),
    ...(one.data.some((v) => Math.abs(v) === Number.POSITIVE_INFINITY) ? [`${i}: infinite`] : []),
  ])
  return [
    ...wrong,
    ...(series.length > 0 ? [] : ['no series']),
    ...(channelNames.length === channels ? [] : [`${channelNames.length} names`]),
    ...(length === Math.max(...series.map((one) => one.length)) ? [] : [`longest ${length}`]),
    ...(new Set(classes).size === classes.length ? [] : ['a class twice']),
  ]
}
