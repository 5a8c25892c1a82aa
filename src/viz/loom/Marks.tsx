/**
 * Marks of the loom: geometry and numbers in, SVG out. Numbers arrive as text where they are printed,
 * so that locale and throttling stay with the caller.
 */
import { memo } from 'react'
import type { Box, LoomLayout, LoomRow } from './layout.ts'
import { box, funnel, joined, lineFrom, round } from './paths.ts'
import { gatesBox, gateY, signedY, stemsBox } from './scales.ts'

export type Values = ArrayLike<number>

/** Channels on show, in order. */
export function channelsOf(layout: LoomLayout): number[] {
  return Array.from({ length: layout.to - layout.from }, (_, i) => layout.from + i)
}

/** Like marks of all channels as one path, and that of the selected one on top. */
function WithSelected(props: {
  layout: LoomLayout
  selected: number
  outline: (channel: number) => string
  className?: string
}) {
  const { layout, selected, outline, className } = props
  const channels = channelsOf(layout)
  return (
    <>
      <path className={className} d={joined(channels, (c) => (c === selected ? '' : outline(c)))} />
      {channels.includes(selected) ? (
        <path
          className={className === undefined ? 'selected' : `${className} selected`}
          d={outline(selected)}
        />
      ) : null}
    </>
  )
}

/** One hairline a channel from top to bottom; the selected one is a band. */
export const Threads = memo(function Threads(props: {
  layout: LoomLayout
  selected: number
  /** Without a block there is no X̃ to end in. */
  toMaps: boolean
}) {
  const { layout, selected, toMaps } = props
  const inView = selected >= layout.from && selected < layout.to
  const { U, out } = layout.rowsBox
  const top = layout.isOpen('U') ? U.y + U.height : U.y
  const end = layout.isOpen('out') ? out.y : out.y + out.height
  const bottom = toMaps ? out.y + out.height + 2 : out.y
  return (
    <g className='threads'>
      {inView ? (
        <rect
          className='band'
          x={layout.x(selected) - layout.pitch / 2}
          y={0}
          width={layout.pitch}
          height={bottom}
        />
      ) : null}
      <WithSelected
        layout={layout}
        selected={selected}
        className='thread'
        outline={(c) => lineFrom(layout.x(c), top, layout.x(c), end)}
      />
    </g>
  )
})

export const Names = memo(function Names(props: { layout: LoomLayout; selected: number; every: number }) {
  const { layout, selected, every } = props
  const y = layout.mapTop.U - 4
  return (
    <g className='names'>
      {channelsOf(layout).map((c) =>
        c % every === 0 || c === selected ? (
          <text key={c} className={c === selected ? 'selected' : undefined} x={layout.x(c)} y={y}>
            {c}
          </text>
        ) : null,
      )}
    </g>
  )
})

/** Frames of the maps; the pixels are on the canvas below. */
export const MapFrames = memo(function MapFrames(props: {
  layout: LoomLayout
  row: 'U' | 'out'
  selected: number
}) {
  const { layout, row, selected } = props
  const y = layout.mapTop[row]
  const [width, height] = [layout.mapSize + 1, layout.mapHeight + 1]
  return (
    <g className={`frames ${row === 'U' ? 'role-U' : 'role-out'}`}>
      <WithSelected
        layout={layout}
        selected={selected}
        outline={(c) => box(layout.x(c) - width / 2, y - 0.5, width, height)}
      />
    </g>
  )
})

/** From the width of a map to a point: what squeezing does. */
export const Funnel = memo(function Funnel({ layout, selected }: { layout: LoomLayout; selected: number }) {
  if (layout.funnel === null) return null
  const { y, height } = layout.funnel
  return (
    <g className='funnel'>
      <WithSelected
        layout={layout}
        selected={selected}
        outline={(c) => funnel(layout.x(c), layout.mapSize / 2, y + 1, height)}
      />
    </g>
  )
})

/** Values of sample B: a short line across the thread, in the ink of its bar where it has one. */
export interface Ghost {
  readonly values: Values
  /** Of the bar: 0 or 1; null: sample B is told apart by something else. */
  readonly ink: 0 | 1 | null
}

interface SignedRow {
  readonly layout: LoomLayout
  readonly row: LoomRow
  readonly values: Values
  readonly domain: number
  readonly ghost?: Ghost | null
}

/** Lollipops on a zero line. */
export function Stems({ layout, row: id, values, domain, ghost }: SignedRow) {
  const row = id === 'z' ? stemsBox(layout) : layout.rowsBox[id]
  const channels = channelsOf(layout)
  const zero = signedY(0, domain, row)
  const y = (c: number) => signedY(values[c] ?? 0, domain, row)
  const radius = Math.min(4.5, layout.pitch / 5)
  return (
    <g className='squeezed role-z'>
      <line className='axis' x1={row.x} x2={row.x + row.width} y1={zero} y2={zero} />
      <path className='stem' d={joined(channels, (c) => lineFrom(layout.x(c), zero, layout.x(c), y(c)))} />
      <Discs layout={layout} y={y} radius={radius} />
      <Ticks
        layout={layout}
        ghost={ghost}
        y={(value) => signedY(value, domain, row)}
        half={layout.pitch * 0.24}
      />
    </g>
  )
}

/** Dots about a zero line. */
export function Dots({ layout, row: id, values, domain, ghost }: SignedRow) {
  const row = layout.rowsBox[id]
  const zero = signedY(0, domain, row)
  const radius = Math.min(3.5, layout.pitch / 6)
  return (
    <g className='logits role-ink'>
      <line className='axis' x1={row.x} x2={row.x + row.width} y1={zero} y2={zero} />
      <Discs layout={layout} y={(c) => signedY(values[c] ?? 0, domain, row)} radius={radius} />
      <Ticks
        layout={layout}
        ghost={ghost}
        y={(value) => signedY(value, domain, row)}
        half={layout.pitch * 0.22}
      />
    </g>
  )
}

/** Circles of their own: as one outline they would be among those that cost a software renderer most (loom.css). */
function Discs({
  layout,
  y,
  radius,
}: {
  layout: LoomLayout
  y: (channel: number) => number
  radius: number
}) {
  return (
    <g className='dots'>
      {channelsOf(layout).map((c) => (
        <circle key={c} cx={layout.x(c)} cy={round(y(c))} r={radius} />
      ))}
    </g>
  )
}

function Ticks(props: {
  layout: LoomLayout
  ghost: Ghost | null | undefined
  y: (value: number) => number
  half: number
}) {
  const { layout, ghost, y, half } = props
  if (ghost === null || ghost === undefined) return null
  const at = (c: number) => y(ghost.values[c] ?? 0)
  return (
    <path
      className={`ghost${ghost.ink === null ? '' : ` bar-ink-${ghost.ink}`}`}
      d={joined(channelsOf(layout), (c) => lineFrom(layout.x(c) - half, at(c), layout.x(c) + half, at(c)))}
    />
  )
}

/** Bars 0–1 with the ½ line; length says it, colour only names it. */
export function Gates(props: {
  layout: LoomLayout
  values: Values
  selected: number
  ghost?: Ghost | null
  /** Channels whose gate was set by hand. */
  edited: (channel: number) => boolean
  /** Printed under the bar; null leaves it out where there is no room. */
  label: (channel: number) => string | null
  /** Where the bars stand, if not in the row of the gates. */
  box?: Box
}) {
  const { layout, values, selected, ghost, edited, label } = props
  const row = props.box ?? gatesBox(layout)
  const channels = channelsOf(layout)
  const numbers = layout.gateNumbers
  const width = Math.min(24, layout.pitch * 0.42)
  const foot = row.y + row.height
  const half = row.y + row.height / 2
  const bar = (c: number) => {
    const y = gateY(values[c] ?? 0, row)
    return box(layout.x(c) - width / 2, y, width, Math.max(foot - y, 1))
  }
  const byHand = channels.filter(edited)
  return (
    <g className='gates role-s'>
      <line className='half' x1={row.x} x2={row.x + row.width} y1={half} y2={half} />
      <line className='limit' x1={row.x} x2={row.x + row.width} y1={row.y} y2={row.y} />
      <line className='axis' x1={row.x} x2={row.x + row.width} y1={foot} y2={foot} />
      <path className='bar' d={joined(channels, (c) => (edited(c) ? '' : bar(c)))} />
      {byHand.length === 0 ? null : <path className='bar edited' d={joined(byHand, bar)} />}
      {channels.map((c) => {
        const text = label(c)
        return text === null ? null : (
          <text
            key={c}
            className={c === selected ? 'selected' : undefined}
            x={layout.x(c)}
            y={numbers.y + numbers.height - 3}
          >
            {text}
          </text>
        )
      })}
      <Ticks
        layout={layout}
        ghost={ghost}
        y={(gate) => gateY(gate, row)}
        half={Math.min(15, layout.pitch * 0.34)}
      />
    </g>
  )
}
