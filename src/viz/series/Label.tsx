import { fitted, typeSize } from './text.ts'

/** One line of SVG text that keeps to its room; all of it is shown on pointing. */
export function Label(props: {
  text: string
  x: number
  y: number
  /** In pixels. */
  room: number
  anchor?: 'start' | 'middle' | 'end'
  className?: string | undefined
}) {
  const { text, x, y, room, anchor = 'start', className } = props
  const shown = fitted(text, room)
  return (
    <text
      className={className}
      x={x}
      y={y}
      dy='0.35em'
      textAnchor={anchor}
      style={{ fontSize: typeSize(text) }}
    >
      {shown}
      {shown === text ? null : <title>{text}</title>}
    </text>
  )
}
