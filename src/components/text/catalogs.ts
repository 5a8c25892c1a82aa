/** The messages of either language, fetched when they are needed. */
import type { Language } from '../../model/state/fields.ts'
import type { Catalog } from './i18n.tsx'

const catalogs: Readonly<Record<Language, () => Promise<{ default: Catalog }>>> = {
  en: () => import('virtual:messages/en'),
  ko: () => import('virtual:messages/ko'),
}

export async function loadCatalog(lang: Language): Promise<Catalog> {
  return (await catalogs[lang]()).default
}

const seriesCatalogs: Readonly<Record<Language, () => Promise<{ default: Catalog }>>> = {
  en: () => import('virtual:messages/en/series'),
  ko: () => import('virtual:messages/ko/series'),
}

/** What the page says of the series network, in place of what it says of pictures and besides. */
export async function loadSeriesCatalog(lang: Language): Promise<Catalog> {
  return (await seriesCatalogs[lang]()).default
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
