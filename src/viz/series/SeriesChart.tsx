import { memo, type PointerEvent, useId, useMemo } from 'react'
import { box, joined } from '../loom/paths.ts'
import { Hatch } from './Hatch.tsx'
import { RowNames, RowTexts, StepAxis, type StepWords } from './SeriesTexts.tsx'
import { type SeriesChartLayout, seriesChartLayout, type Tap, tapSquares } from './series.ts'
import './pictures.css'

export interface SeriesVariable {
  /** With its unit: "wind, m/s". */
  readonly name: string
  /** Lowest and highest value of its row. */
  readonly domain: readonly [low: number, high: number]
  /** The same in words: "0–12". */
  readonly scale: string
}

export interface SeriesChartProps {
  /** The picture in words. */
  readonly label: string
  /** [t · v] */
  readonly data: ArrayLike<number>
  readonly shape: readonly [steps: number, variables: number]
  readonly variables: readonly SeriesVariable[]
  /** In pixels. */
  readonly width: number
  /** `thumbnail`: lines, and names where there is room for them. */
  readonly mode?: 'rows' | 'thumbnail'
  /** Of a thumbnail, in pixels. */
  readonly height?: number
  /** What the steps are: "day"; what stands at a tick: "14"; both in one: "day 14". */
  readonly axis?: StepWords
  /** Steps from here on are padding. */
  readonly padFrom?: number
  /** What a cell sees, both ends included; may reach beyond the series. `taps`: its kernel, [k · v]. */
  readonly window?: {
    readonly from: number
    readonly to: number
    readonly taps?: ArrayLike<number>
  } | null
  /** The step that is pointed at, and the values there, one text a variable. */
  readonly cursor?: {
    readonly step: number
    readonly label: string
    readonly values: readonly string[]
  } | null
  /** Of the variables that are not drawn: "+ 8 more". */
  readonly more?: string
  readonly onPoint?: (step: number) => void
}

/** All variables of a series, one row below the other, over shared steps. */
export const SeriesChart = memo(function SeriesChart(props: SeriesChartProps) {
  const {
    data,
    shape,
    variables,
    width,
    mode = 'rows',
    height,
    padFrom,
    window = null,
    cursor = null,
  } = props
  const hatch = useId()
  const layout = useMemo(
    () =>
      seriesChartLayout({
        data,
        shape,
        domains: variables.map(({ domain }) => domain),
        width,
        mode,
        ...(height === undefined ? {} : { height }),
        ...(padFrom === undefined ? {} : { padFrom }),
      }),
    [data, shape, variables, width, mode, height, padFrom],
  )
  const { plot, rows } = layout
  const [steps, count] = shape
  const isThumbnail = mode === 'thumbnail'
  const { onPoint } = props
  const point = (event: PointerEvent<SVGSVGElement>) =>
    onPoint?.(layout.step(event.clientX - event.currentTarget.getBoundingClientRect().left))
  // A thumbnail stands in buttons and lines of text.
  const Box = isThumbnail ? 'span' : 'div'
  return (
    <Box className={`viz-series${isThumbnail ? ' small' : ''}`} role='img' aria-label={props.label}>
      <svg
        width={width}
        height={layout.height}
        aria-hidden='true'
        focusable='false'
        className={onPoint === undefined ? undefined : 'pointed'}
        onPointerMove={onPoint === undefined ? undefined : point}
        onPointerDown={onPoint === undefined ? undefined : point}
      >
        <defs>
          <Hatch id={hatch} className='viz-hatch' />
        </defs>
        {padFrom === undefined || padFrom >= steps ? null : (
          <Stretch layout={layout} from={padFrom} to={steps} fill={`url(#${hatch})`} />
        )}
        {window === null ? null : (
          <Stretch layout={layout} from={window.from} to={window.to + 1} className='window' />
        )}
        {rows.map((row) => (
          <g key={row.variable}>
            {row.zero === null || (isThumbnail && row.height < 10) ? null : (
              <line className='zero' x1={plot.left} x2={plot.right} y1={row.zero} y2={row.zero} />
            )}
            <path className='curve' d={row.path} />
          </g>
        ))}
        {window?.taps === undefined || isThumbnail ? null : (
          <Taps taps={tapSquares(layout, shape, window.from, window.taps)} />
        )}
        {isThumbnail ? (
          <RowNames layout={layout} variables={variables} />
        ) : (
          <RowTexts layout={layout} variables={variables} values={cursor?.values} />
        )}
        {cursor === null ? null : (
          <g className='cursor'>
            {layout.bands.map(({ top, height: tall }) => (
              <line
                key={top}
                x1={layout.x(cursor.step)}
                x2={layout.x(cursor.step)}
                y1={top}
                y2={top + tall}
              />
            ))}
            {rows.map((row) => {
              const value = data[cursor.step * count + row.variable] ?? Number.NaN
              return Number.isNaN(value) ? null : (
                <circle key={row.variable} cx={layout.x(cursor.step)} cy={row.y(value)} r={3} />
              )
            })}
          </g>
        )}
        {isThumbnail ? null : <StepAxis layout={layout} cursor={cursor} axis={props.axis} />}
      </svg>
      {props.more === undefined || isThumbnail ? null : <p className='viz-more'>{props.more}</p>}
    </Box>
  )
})

/** Steps from … to, the last excluded, over all rows. */
function Stretch(props: {
  layout: SeriesChartLayout
  from: number
  to: number
  className?: string
  fill?: string
}) {
  const { layout, from, to, ...look } = props
  const x = layout.edge(from)
  const width = Math.max(1, layout.edge(to) - x)
  return layout.bands.map(({ top, height }) => (
    <rect key={top} {...look} x={x} y={top} width={width} height={height} />
  ))
}

/** Weights: filled ink above zero, hollow below; small ones solid either way. */
function Taps({ taps }: { taps: readonly Tap[] }) {
  const square = ({ x, y, side }: Tap) => box(x - side / 2, y - side / 2, side, side)
  const hollow = ({ x, y, side }: Tap) =>
    box(x - side / 2 + 0.75, y - side / 2 + 0.75, side - 1.5, side - 1.5)
  const below = taps.filter(({ weight }) => weight < 0)
  return (
    <g className='kernel'>
      <path
        className='positive'
        d={joined(
          taps.filter(({ weight }) => weight > 0),
          square,
        )}
      />
      <path
        className='negative'
        d={joined(
          below.filter(({ side }) => side < 6),
          square,
        )}
      />
      <path
        className='negative hollow'
        d={joined(
          below.filter(({ side }) => side >= 6),
          hollow,
        )}
      />
    </g>
  )
}
