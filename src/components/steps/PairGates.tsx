import { useCallback } from 'react'
import { GateStrip } from '../../viz/charts/GateStrip.tsx'
import { useText } from '../text/i18n.tsx'
import { DataTable } from '../training/charts/DataTable.tsx'
import { largestGap } from './gateGap.ts'

interface TwoGates {
  readonly a: Float32Array
  readonly b: Float32Array
}

/** All gates of a site for two pictures, one strip above the other, and their largest difference in words. */
export function PairGates(
  props: TwoGates & {
    /** The same as printed: while training it changes less often than the bars. */
    printed: TwoGates
    /** Inks of the bars of A and B. */
    inks: { readonly a: 0 | 1 | null; readonly b: 0 | 1 | null }
    selected: number
    spoken: boolean
  },
) {
  const { a, b, printed, inks, selected, spoken } = props
  const { t, number } = useText()
  const gap = largestGap(printed.a, printed.b)
  const rows = useCallback(
    () =>
      Array.from(printed.a, (gate, c) => () => [
        String(c),
        number.gate(gate),
        number.gate(printed.b[c] ?? 0),
        number.value(Math.abs(gate - (printed.b[c] ?? 0))),
      ]),
    [printed.a, printed.b, number],
  )
  if (gap === null) return null
  const strip = (name: 'A' | 'B', gates: Float32Array, ghost: Float32Array, ink: 0 | 1 | null) => (
    <>
      <b aria-hidden='true'>{name}</b>
      <span className='pair-scale' aria-hidden='true'>
        <span>1</span>
        <span>½</span>
        <span>0</span>
      </span>
      <GateStrip
        gates={gates}
        ghost={ghost}
        ink={ink}
        selected={selected}
        framed={gap.channel}
        label={t('step.result.strip', {
          name,
          least: number.gate(Math.min(...gates)),
          most: number.gate(Math.max(...gates)),
        })}
      />
    </>
  )
  // As many numbers as fit under the strips of a phone; the selected channel's always, with room around it.
  const every = Math.max(1, Math.floor(a.length / 8))
  return (
    <div className='pair-gates'>
      <p role='status' aria-live={spoken ? 'polite' : 'off'}>
        {t('step.result.largest', {
          channel: gap.channel,
          a: number.value(gap.a),
          b: number.value(gap.b),
          difference: number.value(gap.difference),
        })}
      </p>
      <div className='pair-strips'>
        {strip('A', a, b, inks.b)}
        {strip('B', b, a, inks.a)}
        <span
          className='pair-channels'
          aria-hidden='true'
          style={{ '--columns': a.length } as React.CSSProperties}
        >
          {Array.from(a, (_, c) => c).map((c) => (
            <span key={c} className={c === selected ? 'selected' : undefined}>
              {c === selected || (c % every === 0 && Math.abs(c - selected) >= every / 2) ? c : ''}
            </span>
          ))}
        </span>
      </div>
      <p className='pair-legend soft'>{t('step.result.stripLegend', { channel: selected })}</p>
      <DataTable
        caption={t('step.result.gatesTable')}
        columns={[t('figure.channel'), 'A', 'B', '|A − B|']}
        rows={rows}
      />
    </div>
  )
}
