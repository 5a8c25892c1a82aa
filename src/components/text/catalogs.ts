/** The messages of either language, fetched when they are needed. */
import type { Language } from '../../model/state/fields.ts'
import type { Catalog } from './i18n.tsx'

interface CatalogModule {
  readonly default: Catalog
}

let attempts = 0

/**
 * Browsers remember an import that failed, and fail again without asking: the next one asks under another address, as
 * far as the error names it (all but Safari's does). Good for a module that stands alone, as messages do: of any other
 * there might be two.
 */
async function fetched(load: () => Promise<CatalogModule>): Promise<Catalog> {
  try {
    return (await load()).default
  } catch (error) {
    const address = error instanceof Error ? /https?:\/\/\S+\.js/.exec(error.message)?.[0] : undefined
    if (address === undefined) throw error
    attempts += 1
    const again: CatalogModule = await import(/* @vite-ignore */ `${address}?${attempts}`)
    return again.default
  }
}

const firstCatalogs: Readonly<Record<Language, () => Promise<CatalogModule>>> = {
  en: () => import('virtual:messages/first/en'),
  ko: () => import('virtual:messages/first/ko'),
}

const laterCatalogs: Readonly<Record<Language, () => Promise<CatalogModule>>> = {
  en: () => import('virtual:messages/later/en'),
  ko: () => import('virtual:messages/later/ko'),
}

/** What the page says of pictures, in one language. */
export async function loadCatalog(lang: Language): Promise<Catalog> {
  const halves = await Promise.all([fetched(firstCatalogs[lang]), fetched(laterCatalogs[lang])])
  return Object.assign({}, ...halves)
}

export interface FirstCatalog {
  readonly catalog: Catalog
  /** Whether it is all of it. */
  readonly isWhole: boolean
}

/** As much as the page needs to show what its address asks for: by itself, the first half. */
export async function loadFirstCatalog(lang: Language): Promise<FirstCatalog> {
  const isWhole = location.search !== ''
  return { catalog: await (isWhole ? loadCatalog(lang) : fetched(firstCatalogs[lang])), isWhole }
}

const seriesCatalogs: Readonly<Record<Language, () => Promise<CatalogModule>>> = {
  en: () => import('virtual:messages/en/series'),
  ko: () => import('virtual:messages/ko/series'),
}

/** What the page says of the series network, in place of what it says of pictures and besides. */
export function loadSeriesCatalog(lang: Language): Promise<Catalog> {
  return fetched(seriesCatalogs[lang])
}

const noteCatalogs: Readonly<Record<Language, () => Promise<{ default: Catalog }>>> = {
  en: () => import('virtual:messages/en/notes'),
  ko: () => import('virtual:messages/ko/notes'),
}

/** Questions, glossary, “Use it” and sources. */
export async function loadNoteCatalog(lang: Language): Promise<Catalog> {
  return (await noteCatalogs[lang]()).default
}

/** Language of the page as it was served. */
export function pageLanguageOf({ documentElement }: Document): Language {
  return documentElement.lang === 'ko' ? 'ko' : 'en'
}
