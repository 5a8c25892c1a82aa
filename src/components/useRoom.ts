import { type RefObject, useEffect, useRef, useState } from 'react'
import { usePrinting } from '../viz/printing.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The size of an element in CSS pixels, without its padding, and the ref that it is measured by; null until it is there.
 *
 * @param printed its size on paper: nobody measures it in time
 */
export function useRoom<T extends HTMLElement>(printed: Size): readonly [RefObject<T | null>, Size | null] {
  const element = useRef<T>(null)
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { width, height } = entry.contentRect
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }))
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, usePrinting() ? printed : size]
}
