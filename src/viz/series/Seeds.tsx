import { memo, useMemo } from 'react'
import { lineFrom } from '../loom/paths.ts'
import { Label } from './Label.tsx'
import { seedOffset, seedsLayout } from './seeds.ts'
import { heldBetween, textWidth } from './text.ts'
import './seeds.css'

export interface SeedGroup {
  readonly name: string
  /** Filled in the colour of gates, or hollow. */
  readonly tone: 'gates' | 'plain'
  /** Accuracy by seed, 0–1. */
  readonly values: readonly number[]
  readonly mean: number
  /** Standard deviation; null of a single run. */
  readonly deviation: number | null
}

export interface SeedsProps {
  /** The picture in words. */
  readonly label: string
  readonly groups: readonly SeedGroup[]
  /** How many dots a row will have. */
  readonly seeds: number
  /** Name of the axis. */
  readonly axis: string
  /** In pixels. */
  readonly width: number
  readonly format: (accuracy: number) => string
}

/** Every run a dot, its group's mean a line across, one standard deviation to either side a bar. */
export const Seeds = memo(function Seeds(props: SeedsProps) {
  const { groups, seeds, width, format } = props
  const layout = useMemo(() => {
    const ends = groups.flatMap(({ values, mean, deviation }) =>
      deviation === null ? values : [...values, mean - deviation, mean + deviation],
    )
    return seedsLayout(groups.length, ends, width)
  }, [groups, width])
  const { left, right, rows, ticks, x, foot } = layout
  return (
    <div className='viz-seeds' role='img' aria-label={props.label}>
      <svg width={width} height={layout.height} aria-hidden='true' focusable='false'>
        {ticks.map(({ value, at }) => (
          <g key={value}>
            <path className='grid' d={lineFrom(at, 6, at, foot - 14)} />
            <text
              className='soft-text'
              x={heldBetween(at, textWidth(format(value)), left - 16, right + 16)}
              y={foot}
              textAnchor='middle'
            >
              {format(value)}
            </text>
          </g>
        ))}
        <path className='axis' d={lineFrom(left, foot - 14, right, foot - 14)} />
        <text className='soft-text' x={right} y={layout.caption} textAnchor='end'>
          {props.axis}
        </text>
        {groups.map((group, i) => {
          const { name, middle } = rows[i] ?? { name: 0, middle: 0 }
          return (
            <g key={group.tone} className={group.tone}>
              <Label
                className='name'
                text={group.name}
                x={layout.beside ? left - 14 : left}
                y={name}
                room={layout.beside ? left - 18 : right - left}
                anchor={layout.beside ? 'end' : 'start'}
              />
              <Marks group={group} middle={middle} seeds={seeds} x={x} />
            </g>
          )
        })}
      </svg>
    </div>
  )
})

function Marks(props: { group: SeedGroup; middle: number; seeds: number; x: (accuracy: number) => number }) {
  const { group, middle, seeds, x } = props
  const { values, mean, deviation } = group
  return (
    <>
      {deviation === null ? null : (
        <>
          <rect
            className='spread'
            x={x(mean - deviation)}
            width={Math.max(1, x(mean + deviation) - x(mean - deviation))}
            y={middle - 15}
            height={30}
          />
          <path className='mean' d={lineFrom(x(mean), middle - 17, x(mean), middle + 17)} />
        </>
      )}
      {values.map((value, place) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is its seed's place
          key={place}
          cx={x(value)}
          cy={middle + seedOffset(place, seeds)}
          r={4}
        />
      ))}
    </>
  )
}
