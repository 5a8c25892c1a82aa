import { useMemo } from 'react'
import { Axes } from './Axes.tsx'
import { type CurveInput, type CurvePoint, curveLayout } from './curve.ts'
import type { ChartSize } from './line.ts'
import './charts.css'

export interface GateCurveProps extends CurveInput {
  readonly size: ChartSize
  /** Channel that is drawn larger, with lines to both axes. */
  readonly selected: number | null
  readonly xLabel: string
  readonly formatX: (value: number) => string
  readonly formatY: (value: number) => string
  readonly summary: string
}

/** The gate function with every channel's logit on it; logits beyond ±6 stand at the edge as arrows. */
export function GateCurve(props: GateCurveProps) {
  const { gate, logits, gates, size, selected } = props
  const layout = useMemo(
    () => curveLayout(gates === undefined ? { gate, logits } : { gate, logits, gates }, size),
    [gate, logits, gates, size],
  )
  const { plot } = layout
  const chosen = layout.points.find((point) => point.channel === selected)
  return (
    <svg className='chart' width={size.width} height={size.height} role='img' aria-label={props.summary}>
      <Axes {...props} plot={plot} xTicks={layout.xTicks} yTicks={layout.yTicks} />
      {layout.xTicks.length > 0 ? null : (
        <text className='chart-name' x={plot.right + 6} y={plot.bottom - 3}>
          {`${props.xLabel} ± ${props.formatX(layout.reach)}`}
        </text>
      )}
      <path className='curve' d={layout.path} />
      {chosen === undefined ? null : (
        <path className='guide' d={`M${chosen.x},${plot.bottom}V${chosen.y}H${plot.left}`} />
      )}
      {layout.points.map((point) => (
        <path key={point.channel} className='bar-s' d={mark(point, point.channel === selected ? 5 : 3)} />
      ))}
    </svg>
  )
}

/** A disc of radius r, or an arrowhead that points out of the picture. */
function mark({ x, y, clipped }: CurvePoint, r: number): string {
  if (clipped === null) return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`
  const out = clipped === 'left' ? -r * 1.6 : r * 1.6
  return `M${x + out},${y}L${x},${y - r}V${y + r}Z`
}
