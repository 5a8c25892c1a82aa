/**
 * Marks of the loom that belong to the channels as such: threads, numbers, the frames of their maps, and the funnel from
 * a map to a point. Geometry and numbers in, SVG out.
 */
import { memo } from 'react'
import type { LoomLayout } from './layout.ts'
import { box, funnel, joined, lineFrom } from './paths.ts'

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
