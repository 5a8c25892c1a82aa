import './charts.css'

/** Width of a channel's column and height of a gate of 1, in the units of the drawing; CSS gives the size. */
const [pitch, full] = [10, 40]

/** The gates of one picture as small bars from 0 to 1 with the ½ line; short lines are another picture's. */
export function GateStrip(props: {
  gates: ArrayLike<number>
  /** Another picture's. */
  ghost: ArrayLike<number>
  /** Of the other picture's bar. */
  ink: 0 | 1 | null
  /** Channel that is shaded. */
  selected: number
  /** Channel that is framed. */
  framed: number
  /** The strip in words. */
  label: string
}) {
  const { gates, ghost, ink, selected, framed, label } = props
  const width = gates.length * pitch
  const y = (gate: number) => full * (1 - Math.max(0, Math.min(1, gate)))
  return (
    <svg
      className='gate-strip role-s'
      viewBox={`0 0 ${width} ${full}`}
      preserveAspectRatio='none'
      role='img'
      aria-label={label}
    >
      <rect className='band' x={selected * pitch} width={pitch} height={full} />
      <line className='limit' x2={width} />
      <line className='half' x2={width} y1={full / 2} y2={full / 2} />
      <line className='axis' x2={width} y1={full} y2={full} />
      {Array.from({ length: gates.length }, (_, c) => c).map((c) => (
        <g key={c}>
          <rect
            className='bar'
            x={(c + 0.25) * pitch}
            y={y(gates[c] ?? 0)}
            width={pitch / 2}
            height={full - y(gates[c] ?? 0)}
          />
          <line
            className={ink === null ? 'ghost' : `ghost bar-ink-${ink}`}
            x1={(c + 0.1) * pitch}
            x2={(c + 0.9) * pitch}
            y1={y(ghost[c] ?? 0)}
            y2={y(ghost[c] ?? 0)}
          />
        </g>
      ))}
      <rect className='frame' x={framed * pitch} width={pitch} height={full} />
    </svg>
  )
}
