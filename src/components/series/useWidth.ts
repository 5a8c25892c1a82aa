import { useCallback, useState } from 'react'

/** Width of an element in CSS pixels, and the ref that it is measured by. */
export function useWidth(): readonly [number, React.RefCallback<HTMLDivElement>] {
  const [width, setWidth] = useState(320)
  // The element may come long after the component, or be another one later.
  const ref = useCallback((element: HTMLDivElement) => {
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [width, ref]
}
