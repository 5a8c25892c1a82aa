import { type PointerEvent, useRef } from 'react'
import { cellAt, type MapSize, type Region, regionBetween } from './region.ts'

/** Over a map: drags out a rectangle of cells with pointer, pen or finger. The lists beside it do the same by keyboard. */
export function BrushSurface(props: {
  map: MapSize
  region: Region
  label: string
  onBrush: (region: Region) => void
}) {
  const { map, region, label, onBrush } = props
  const [h, w] = map
  const start = useRef<ReturnType<typeof cellAt> | null>(null)

  const cellUnder = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return cellAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, map)
  }
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.isPrimary || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = cellUnder(event)
    onBrush(regionBetween(start.current, start.current))
  }
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (start.current !== null && event.isPrimary) onBrush(regionBetween(start.current, cellUnder(event)))
  }
  const onPointerEnd = () => {
    start.current = null
  }

  const { top, left } = region
  const [width, height] = [region.right - left + 1, region.bottom - top + 1]
  const rectangle = { x: left, y: top, width, height }
  return (
    <svg
      className='brush-surface'
      viewBox={`0 0 ${w} ${h}`}
      role='img'
      aria-label={label}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    >
      <path
        className='outside'
        fillRule='evenodd'
        d={`M0 0H${w}V${h}H0ZM${left} ${top}h${width}v${height}h${-width}Z`}
      />
      <rect className='under' {...rectangle} />
      <rect className='edge' {...rectangle} />
    </svg>
  )
}
