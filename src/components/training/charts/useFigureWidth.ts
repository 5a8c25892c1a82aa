import { useEffect, useState } from 'react'
import {
  type LoomLayout,
  type LoomShape,
  loomLayout,
  pageOf,
  type Variant,
} from '../../../viz/loom/layout.ts'

/** Layout of the figure on show, with the page that the channel stands on, and the pixels it is drawn with: what stands below keeps to its columns. */
export function useFigureWidth(
  shape: LoomShape | null,
  channel: number,
): { layout: LoomLayout; scale: number } | null {
  const [seen, setSeen] = useState<{ readonly variant: Variant; readonly width: number } | null>(null)
  useEffect(() => {
    const looms = document.querySelector('.looms')
    if (looms === null) return
    const measure = () => {
      const loom = [...looms.querySelectorAll<HTMLElement>('.loom')].find((one) => one.offsetWidth > 0)
      if (loom === undefined) return
      const variant = loom.classList.contains('wide')
        ? 'wide'
        : loom.classList.contains('medium')
          ? 'medium'
          : 'phone'
      setSeen((before) =>
        before?.variant === variant && before.width === loom.offsetWidth
          ? before
          : { variant, width: loom.offsetWidth },
      )
    }
    const observer = new ResizeObserver(measure)
    observer.observe(looms)
    measure()
    return () => observer.disconnect()
  }, [])
  if (seen === null || shape === null) return null
  const layout = loomLayout(shape, seen.variant, pageOf(seen.variant, channel))
  return { layout, scale: seen.width / layout.width }
}
