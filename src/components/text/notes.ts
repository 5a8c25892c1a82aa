/** Messages of the notes: a catalogue of their own, fetched when a note is first wanted. */
import { useEffect, useState } from 'react'
import type { Language } from '../../model/state/fields.ts'
import { noteMissing } from '../../model/state/slices/data.ts'
import { codePart } from '../missingParts.ts'
import { useAppStore } from '../store.tsx'
import { loadNoteCatalog } from './catalogs.ts'
import type { notes } from './en/notes.ts'
import {
  type Catalog,
  makeLanguage,
  type NumberFormats,
  type TextKey,
  useText,
  type Values,
} from './i18n.tsx'

const notesPart = codePart('notes')

export type NoteKey = keyof typeof notes

export interface NoteText {
  readonly lang: Language
  readonly t: (key: NoteKey, values?: Values) => string
  readonly number: NumberFormats
}

/** @param series whether messages that end in `.series` stand in for the ones without */
export function makeNoteText(lang: Language, catalog: Catalog, series: boolean): NoteText {
  const { t, number } = makeLanguage(lang, catalog, series ? {} : null)
  return { lang, number, t: (key, values) => t(key as unknown as TextKey, values) }
}

/** null until they are here. After a change of language the old ones stay until the new ones have come. */
export function useNoteText(series: boolean): NoteText | null {
  const store = useAppStore()
  const { lang } = useText()
  const [loaded, setLoaded] = useState<{ readonly lang: Language; readonly catalog: Catalog } | null>(null)
  useEffect(() => {
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = () =>
      loadNoteCatalog(lang).then(
        (catalog) => {
          if (!current) return
          setLoaded({ lang, catalog })
          noteMissing(store, notesPart, false)
        },
        () => {
          noteMissing(store, notesPart, true)
          if (current) timer = setTimeout(attempt, 5000)
        },
      )
    void attempt()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [store, lang])
  return loaded === null ? null : makeNoteText(loaded.lang, loaded.catalog, series)
}
