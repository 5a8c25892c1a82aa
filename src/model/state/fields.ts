/**
 * Every field that outlives a page view, in one table: where it is stored, how it is written and read.
 * The URL codec and local storage are made from this table.
 */
import { type GateName, gateNames, type SqueezeOp, squeezeOps } from '../block/options.ts'
import { type NetId, type Placement, placements, type SeriesSize } from '../networks/config.ts'
import { type Edits, formatEdits, noEdits, parseEdits } from './edits.ts'
import { formatPlant, type PlantChoices, parsePlant, plantDefaults } from './plantCode.ts'
import { formatSample, parseSample, type SampleSpec } from './sampleCode.ts'
import { type RowId, rows, type StepId, stepIds } from './steps.ts'

export type Language = 'en' | 'ko'
export type Theme = 'system' | 'light' | 'dark'

/** Where the series of the series network come from. */
export const dataIds = ['weather', 'planted', 'cued', 'gestures', 'own'] as const
export type DataId = (typeof dataIds)[number]

/** Whether the series are the reader's own: before they bring some there are none. */
export function isReaders(data: DataId): boolean {
  return data === 'own' || data === 'gestures'
}

export interface Fields {
  net: NetId
  /** Series network: its data, … */
  data: DataId
  /** … what is asked of weather, … */
  task: 'city' | 'citySeason'
  /** … what is planted, … */
  plant: PlantChoices
  /** … its size, and its switches. */
  size: SeriesSize
  lstm: boolean
  dimensionShuffle: boolean
  /** Stored run to show: with the block or trained without it. */
  snapshot: 'se' | 'plain'
  /** null: the one that the network opens with (`siteOrFirst`). */
  site: string | null
  step: StepId
  /** Training step shown; null: the latest. */
  at: number | null
  /** null: the featuredSample's picture. */
  sample: SampleSpec | null
  /** null: the featuredSample. */
  channel: number | null
  /** null: as the network was trained. */
  r: number | null
  squeeze: SqueezeOp
  gate: GateName
  place: Placement
  seed: number
  edit: Edits
  cover: readonly RowId[]
  from: 'mlstm-fcn' | null
  lang: Language
  theme: Theme
  /** Every stage of the figure open, at every step. */
  unfolded: boolean
  /** Projector mode: larger labels, thicker threads. */
  projector: boolean
}

export interface Field<T> {
  readonly stored: 'url' | 'local' | 'url+local'
  /** Its name in the address, where that is another one than the field's. */
  readonly parameter?: string
  readonly initial: T
  /** null: not understood. */
  readonly parse: (text: string) => T | null
  readonly format: (value: T) => string
}

const oneOf = <T extends string>(
  options: readonly T[],
  initial: T,
  stored: Field<T>['stored'] = 'url',
): Field<T> => ({
  stored,
  initial,
  parse: (text) => options.find((option) => option === text) ?? null,
  format: (value) => value,
})

const integer = (initial: number, most: number): Field<number> => ({
  stored: 'url',
  initial,
  parse: (text) => (/^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : null),
  format: String,
})

const onOff = (initial: boolean, stored: Field<boolean>['stored'] = 'url'): Field<boolean> => ({
  stored,
  initial,
  parse: (text) => (text === '1' ? true : text === '0' ? false : null),
  format: (value) => (value ? '1' : '0'),
})

/** A field that may be absent: written as nothing. */
const optional = <T>(field: Field<T>): Field<T | null> => ({
  stored: field.stored,
  initial: null,
  parse: field.parse,
  format: (value) => (value === null ? '' : field.format(value)),
})

/** What links of earlier versions call rows of the figure. */
const formerRows: ReadonlyMap<string, RowId> = new Map([
  ['Xt', 'out'],
  ['output', 'reading'],
])

/** The page shows the steps by number and name; an address that somebody typed may have either. */
const stepField: Field<StepId> = {
  ...oneOf(stepIds, 'why'),
  parse: (text) => stepIds.find((id, number) => text === id || text === String(number)) ?? null,
}

export const fields: { readonly [K in keyof Fields]: Field<Fields[K]> } = {
  net: oneOf(['inks', 'digits', 'series'], 'inks'),
  data: oneOf(dataIds, 'weather'),
  task: oneOf(['city', 'citySeason'], 'city'),
  plant: { stored: 'url', initial: plantDefaults, parse: parsePlant, format: formatPlant },
  size: oneOf(['small', 'paper'], 'small'),
  lstm: onOff(true),
  dimensionShuffle: { ...onOff(true), parameter: 'shuffle' },
  snapshot: oneOf(['se', 'plain'], 'se'),
  site: optional({
    stored: 'url',
    initial: 'site1',
    parse: (text) => (/^site[1-9]\d?$/.test(text) ? text : null),
    format: (value) => value,
  }),
  step: stepField,
  at: optional(integer(0, 10_000_000)),
  sample: {
    stored: 'url',
    initial: null,
    parse: parseSample,
    format: (value) => (value === null ? '' : formatSample(value)),
  },
  channel: optional(integer(0, 4095)),
  r: optional({
    ...integer(1, 4096),
    parse: (text) => (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= 4096 ? Number(text) : null),
  }),
  squeeze: oneOf(squeezeOps, 'mean'),
  gate: oneOf(gateNames, 'sigmoid'),
  place: oneOf(placements, 'standard'),
  seed: integer(1, 999_999_999),
  edit: { stored: 'url', initial: noEdits, parse: parseEdits, format: formatEdits },
  cover: {
    stored: 'url',
    initial: [],
    parse: (text) => {
      const names = text.split('~').map((name) => formerRows.get(name) ?? name)
      const known = rows.filter((row) => names.includes(row))
      return known.length === new Set(names).size ? known : null
    },
    format: (value) => value.join('~'),
  },
  from: optional(oneOf(['mlstm-fcn'], 'mlstm-fcn')),
  lang: oneOf(['en', 'ko'], 'en'),
  theme: oneOf(['system', 'light', 'dark'], 'system', 'url+local'),
  unfolded: onOff(false, 'local'),
  projector: onOff(false, 'local'),
}

export const fieldNames = Object.keys(fields) as (keyof Fields)[]

export function initialFields(): Fields {
  return Object.fromEntries(fieldNames.map((name) => [name, fields[name].initial])) as unknown as Fields
}
