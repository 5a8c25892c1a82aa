import type { NoteText } from '../text/notes.ts'

/** A residual unit with its SE block and its shortcut, drawn from top to bottom: 310 × 352, so that it fits a phone. */
export function ResidualUnit({ text: { t } }: { text: NoteText }) {
  return (
    <svg
      className='residual-unit'
      viewBox='0 0 310 352'
      width='310'
      height='352'
      role='img'
      aria-label={t('unit.alt')}
    >
      <g className='lines'>
        <path d='M120 24V44M120 72V86M120 114V238M120 262V284M120 308V320' />
        <path className='way-shortcut' d='M120 32H20V296H108' />
        <path className='way-se' d='M120 140H250V152M250 176V184M250 208V216M250 240V250H132' />
      </g>
      <Box x={50} y={44} width={140} label='conv · BN · ReLU' />
      <Box x={50} y={86} width={140} label='conv · BN' />
      <Box x={196} y={150} width={108} height={26} label={`${t('unit.mean')} → z`} tensor='z' />
      <Box x={196} y={182} width={108} height={26} label='W₁, ReLU → h' tensor='hidden' />
      <Box x={196} y={214} width={108} height={26} label='W₂, σ → s' tensor='s' />
      <Node x={120} y={250} sign='×' />
      <Node x={120} y={296} sign='+' />
      <Box x={85} y={320} width={70} height={26} label='ReLU' />
      <text x={120} y={17} textAnchor='middle' className='role-X'>
        x
      </text>
      <text x={100} y={144} textAnchor='middle' className='role-U'>
        U
      </text>
      <text x={160} y={244} textAnchor='middle' className='role-s'>
        s
      </text>
      <text x={132} y={280} className='role-out'>
        X̃ = s · U
      </text>
      <text x={28} y={200}>
        {t('unit.shortcut')}
      </text>
      <text x={166} y={338}>
        → {t('unit.out')}
      </text>
    </svg>
  )
}

function Box(props: {
  x: number
  y: number
  width: number
  height?: number
  label: string
  tensor?: 'z' | 'hidden' | 's'
}) {
  const { x, y, width, height = 28, label, tensor } = props
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx={3} />
      <text
        x={x + width / 2}
        y={y + height / 2 + 5}
        textAnchor='middle'
        className={tensor && `role-${tensor}`}
      >
        {label}
      </text>
    </g>
  )
}

function Node({ x, y, sign }: { x: number; y: number; sign: string }) {
  return (
    <g>
      <circle cx={x} cy={y} r={12} />
      <text x={x} y={y + 5} textAnchor='middle'>
        {sign}
      </text>
    </g>
  )
}
