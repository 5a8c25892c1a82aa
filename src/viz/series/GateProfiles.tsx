import { useMemo } from 'react'
import { lineFrom } from '../loom/paths.ts'
import { Label } from './Label.tsx'
import {
  columnBox,
  type GateColumns,
  gateBars,
  gateSpreads,
  numberedChannels,
  type ProfilesLayout,
  profilesLayout,
  widestSpread,
} from './profiles.ts'
import { clearOf } from './text.ts'
import './pictures.css'

export interface GateProfilesProps {
  /** The picture in words. */
  readonly label: string
  /** Mean gates of a class or another group, [c]; NaN without series. */
  readonly groups: readonly { readonly name: string; readonly gates: ArrayLike<number> }[]
  /** Name of the row of differences. */
  readonly spreadName: string
  readonly columns: GateColumns
  /** In pixels. */
  readonly width: number
  /** Channel of the figure that is selected. */
  readonly selected: number | null
  /** What stands at the ends of the scale and in its middle. */
  readonly scale?: readonly [zero: string, half: string, one: string]
}

/** Mean gates by group, in the columns of the figure; the last row says how far the groups lie apart. */
export function GateProfiles(props: GateProfilesProps) {
  const { groups, spreadName, columns, width, selected, scale = ['0', '½', '1'] } = props
  const layout = useMemo(() => profilesLayout(groups.length, columns), [groups.length, columns])
  const spreads = useMemo(
    () =>
      gateSpreads(
        groups.map(({ gates }) => gates),
        columns,
      ),
    [groups, columns],
  )
  const widest = widestSpread(spreads)
  const names = [...groups.map(({ name }) => name), spreadName]
  const inView = (channel: number | null): channel is number =>
    channel !== null && channel >= columns.from && channel < columns.to
  return (
    <div className='viz-profiles' role='img' aria-label={props.label}>
      <svg width={width} height={layout.height} aria-hidden='true' focusable='false'>
        {inView(selected) ? (
          <Column className='band' layout={layout} columns={columns} channel={selected} />
        ) : null}
        {layout.rows.map((row, i) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
            key={i}
            layout={layout}
            place={i}
            name={names[i] ?? ''}
            path={gateBars(groups[i]?.gates ?? spreads, columns, row)}
            width={width}
            scale={scale}
          />
        ))}
        {widest === null ? null : (
          <Column className='widest' layout={layout} columns={columns} channel={widest} />
        )}
        <ChannelNumbers layout={layout} columns={columns} marked={[selected, widest].filter(inView)} />
      </svg>
    </div>
  )
}

/** A mark of a channel through all rows. */
function Column(props: { layout: ProfilesLayout; columns: GateColumns; channel: number; className: string }) {
  const { layout, columns, channel, className } = props
  return layout.bands.map(({ top, height }) => (
    <rect key={top} className={className} {...columnBox(columns, channel)} y={top} height={height} />
  ))
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
      <Label
        className={isSpread ? 'soft-text' : 'name'}
        text={name}
        x={beside ? left - 22 : left}
        y={beside ? top + height / 2 : top - 10}
        room={beside ? left - 26 : width - left - 40}
        anchor={beside ? 'end' : 'start'}
      />
      {(place === 0 || isSpread) && height >= 28 ? (
        <Scale beside={beside} left={left} right={right} at={at} scale={scale} />
      ) : null}
    </g>
  )
}

/** 0, ½ and 1 at the edge of a row; without room at the left its ends, above its right end. */
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
      <text className='soft-text scale' x={right} y={at(1) - 10} dy='0.35em' textAnchor='end'>
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
  /** The selected one first. */
  marked: readonly number[]
}) {
  const { layout, columns } = props
  const marked = [...new Set(props.marked)]
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
