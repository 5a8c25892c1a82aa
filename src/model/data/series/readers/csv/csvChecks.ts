/** Whether somebody's arrangement of a table is one; whether the table has such columns the reading will say. */
import {
  anyText,
  type Check,
  type Checks,
  holdArgument,
  holdNames,
  holdOption,
  holdOptions,
  isRecord,
  listOf,
  oneOf,
  optional,
  whole,
  yesOrNo,
} from '../../../../checks.ts'
import type { CsvOptions, LongColumns, TableOptions, WideColumns, Windows } from './csvOptions.ts'

const start = 'previewCsv(text).guess is a start'

/** Of the right type; which numbers are possible depends on the table, and is said with the line. */
const number: Check = { expected: 'a whole number from 1', fits: (value) => typeof value === 'number' }
const column: Check = {
  expected: 'a column, by its name or its position from 0',
  fits: (value) => typeof value === 'string' || typeof value === 'number',
}
const columns: Check = {
  expected: 'a list of columns, by name or position from 0',
  fits: (value) => Array.isArray(value) && Array.from(value).every(column.fits),
}
const columnOrNull: Check = { expected: `${column.expected}, or null for none`, fits: orNull(column) }

function orNull({ fits }: Check): Check['fits'] {
  return (value) => value === null || fits(value)
}

const tableChecks: Checks<TableOptions> = {
  delimiter: optional({ ...anyText, expected: 'one character' }),
  firstRow: optional(whole(0)),
  decimal: optional({ ...oneOf(['.', ',', 'either']), expected: 'one of “.”, “,”, either' }),
  missing: optional({
    expected: 'a list of texts',
    fits: (value) => (Array.isArray(value) && value.length === 0) || listOf(anyText, '').fits(value),
  }),
  header: optional(yesOrNo),
  turned: optional(yesOrNo),
  name: optional(anyText),
}

const layoutChecks = {
  long: {
    id: {
      expected: 'a column or several, by name or position from 0, or null for one recording',
      fits: (value) => value === null || column.fits(value) || columns.fits(value),
    },
    time: columnOrNull,
    label: columnOrNull,
    channels: columns,
    variable: optional(columnOrNull),
    windows: optional({
      expected: 'an object with length and stride, or null',
      fits: (value) => value === null || isRecord(value),
    }),
  } satisfies Checks<LongColumns>,
  wide: {
    label: columnOrNull,
    values: { expected: `${columns.expected}, or null for all`, fits: orNull(columns) },
    id: optional(columnOrNull),
    channels: optional(number),
    order: optional(oneOf(['blocks', 'interleaved'])),
  } satisfies Checks<WideColumns>,
} satisfies Record<CsvOptions['layout'], object>

const windowChecks: Checks<Windows> = { length: number, stride: number }

/** @throws RangeError if one is unknown, or none of its choices @throws TypeError if they are no object */
export function holdTableOptions(options: unknown): void {
  holdOptions(options, tableChecks)
}

/**
 * @throws RangeError if an option is unknown, or none of its choices
 * @throws TypeError if options or columns are missing, or no objects
 */
export function holdCsvOptions(options: unknown): void {
  holdArgument('options', options, {
    expected: `an object with layout and columns; ${start}`,
    fits: isRecord,
  })
  const { layout, columns, ...table } = options as Readonly<Record<string, unknown>>
  const layouts = oneOf(Object.keys(layoutChecks))
  holdOption('layout', layout, { ...layouts, expected: `${layouts.expected}; ${start}` })
  holdArgument('columns', columns, {
    expected: `an object that says which columns there are; ${start}`,
    fits: isRecord,
  })
  holdNames(table, [...Object.keys(tableChecks), 'layout', 'columns'])
  for (const [name, check] of Object.entries(tableChecks)) holdOption(name, table[name], check)
  holdOptions(columns, layoutChecks[layout as CsvOptions['layout']], 'columns')
  const { windows } = columns as { readonly windows?: unknown }
  if (isRecord(windows)) holdOptions(windows, windowChecks, 'columns.windows')
}
