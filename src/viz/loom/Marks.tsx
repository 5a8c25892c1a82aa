/**
 * Marks of the loom: geometry and numbers in, SVG out. Numbers arrive as text where they are printed,
 * so that locale and throttling stay with the caller.
 */
import { memo } from 'react'
import { gateY, type LoomLayout, signedY } from './layout.ts'

export type Values = ArrayLike<number>

/** Channels on show, in order. */
export function channelsOf(layout: LoomLayout): number[] {
  return Array.from({ length: layout.to - layout.from }, (_, i) => layout.from + i)
}

/** One hairline a channel from top to bottom; the selected one is a band. */
export const Threads = memo(function Threads({ layout, selected }: { layout: LoomLayout; selected: number }) {
  const inView = selected >= layout.from && selected < layout.to
  const bottom = layout.rowsBox.Xt.y + layout.rowsBox.Xt.height
  return (
    <g className='threads'>
      {inView ? (
        <rect
          className='band'
          x={layout.x(selected) - layout.pitch / 2}
          y={0}
          width={layout.pitch}
          height={bottom + 2}
        />
      ) : null}
      {channelsOf(layout).map((c) => (
        <line
          key={c}
          className={c === selected ? 'thread selected' : 'thread'}
          x1={layout.x(c)}
          x2={layout.x(c)}
          y1={layout.rowsBox.U.y + layout.rowsBox.U.height}
          y2={layout.rowsBox.Xt.y}
        />
      ))}
    </g>
  )
})

export function Names({ layout, selected, every }: { layout: LoomLayout; selected: number; every: number }) {
  const box = layout.rowsBox.names
  const y = layout.mapTop.U - (layout.rowsBox.U.y - box.y) + box.height - 4
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
}

/** Frames of the maps; the pixels are on the canvas below. */
export function MapFrames({
  layout,
  row,
  selected,
}: {
  layout: LoomLayout
  row: 'U' | 'Xt'
  selected: number
}) {
  const y = layout.mapTop[row]
  return (
    <g className={`frames ${row === 'U' ? 'role-u' : 'role-xt'}`}>
      {channelsOf(layout).map((c) => (
        <rect
          key={c}
          className={c === selected ? 'selected' : undefined}
          x={layout.x(c) - layout.mapSize / 2 - 0.5}
          y={y - 0.5}
          width={layout.mapSize + 1}
          height={layout.mapSize + 1}
        />
      ))}
    </g>
  )
}

/** From the width of a map to a point: what squeezing does. */
export function Funnel({ layout, selected }: { layout: LoomLayout; selected: number }) {
  const { y, height } = layout.rowsBox.funnel
  const half = layout.mapSize / 2
  return (
    <g className='funnel'>
      {channelsOf(layout).map((c) => (
        <path
          key={c}
          className={c === selected ? 'selected' : undefined}
          d={funnelPath(layout.x(c), half, y + 1, height)}
        />
      ))}
    </g>
  )
}

/** A map's width at the top, a point at the foot. */
function funnelPath(x: number, half: number, y: number, height: number): string {
  const [bend, foot] = [y + height * 0.75, y + height]
  return `M${x - half} ${y}C${x - half} ${bend} ${x - 1} ${y + height * 0.2} ${x - 1} ${foot}L${x + 1} ${foot}C${x + 1} ${y + height * 0.2} ${x + half} ${bend} ${x + half} ${y}Z`
}

interface SignedRow {
  readonly layout: LoomLayout
  readonly values: Values
  readonly domain: number
  readonly selected: number
  /** Of sample B: a short line across the thread. */
  readonly ghost?: Values | null
}

/** Lollipops on a zero line. */
export function Squeezed({ layout, values, domain, selected, ghost }: SignedRow) {
  const box = layout.rowsBox.z
  const zero = signedY(0, domain, box)
  const radius = Math.min(4.5, layout.pitch / 5)
  return (
    <g className='squeezed role-z'>
      <line className='axis' x1={box.x} x2={box.x + box.width} y1={zero} y2={zero} />
      {channelsOf(layout).map((c) => {
        const y = signedY(values[c] ?? 0, domain, box)
        return (
          <g key={c} className={c === selected ? 'selected' : undefined}>
            <line className='stem' x1={layout.x(c)} x2={layout.x(c)} y1={zero} y2={y} />
            <circle cx={layout.x(c)} cy={y} r={radius} />
          </g>
        )
      })}
      {ghost ? (
        <Ticks layout={layout} y={(c) => signedY(ghost[c] ?? 0, domain, box)} half={layout.pitch * 0.22} />
      ) : null}
    </g>
  )
}

export function Logits({ layout, values, domain, selected, ghost }: SignedRow) {
  const box = layout.rowsBox.logits
  const zero = signedY(0, domain, box)
  const radius = Math.min(3.5, layout.pitch / 6)
  return (
    <g className='logits role-s'>
      <line className='axis' x1={box.x} x2={box.x + box.width} y1={zero} y2={zero} />
      {channelsOf(layout).map((c) => (
        <circle
          key={c}
          className={c === selected ? 'selected' : undefined}
          cx={layout.x(c)}
          cy={signedY(values[c] ?? 0, domain, box)}
          r={radius}
        />
      ))}
      {ghost ? (
        <Ticks layout={layout} y={(c) => signedY(ghost[c] ?? 0, domain, box)} half={layout.pitch * 0.2} />
      ) : null}
    </g>
  )
}

function Ticks({ layout, y, half }: { layout: LoomLayout; y: (channel: number) => number; half: number }) {
  return (
    <g className='ghost'>
      {channelsOf(layout).map((c) => (
        <line key={c} x1={layout.x(c) - half} x2={layout.x(c) + half} y1={y(c)} y2={y(c)} />
      ))}
    </g>
  )
}

/** Bars 0–1 with the ½ line; length says it, colour only names it. */
export function Gates(props: {
  layout: LoomLayout
  values: Values
  selected: number
  ghost?: Values | null
  /** Channels whose gate was set by hand. */
  edited: (channel: number) => boolean
  /** Printed under the bar; null leaves it out where there is no room. */
  label: (channel: number) => string | null
}) {
  const { layout, values, selected, ghost, edited, label } = props
  const box = layout.rowsBox.s
  const numbers = layout.rowsBox.gateNumbers
  const width = Math.min(24, layout.pitch * 0.42)
  const foot = box.y + box.height
  return (
    <g className='gates role-s'>
      <line
        className='half'
        x1={box.x}
        x2={box.x + box.width}
        y1={box.y + box.height / 2}
        y2={box.y + box.height / 2}
      />
      <line className='limit' x1={box.x} x2={box.x + box.width} y1={box.y} y2={box.y} />
      <line className='axis' x1={box.x} x2={box.x + box.width} y1={foot} y2={foot} />
      {channelsOf(layout).map((c) => {
        const value = values[c] ?? 0
        const y = gateY(value, box)
        const text = label(c)
        return (
          <g key={c} className={c === selected ? 'selected' : undefined}>
            <rect
              className={edited(c) ? 'bar edited' : 'bar'}
              x={layout.x(c) - width / 2}
              y={y}
              width={width}
              height={Math.max(foot - y, 1)}
            />
            {text === null ? null : (
              <text x={layout.x(c)} y={numbers.y + numbers.height - 3}>
                {text}
              </text>
            )}
          </g>
        )
      })}
      {ghost ? (
        <Ticks layout={layout} y={(c) => gateY(ghost[c] ?? 0, box)} half={Math.min(15, layout.pitch * 0.3)} />
      ) : null}
    </g>
  )
}
