import { useEffect, useState } from 'react'
import { noteMissing } from '../model/state/slices/data.ts'
import type { AppStore } from '../model/state/store.ts'
import { useAppStore } from './store.tsx'

/** Among the missing files: some part of the page's own code. */
export const pagePart = 'page'

export function sayMissing(store: AppStore, isMissing: boolean): void {
  noteMissing(store, pagePart, isMissing)
}

/**
 * A part of the page that the first view does without: fetched once it is wanted. null until it is here, and
 * after a failure until the next attempt (a lost connection, say). Some browsers never ask again for code that
 * failed once, so that the reader is told and offered to reload. No Suspense: React prerenders its boundaries with
 * inline scripts, which the policy refuses.
 */
export function useModule<T>(load: () => Promise<T>, wanted = true): T | null {
  const store = useAppStore()
  const [module, setModule] = useState<T | null>(null)
  useEffect(() => {
    if (!wanted || module !== null) return
    let current = true
    const attempt = () =>
      load().then(
        (loaded) => {
          if (current) setModule(() => loaded)
          sayMissing(store, false)
        },
        () => {
          sayMissing(store, true)
          if (current) timer = setTimeout(attempt, 5000)
        },
      )
    let timer: ReturnType<typeof setTimeout> | undefined
    void attempt()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [store, load, wanted, module])
  return module
}
