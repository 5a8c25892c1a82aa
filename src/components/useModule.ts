import { useEffect, useId, useState } from 'react'
import { noteMissing } from '../model/state/slices/data.ts'
import { codePart } from './missingParts.ts'
import { useAppStore } from './store.tsx'
import { useText } from './text/i18n.tsx'

const retryMs = 5000

/** By what fetched it: where a part is here, another place has it at once, on paper above all. */
const here = new Map<unknown, unknown>()

/**
 * A part of the page that the first view does without: fetched once it is wanted. null until it is here with
 * its messages, and after a failure until the next attempt (a lost connection, say). Some browsers never ask again for code that
 * failed once, so that the reader is told and offered to reload. No Suspense: React prerenders its boundaries with
 * inline scripts, which the policy refuses.
 */
export function useModule<T>(load: () => Promise<T>, wanted = true): T | null {
  const store = useAppStore()
  const { isWhole } = useText()
  const part = codePart(useId())
  const [module, setModule] = useState<T | null>(() => (here.get(load) as T | undefined) ?? null)
  useEffect(() => {
    if (!wanted || module !== null) return
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = () =>
      load().then(
        (loaded) => {
          here.set(load, loaded)
          if (!current) return
          setModule(() => loaded)
          noteMissing(store, part, false)
        },
        () => {
          if (!current) return
          noteMissing(store, part, true)
          timer = setTimeout(attempt, retryMs)
        },
      )
    void attempt()
    return () => {
      current = false
      clearTimeout(timer)
      // Nobody waits for it any more.
      noteMissing(store, part, false)
    }
  }, [store, load, wanted, module, part])
  return isWhole ? module : null
}
