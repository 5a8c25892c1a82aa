import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import { Axes } from './Axes.tsx'
import { bareMargin, type ChartSize, type LineLayout, lineLayout, type Series } from './line.ts'
import { lastAt, type Point } from './points.ts'
import { sliderKey } from './sliderKey.ts'
import './charts.css'

/** What the chart says at one place: the step, and of each series what was known there. */
export interface Reading {
  readonly step: number
  readonly values: readonly { readonly id: string; readonly point: Point | null }[]
}

export interface LineChartProps {
  readonly series: readonly Series[]
  readonly size: ChartSize
  /** Fixed domain (accuracy: 0–1); null: from 0 to the data's highest. */
  readonly yDomain: readonly [number, number] | null
  /** Whether the steps stand under it; else they stand under the chart that it stands on. */
  readonly hasSteps?: boolean
  /** Name of what is drawn. */
  readonly label: string
  readonly xLabel: string
  /** Step that is marked while nobody points at the chart; null: none. */
  readonly held: number | null
  readonly formatX: (step: number) => string
  readonly formatY: (value: number) => string
  /** The line under the name; null: nobody points at the chart. */
  readonly describe: (reading: Reading | null) => string
}

/** Lines and points over the training step, read off with the pointer or with arrow keys. */
export function LineChart(props: LineChartProps) {
  const { series, size, yDomain, held, hasSteps = true } = props
  const layout = useMemo(
    () => lineLayout(series, size, yDomain ?? undefined, hasSteps ? undefined : bareMargin),
    [series, size, yDomain, hasSteps],
  )
  const [step, setStep] = useState<number | null>(null)
  const [, latest] = layout.xDomain
  const asked = step ?? held
  const shown = asked === null ? null : Math.min(asked, latest)
  const reading = shown === null ? null : readAt(series, shown)
  const empty = layout.labels.length === 0

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    setStep(Math.round(layout.invert(((event.clientX - box.left) / box.width) * size.width)))
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const unit = Math.max(1, Math.round(latest / 50))
    const next = sliderKey(event.key, shown ?? latest, { min: 0, max: latest, step: unit, page: 10 * unit })
    if (next === null) return
    event.preventDefault()
    setStep(next)
  }

  return (
    <div className='chart' style={{ width: size.width }}>
      <p className='chart-title'>{props.label}</p>
      <p className='chart-line'>{props.describe(reading)}</p>
      <div
        className='chart-hit'
        role='slider'
        tabIndex={empty ? -1 : 0}
        aria-label={props.label}
        aria-disabled={empty}
        aria-valuemin={0}
        aria-valuemax={latest}
        aria-valuenow={shown ?? latest}
        aria-valuetext={props.describe(reading ?? readAt(series, latest))}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setStep(null)}
        onBlur={() => setStep(null)}
        onKeyDown={onKeyDown}
      >
        <svg width={size.width} height={size.height} aria-hidden='true' focusable='false'>
          <Axes {...props} plot={layout.plot} xTicks={layout.xTicks} yTicks={layout.yTicks} />
          <Marks layout={layout} />
          {shown === null || reading === null ? null : <Cursor layout={layout} reading={reading} />}
        </svg>
      </div>
    </div>
  )
}

function readAt(series: readonly Series[], step: number): Reading {
  return { step, values: series.map(({ id, points }) => ({ id, point: lastAt(points, step) })) }
}

/** The lines and points alone. */
export function Curves({ layout }: { layout: LineLayout }) {
  return (
    <>
      {layout.marks.map(({ id, kind, path, dots }) => (
        <g key={id} className={`series series-${kind}`}>
          <path d={path} />
          {dots.map((dot) => (
            <circle key={`${dot.x} ${dot.y}`} cx={dot.x} cy={dot.y} r={2} />
          ))}
        </g>
      ))}
    </>
  )
}

function Marks({ layout }: { layout: LineLayout }) {
  return (
    <>
      <Curves layout={layout} />
      {layout.labels.map(({ id, text, x, y }) => (
        <text key={id} className='chart-name' x={x} y={y} dy='0.35em'>
          {text}
        </text>
      ))}
    </>
  )
}

function Cursor({ layout, reading }: { layout: LineLayout; reading: Reading }) {
  const x = layout.x(reading.step)
  return (
    <g className='chart-cursor'>
      <line x1={x} x2={x} y1={layout.plot.top} y2={layout.plot.bottom} />
      {reading.values.map(({ id, point }) =>
        point === null ? null : <circle key={id} cx={layout.x(point.x)} cy={layout.y(point.y)} r={3.5} />,
      )}
    </g>
  )
}
