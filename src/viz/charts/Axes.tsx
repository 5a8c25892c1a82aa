import type { Tick } from './line.ts'

export interface AxesProps {
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly xTicks: readonly Tick[]
  readonly yTicks: readonly Tick[]
  readonly formatX: (value: number) => string
  readonly formatY: (value: number) => string
  /** Stands at the right end, under the axis. */
  readonly xLabel: string
}

/** Hairlines with numbers: no box, no grid but the ticks of y. */
export function Axes({ plot, xTicks, yTicks, formatX, formatY, xLabel }: AxesProps) {
  return (
    <g className='axes'>
      {yTicks.map(({ value, at }) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.right} y1={at} y2={at} />
          <text x={plot.left - 5} y={at} dy='0.35em' textAnchor='end'>
            {formatY(value)}
          </text>
        </g>
      ))}
      <line className='axis' x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {xTicks.map(({ value, at }) => (
        <text key={value} x={at} y={plot.bottom + 15} textAnchor='middle'>
          {formatX(value)}
        </text>
      ))}
      {xTicks.length === 0 ? null : (
        <text className='chart-name' x={plot.right + 26} y={plot.bottom + 15}>
          {xLabel}
        </text>
      )}
    </g>
  )
}
