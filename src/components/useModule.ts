import { useEffect, useState } from 'react'

/**
 * A part of the page that the first view does without: fetched once it is wanted. null until it is here, and
 * after a failure until the next attempt (a lost connection, say). No Suspense: React prerenders its
 * boundaries with inline scripts, which the policy refuses.
 */
export function useModule<T>(load: () => Promise<T>, wanted = true): T | null {
  const [module, setModule] = useState<T | null>(null)
  useEffect(() => {
    if (!wanted || module !== null) return
    let current = true
    const attempt = () =>
      load().then(
        (loaded) => {
          if (current) setModule(() => loaded)
        },
        () => {
          if (current) timer = setTimeout(attempt, 5000)
        },
      )
    let timer: ReturnType<typeof setTimeout> | undefined
    void attempt()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [load, wanted, module])
  return module
}
