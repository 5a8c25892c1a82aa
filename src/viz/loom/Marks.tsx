/**
 * Marks of the loom: geometry and numbers in, SVG out. Numbers arrive as text where they are printed,
 * so that locale and throttling stay with the caller.
 */
import { memo, type ReactNode } from 'react'
import { type Box, gateY, hingeNumber, type LoomLayout, signedY, squareSide, uTurn } from './layout.ts'

type Values = ArrayLike<number>

function channelsOf(layout: LoomLayout): number[] {
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

/** Hinton squares: area ∝ |w|; filled ink is positive, hollow raspberry negative, solid below 6 px. */
export const Weights = memo(function Weights(props: {
  layout: LoomLayout
  which: 'w1' | 'w2'
  /** Weight, or contribution, of channel c and hidden unit k. */
  value: (channel: number, k: number) => number
  largest: number
  reduced: number
  selectedChannel: number
  selectedHidden: number
  dead: (k: number) => boolean
}) {
  const { layout, which, value, largest, reduced, selectedChannel, selectedHidden, dead } = props
  const box = layout.rowsBox[which]
  const yOf = which === 'w1' ? layout.y1 : layout.y2
  const rows: ReactNode[] = []
  for (let k = 0; k < reduced; k++) {
    rows.push(
      <g key={k} className={rowClass(k === selectedHidden, dead(k))}>
        <line
          className='row'
          x1={box.x}
          x2={box.x + box.width + (layout.hinge.width > 0 ? 8 : 0)}
          y1={yOf(k)}
          y2={yOf(k)}
        />
        {channelsOf(layout).map((c) => (
          <WeightSquare
            key={c}
            x={layout.x(c)}
            y={yOf(k)}
            side={squareSide(value(c, k), largest, layout.square)}
            negative={value(c, k) < 0}
            selected={c === selectedChannel}
          />
        ))}
      </g>,
    )
  }
  return <g className={`weights ${which}`}>{rows}</g>
})

function rowClass(selected: boolean, dead: boolean): string {
  return `hidden-row${selected ? ' selected' : ''}${dead ? ' dead' : ''}`
}

function WeightSquare(props: { x: number; y: number; side: number; negative: boolean; selected: boolean }) {
  const { x, y, negative, selected } = props
  const side = Math.max(props.side, 1)
  const small = side < 6
  const inset = negative && !small ? 0.75 : 0
  return (
    <rect
      className={`w ${negative ? 'negative' : 'positive'}${small ? ' small' : ''}${selected ? ' selected' : ''}`}
      x={x - side / 2 + inset}
      y={y - side / 2 + inset}
      width={side - 2 * inset}
      height={side - 2 * inset}
    />
  )
}

/** Where a row's sum turns round: its value before and after ReLU, and the U-turn into W₂ᵀ. */
export function Hinge(props: {
  layout: LoomLayout
  reduced: number
  hidden: Values
  largest: number
  selected: number
  label: (k: number) => string
}) {
  const { layout, reduced, hidden, largest, selected, label } = props
  const every = Math.ceil(11 / layout.hiddenPitch)
  return (
    <g className='hinge role-hidden'>
      {Array.from({ length: reduced }, (_, k) => {
        const value = hidden[k] ?? 0
        const dead = value === 0
        const strength = largest === 0 ? 0 : Math.min(1, value / largest)
        const show = k === selected || (k % every === 0 && Math.abs(k - selected) >= every)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hidden units are numbered
          <g key={k} className={rowClass(k === selected, dead)}>
            {show ? (
              <text x={layout.hinge.x + hingeNumber - 6} y={layout.y1(k) + 4}>
                {label(k)}
              </text>
            ) : null}
            <path
              className='turn'
              d={uTurn(layout, k).path}
              style={{ strokeWidth: dead ? 1 : 1 + 3 * strength }}
            />
          </g>
        )
      })}
    </g>
  )
}

/** On a phone the hidden units stand as a centred row between W₁ and W₂ᵀ. */
export function HiddenRow(props: {
  layout: LoomLayout
  hidden: Values
  reduced: number
  largest: number
  selected: number
  label: (k: number) => string | null
}) {
  const { layout, hidden, reduced, largest, selected, label } = props
  const top = layout.rowsBox.w1.y + layout.rowsBox.w1.height
  const bottom = layout.rowsBox.w2.y
  const box: Box = { x: layout.plate.x, y: top + 14, width: layout.plate.width, height: bottom - top - 48 }
  return (
    <g className='hidden-units role-hidden'>
      {Array.from({ length: reduced }, (_, k) => {
        const x = hiddenX(layout, reduced, k)
        const value = hidden[k] ?? 0
        const height = largest === 0 ? 0 : Math.min(1, Math.max(0, value) / largest) * box.height
        const text = label(k)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hidden units are numbered
          <g key={k} className={rowClass(k === selected, value === 0)}>
            <line className='row' x1={x - 8} x2={x + 8} y1={box.y + box.height} y2={box.y + box.height} />
            <rect className='bar' x={x - 5} y={box.y + box.height - height} width={10} height={height} />
            {text === null ? null : (
              <text x={x} y={box.y + box.height + 12}>
                {text}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** Middle of hidden unit k in the phone's row. */
export function hiddenX(layout: LoomLayout, reduced: number, k: number): number {
  const step = Math.min(64, layout.plate.width / reduced)
  return layout.plate.x + layout.plate.width / 2 + (k - (reduced - 1) / 2) * step
}
