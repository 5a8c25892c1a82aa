import type { RefObject } from 'react'
import { useRoom } from '../../useRoom.ts'

/** Of a chart, in pixels, where there is room for it. */
export const usualWidth = 320

const printedRoom = { width: usualWidth, height: 0 }

/** How wide a chart in an element is, in pixels, and the ref of the element: less than usual on the narrowest screens. */
export function useChartWidth<T extends HTMLElement>(): readonly [RefObject<T | null>, number] {
  const [element, room] = useRoom<T>(printedRoom)
  return [element, Math.min(usualWidth, Math.floor(room?.width ?? usualWidth))]
}
