import { useCallback, useState } from 'react'

/** Whether an element has ever been on the screen, or nearly, and its ref: what is dear waits until then. */
export function useSeen(): readonly [boolean, React.RefCallback<HTMLElement>] {
  const [seen, setSeen] = useState(false)
  const ref = useCallback((element: HTMLElement) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        setSeen(true)
        observer.disconnect()
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [seen, ref]
}
