/** Messages with typed keys (ICU, compiled at build time) and numbers by locale. */
import { type I18n, setupI18n } from '@lingui/core'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Language } from '../../model/state/fields.ts'
import type { series } from './en/series.ts'
import type { en } from './en.ts'

export type TextKey = keyof typeof en | keyof typeof series
export type Values = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, values?: Values) => string
/** Messages as the build compiles them: text, or a list of text and placeholders. */
export type Catalog = Parameters<I18n['load']>[1]

export interface TextTools {
  readonly lang: Language
  readonly t: Translate
  readonly number: NumberFormats
  /** Whether all messages are here, not only those of the first view. */
  readonly isWhole: boolean
  /** Whether the messages of the series network are here. */
  readonly hasSeries: boolean
}

export interface NumberFormats {
  /** Three significant digits, a real minus sign. */
  readonly value: (x: number) => string
  /** At most three significant digits, for small labels. */
  readonly short: (x: number) => string
  /** Two decimals: a gate, and labels that have no room for more. */
  readonly gate: (x: number) => string
  /** All digits float32 has. */
  readonly full: (x: number) => string
  readonly integer: (x: number) => string
  /** 0–1 as per cent without decimals. */
  readonly percent: (x: number) => string
  /** 0–1 as per cent with one decimal. */
  readonly percent1: (x: number) => string
  /** With its sign, also when it is positive. */
  readonly signed: (x: number) => string
}

const locales: Record<Language, string> = { en: 'en', ko: 'ko' }

const formats = new Map<Language, NumberFormats>()

/** The same for everybody: a browser takes long to make them. */
function numberFormats(lang: Language): NumberFormats {
  const known = formats.get(lang)
  if (known !== undefined) return known
  const made = makeFormats(lang)
  formats.set(lang, made)
  return made
}

/** Has the formats of the first view made one at a time; between them others may run. */
export async function warmUpNumbers(lang: Language, pause: () => Promise<void>): Promise<void> {
  const number = numberFormats(lang)
  for (const format of [number.value, number.short, number.gate, number.integer, number.percent]) {
    format(1)
    await pause()
  }
}

function makeFormats(lang: Language): NumberFormats {
  const make = (options: Intl.NumberFormatOptions) => {
    // Made when it is first needed: formats take the browser longer than all the rest of the language.
    let format: Intl.NumberFormat | null = null
    return (x: number) => {
      // No −0.00: what is rounded to nothing has no sign.
      format ??= new Intl.NumberFormat(locales[lang], { signDisplay: 'negative', ...options })
      return Number.isNaN(x) ? 'NaN' : format.format(x).replaceAll('-', '\u2212')
    }
  }
  const three = make({ minimumSignificantDigits: 3, maximumSignificantDigits: 3 })
  const powers = (x: number) => {
    const [mantissa, exponent = '0'] = x.toExponential(2).split('e')
    return `${three(Number(mantissa))}\u00a0·\u00a010${superscript(Number(exponent))}`
  }
  const value = (x: number) =>
    x === 0 ? '0' : Math.abs(x) < 0.001 || Math.abs(x) >= 1e5 ? powers(x) : three(x)
  return {
    value,
    short: make({ maximumSignificantDigits: 3 }),
    gate: make({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    full: make({ maximumSignificantDigits: 9 }),
    integer: make({ maximumFractionDigits: 0 }),
    percent: make({ style: 'percent', maximumFractionDigits: 0 }),
    percent1: make({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    signed: (x) => (x > 0 ? `+${value(x)}` : value(x)),
  }
}

/** An exponent as it is written by hand: ⁻⁵. */
function superscript(exponent: number): string {
  return [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('')
}

/** How the messages end that say of series what another message of the same name says of pictures. */
const seriesSuffix = '.series'

/** @param series further messages; those that end in `.series` stand in for the ones without */
export function makeLanguage(
  lang: Language,
  catalog: Catalog,
  series: Catalog | null = null,
  isWhole = true,
): TextTools {
  const messages = { ...catalog, ...series } as Record<string, unknown>
  const i18n = setupI18n({ locale: lang, messages: { [lang]: messages as Catalog } })
  const named = (key: string) =>
    series !== null && key + seriesSuffix in messages ? key + seriesSuffix : key
  return {
    lang,
    t: (key, values) => i18n._(named(key), values),
    number: numberFormats(lang),
    isWhole,
    hasSeries: series !== null,
  }
}

const Context = createContext<TextTools | null>(null)

export function LanguageProvider(props: {
  lang: Language
  catalog: Catalog
  isWhole?: boolean
  series?: Catalog | null
  children: ReactNode
}) {
  const { lang, catalog, isWhole = true, series = null } = props
  const language = useMemo(
    () => makeLanguage(lang, catalog, series, isWhole),
    [lang, catalog, series, isWhole],
  )
  return <Context value={language}>{props.children}</Context>
}

/** @throws Error outside a LanguageProvider: a mistake of ours, not of the reader */
export function useText(): TextTools {
  const language = useContext(Context)
  if (language === null) throw new Error('useText outside LanguageProvider')
  return language
}
