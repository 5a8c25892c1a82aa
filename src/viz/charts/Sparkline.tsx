import { useMemo } from 'react'
import { Curves } from './LineChart.tsx'
import { type ChartSize, lineLayout, type Series } from './line.ts'
import './charts.css'

const margin = { left: 3, right: 3, top: 3, bottom: 3 }

/**
 * Lines of a fixed range, without ticks or names, between the rules of its ends. A picture only: whoever shows it
 * says the values in text.
 */
export function Sparkline(props: {
  series: readonly Series[]
  size: ChartSize
  yDomain: readonly [number, number]
}) {
  const { series, size, yDomain } = props
  const layout = useMemo(() => lineLayout(series, size, yDomain, margin), [series, size, yDomain])
  const { left, right, top, bottom } = layout.plot
  return (
    <svg width={size.width} height={size.height} aria-hidden='true' focusable='false'>
      <g className='axes'>
        <line x1={left} x2={right} y1={top} y2={top} />
        <line className='axis' x1={left} x2={right} y1={bottom} y2={bottom} />
      </g>
      <Curves layout={layout} />
    </svg>
  )
}
