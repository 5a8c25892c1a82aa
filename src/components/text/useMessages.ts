/** The messages on show: of one language at a time, and of the series network with it. */
import { startTransition, useEffect, useState } from 'react'
import type { Language } from '../../model/state/fields.ts'
import { noteMissing } from '../../model/state/slices/data.ts'
import { chooseLanguage } from '../../model/state/slices/ui.ts'
import { codePart, languagePart, messagesPart } from '../missingParts.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useAnswering } from '../useAnswering.ts'
import { loadSeriesCatalog } from './catalogs.ts'
import type { Catalog } from './i18n.tsx'

export interface Messages {
  readonly lang: Language
  readonly catalog: Catalog
  /** Whether these are all messages, or those of the first view. */
  readonly isWhole: boolean
  /** null until the series network is shown in this language. */
  readonly series: Catalog | null
}

const retryMs = 5000

/** All messages but those of the first view. */
const laterPart = codePart('messages')

/**
 * The first view comes with its own messages; all others are fetched once it answers.
 * Another language takes over once all of it is here: until then the page stays as it is, and whatever goes on in it.
 * A language that does not come is given up, and the page says so; the messages of the series network are asked for
 * again until they come.
 */
export function useMessages(
  first: Omit<Messages, 'series'>,
  loadCatalog: (lang: Language) => Promise<Catalog>,
): Messages {
  const store = useAppStore()
  const wanted = useApp((state) => state.lang)
  const needsSeries = useApp((state) => state.net === 'series')
  // The reader takes the part off the list to have it asked for at once.
  const isMissing = useApp(({ missing }) => missing.includes(messagesPart) || missing.includes(laterPart))
  const answering = useAnswering()
  const [messages, setMessages] = useState<Messages>({ ...first, series: null })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another reason to load
  useEffect(() => {
    const { lang, catalog, isWhole, series } = messages
    const isAll = isWhole || !answering
    if (wanted === lang && isAll && (!needsSeries || series !== null)) return
    let current = true
    const fail = () => {
      if (!current) return
      const here = isWhole ? messagesPart : laterPart
      noteMissing(store, wanted === lang ? here : languagePart(wanted), true)
      chooseLanguage(store, lang)
    }
    Promise.all([
      wanted === lang && isWhole ? catalog : loadCatalog(wanted),
      needsSeries ? loadSeriesCatalog(wanted) : null,
    ]).then(([loaded, ofSeries]) => {
      if (!current) return
      const take = () => setMessages({ lang: wanted, catalog: loaded, isWhole: true, series: ofSeries })
      // Nothing waits for what the first view does not say.
      if (wanted === lang && !isWhole) startTransition(take)
      else take()
      noteMissing(store, laterPart, false)
      noteMissing(store, languagePart(wanted), false)
      noteMissing(store, messagesPart, false)
    }, fail)
    return () => {
      current = false
    }
  }, [store, messages, wanted, needsSeries, answering, attempt, loadCatalog])
  useEffect(() => {
    if (!isMissing) return
    const again = () => setAttempt((count) => count + 1)
    const timer = setInterval(again, retryMs)
    return () => {
      clearInterval(timer)
      again()
    }
  }, [isMissing])
  return needsSeries ? messages : { ...messages, series: null }
}
