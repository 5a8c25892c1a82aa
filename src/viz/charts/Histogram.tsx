import { useMemo } from 'react'
import { Axes } from './Axes.tsx'
import { histogramLayout } from './histogram.ts'
import type { ChartSize } from './line.ts'
import './charts.css'

export interface HistogramProps {
  readonly gates: readonly Float32Array[]
  readonly size: ChartSize
  readonly xLabel: string
  readonly formatX: (value: number) => string
  readonly formatY: (value: number) => string
  /** The sentence that says the same as the picture. */
  readonly summary: string
}

/** How many gates lie where between 0 and 1; the dotted line is ½. */
export function Histogram(props: HistogramProps) {
  const { gates, size } = props
  const layout = useMemo(() => histogramLayout(gates, size), [gates, size])
  const { plot } = layout
  return (
    <svg className='chart' width={size.width} height={size.height} role='img' aria-label={props.summary}>
      <Axes {...props} plot={plot} xTicks={layout.xTicks} yTicks={layout.yTicks} />
      {layout.bars.map((bar) => (
        <rect
          key={bar.from}
          className='bar-s'
          x={bar.x + 0.5}
          y={bar.y}
          width={Math.max(0, bar.width - 1)}
          height={bar.height}
        />
      ))}
      <line className='half' x1={layout.half} x2={layout.half} y1={plot.top} y2={plot.bottom} />
    </svg>
  )
}
