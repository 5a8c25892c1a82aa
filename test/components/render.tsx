/** Components as HTML text in Node, in either language. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { compileCatalog } from '../../build/messages.ts'
import { en } from '../../src/components/text/en.ts'
import {
  type Catalog,
  LanguageProvider,
  makeLanguage,
  type TextTools,
} from '../../src/components/text/i18n.tsx'
import { ko } from '../../src/components/text/ko.ts'
import type { Language } from '../../src/model/state/fields.ts'

const catalogs: Readonly<Record<Language, Catalog>> = {
  en: compileCatalog(en) as Catalog,
  ko: compileCatalog(ko) as Catalog,
}

export function html(node: ReactNode, lang: Language = 'en'): string {
  return renderToStaticMarkup(
    <LanguageProvider lang={lang} catalog={catalogs[lang]}>
      {node}
    </LanguageProvider>,
  )
}

export function text(lang: Language = 'en'): TextTools {
  return makeLanguage(lang, catalogs[lang])
}
