import { type LinesBox, seriesRows } from './lines.ts'
import './series.css'

/** Steps from … to, both included, in the series' own numbering; may reach beyond it. */
export interface StepSpan {
  readonly from: number
  readonly to: number
}

/** All variables of a series, one curve above the other; hidden from assistive technology, words stand beside it. */
export function SeriesLines(props: {
  /** [t · c] */
  data: Float32Array
  shape: readonly [t: number, c: number]
  domains: readonly number[]
  box: LinesBox
  /** Steps from here on are padding. */
  paddedFrom?: number
  /** What a cell sees. */
  window?: StepSpan | null
  /** The step that is pointed at. */
  step?: number | null
  /** The variable that is spoken of; the others are paler. */
  variable?: number | null
}) {
  const { data, shape, domains, box, paddedFrom, window = null, step = null, variable = null } = props
  const [steps] = shape
  const rows = seriesRows(data, shape, domains, box)
  const x = (at: number) => (Math.max(0, Math.min(steps, at)) / steps) * box.width
  const foot = box.height
  return (
    <svg
      className='series-lines'
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      aria-hidden='true'
      focusable='false'
    >
      {paddedFrom === undefined || paddedFrom >= steps ? null : (
        <rect className='padding' x={x(paddedFrom)} y={0} width={box.width - x(paddedFrom)} height={foot} />
      )}
      {window === null ? null : (
        <rect
          className='window'
          x={x(window.from)}
          y={0}
          width={Math.max(1, x(window.to + 1) - x(window.from))}
          height={foot}
        />
      )}
      {rows.map((row, c) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a variable is its place
        <g key={c} className={variable === null || variable === c ? undefined : 'pale'}>
          <line className='zero' x1={0} x2={box.width} y1={row.zero} y2={row.zero} />
          <path className='curve' d={row.path} />
        </g>
      ))}
      {step === null ? null : (
        <rect className='step' x={x(step)} y={0} width={Math.max(1, box.width / steps)} height={foot} />
      )}
    </svg>
  )
}
