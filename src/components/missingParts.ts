/** What the page may have to do without, as it stands among the missing files, each part by itself. */
import type { Language } from '../model/state/fields.ts'

const code = 'part:'
const language = 'language:'

/** A part of the page's own code. */
export function codePart(name: string): string {
  return code + name
}

export function isCode(name: string): boolean {
  return name.startsWith(code)
}

/** The page's end of the engine. */
export const enginePart = codePart('engine')

/** The messages of the series network. */
export const messagesPart = 'messages'

/** The messages of a language that was asked for. */
export function languagePart(lang: Language): string {
  return language + lang
}

/** null: it is no language that is missing. */
export function languageOf(name: string): Language | null {
  return name === languagePart('en') ? 'en' : name === languagePart('ko') ? 'ko' : null
}
