/**
 * Marks of the loom that are one value of each channel: stems, dots and gates. Geometry and numbers in, SVG out. Numbers
 * arrive as text where they are printed, so that locale and throttling stay with the caller.
 */
import { channelsOf } from './ChannelMarks.tsx'
import type { Box, LoomLayout, LoomRow } from './layout.ts'
import { box, joined, lineFrom, round } from './paths.ts'
import { gatesBox, gateY, signedY, stemsBox } from './scales.ts'

export type Values = ArrayLike<number>

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
  /** Channels with ↕ at the head of their columns. */
  marked?: (channel: number) => boolean
  /** Where the bars stand, if not in the row of the gates. */
  box?: Box
}) {
  const { layout, values, selected, ghost, edited, label, marked } = props
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
      {channels
        .filter((c) => marked?.(c) === true)
        .map((c) => (
          <text key={c} x={layout.x(c)} y={half + 5}>
            ↕
          </text>
        ))}
    </g>
  )
}
