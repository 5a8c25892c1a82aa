import { useMemo } from 'react'
import { lineFrom } from '../loom/paths.ts'
import {
  type GateColumns,
  gateBars,
  numberedChannels,
  type ProfilesLayout,
  profilesLayout,
  spreadBars,
  widestSpread,
} from './profiles.ts'
import { clearOf, fitted } from './text.ts'
import './pictures.css'

export interface GateProfilesProps {
  /** The picture in words. */
  readonly label: string
  /** Mean gates of a class or another group, [c]; NaN without series. */
  readonly groups: readonly { readonly name: string; readonly gates: ArrayLike<number> }[]
  /** Name of the row from the lowest to the highest mean. */
  readonly spreadName: string
  readonly columns: GateColumns
  /** In pixels. */
  readonly width: number
  /** Channel of the figure that is selected. */
  readonly selected: number | null
  /** What stands at the ends of the scale and in its middle. */
  readonly scale?: readonly [zero: string, half: string, one: string]
}

const type = 12

/** Mean gates by group, in the columns of the figure; the last row spans what lies between the groups. */
export function GateProfiles(props: GateProfilesProps) {
  const { groups, spreadName, columns, width, selected, scale = ['0', '½', '1'] } = props
  const layout = useMemo(() => profilesLayout(groups.length, columns), [groups.length, columns])
  const all = useMemo(() => groups.map(({ gates }) => gates), [groups])
  const widest = useMemo(() => widestSpread(all, columns), [all, columns])
  const names = [...groups.map(({ name }) => name), spreadName]
  const top = layout.rows[0]?.top ?? 0
  const column = (channel: number) => ({ x: columns.x(channel) - columns.pitch / 2, width: columns.pitch })
  const foot = layout.foot - 12
  return (
    <div className='viz-profiles' role='img' aria-label={props.label}>
      <svg width={width} height={layout.height} aria-hidden='true' focusable='false'>
        {selected !== null && selected >= columns.from && selected < columns.to ? (
          <rect className='band' {...column(selected)} y={0} height={foot} />
        ) : null}
        {layout.rows.map((row, i) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
            key={i}
            layout={layout}
            place={i}
            name={names[i] ?? ''}
            path={i < all.length ? gateBars(all[i] ?? [], columns, row) : spreadBars(all, columns, row)}
            width={width}
            scale={scale}
          />
        ))}
        {widest === null ? null : (
          <rect className='widest' {...column(widest)} y={top - 4} height={foot - top + 4} />
        )}
        <ChannelNumbers layout={layout} columns={columns} selected={selected} widest={widest} />
      </svg>
    </div>
  )
}

function Row(props: {
  layout: ProfilesLayout
  place: number
  name: string
  path: string
  width: number
  scale: readonly [string, string, string]
}) {
  const { layout, place, name, path, width, scale } = props
  const { left, right, beside } = layout
  const { top, height } = layout.rows[place] ?? { top: 0, height: 0 }
  const isSpread = place === layout.rows.length - 1
  const at = (gate: number) => top + height * (1 - gate)
  return (
    <g className={isSpread ? 'spread' : undefined}>
      <path className='half' d={lineFrom(left, at(0.5), right, at(0.5))} />
      <path className='limit' d={lineFrom(left, top, right, top)} />
      <path className='bars' d={path} />
      <path className='foot' d={lineFrom(left, at(0), right, at(0))} />
      <text
        className={isSpread ? 'soft-text' : 'name'}
        x={beside ? left - 22 : left}
        y={beside ? top + height / 2 : top - 9}
        dy='0.35em'
        textAnchor={beside ? 'end' : 'start'}
      >
        {fitted(name, beside ? left - 26 : width - left - 40, type)}
        <title>{name}</title>
      </text>
      {(place === 0 || isSpread) && height >= 28 ? (
        <Scale beside={beside} left={left} right={right} at={at} scale={scale} />
      ) : null}
    </g>
  )
}

/** 0, ½ and 1 at the edge of a row; without room at the left, ½ alone, above its right end. */
function Scale(props: {
  beside: boolean
  left: number
  right: number
  at: (gate: number) => number
  scale: readonly [string, string, string]
}) {
  const { beside, left, right, at, scale } = props
  if (!beside) {
    return (
      <text className='soft-text scale' x={right} y={at(1) - 9} dy='0.35em' textAnchor='end'>
        {`${scale[0]}–${scale[2]}`}
      </text>
    )
  }
  return [0, 0.5, 1].map((gate, i) => (
    <text key={gate} className='soft-text scale' x={left - 6} y={at(gate)} dy='0.35em' textAnchor='end'>
      {scale[i]}
    </text>
  ))
}

function ChannelNumbers(props: {
  layout: ProfilesLayout
  columns: GateColumns
  selected: number | null
  widest: number | null
}) {
  const { layout, columns, selected, widest } = props
  const inView = (channel: number | null): channel is number =>
    channel !== null && channel >= columns.from && channel < columns.to
  const marked = [...new Set([selected, widest])].filter(inView)
  let others = numberedChannels(columns).map((channel) => ({ channel, at: columns.x(channel) }))
  for (const channel of marked) others = [...clearOf(others, columns.x(channel), 24)]
  const [first, second] = marked.map((channel) => columns.x(channel))
  // Two marked numbers that would touch: the selected one stays.
  const touching = first !== undefined && second !== undefined && Math.abs(first - second) < 22
  return (
    <g className='channels'>
      {others.map(({ channel, at }) => (
        <text key={channel} className='soft-text' x={at} y={layout.foot} textAnchor='middle'>
          {channel}
        </text>
      ))}
      {(touching ? marked.slice(0, 1) : marked).map((channel) => (
        <text key={channel} className='value' x={columns.x(channel)} y={layout.foot} textAnchor='middle'>
          {channel}
        </text>
      ))}
    </g>
  )
}
