import { useState } from 'react'
import type { ConvArithmetic, Tap } from '../../../model/block/convolution.ts'
import type { SeriesProblem } from '../../../model/data/series/types.ts'
import { decimalsOf, fixed } from '../../steps/aligned.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { useThrottled } from '../../training/charts/useThrottled.ts'
import { stepWords, variableName } from './names.ts'
import { largestTap, tapRows } from './tapSelection.ts'
import './taps.css'

/** Channels at first, and with every wish for more. */
const batch = 4

/**
 * A value of U over time: of every channel of X its window, the kernel and their products, time to the right, and all
 * the sums that lead to it.
 */
export function TapRows(props: {
  made: ConvArithmetic
  /** It reads the series itself: its channels are variables. */
  reads: 'series' | 'features'
  /** Only the channel that says most, and what the others add up to: for the room that the figure has. */
  compact?: boolean
}) {
  const { compact = false } = props
  const { t } = useText()
  const [most, setMost] = useState(batch)
  const playing = useApp((state) => state.engine.phase === 'running')
  const loaded = useApp((state) => state.problem)
  const throttled = useThrottled(props.made)
  const made = playing ? throttled : props.made
  const reads = props.reads === 'series' && loaded !== null ? loaded : null
  const { shown, rest } = compact ? largestTap(made) : tapRows(made, most)
  const window = made.perChannel[0]?.taps ?? []
  const sums = [...made.perChannel.map(({ sum }) => sum), made.bias ?? 0, made.convolved]
  const decimals = decimalsOf(sums, 3)
  const kinds = kindsOf(shown.flatMap(({ taps }) => taps))
  const columns = window.length + 1
  const line = (name: string, value: number, className?: string) => (
    <tr className={className}>
      <th scope='row' colSpan={columns}>
        {name}
      </th>
      <td className='sum'>{fixed(value, decimals)}</td>
    </tr>
  )
  return (
    <>
      <table className={compact ? 'tap-rows compact' : 'tap-rows'}>
        <caption className={compact ? 'visually-hidden' : 'soft'}>
          {t('series.taps.caption', { scaled: reads !== null && isScaled(reads.problem) ? 'yes' : 'no' })}
          {window.some(({ inside }) => !inside) ? ` ${t('series.taps.padding')}` : ''}
        </caption>
        <thead>
          <tr>
            <th scope='col'>{loaded === null ? t('series.step') : stepWords(loaded, t).title}</th>
            {window.map(({ at: [step = 0], inside }) => (
              <th key={step} scope='col'>
                {inside ? step : '–'}
              </th>
            ))}
            <th scope='col' className='sum'>
              Σ
            </th>
          </tr>
        </thead>
        {shown.map((one) => (
          <ChannelRows
            key={one.channel}
            name={
              reads === null
                ? t('series.taps.channel', { channel: one.channel })
                : variableName(reads, one.channel, t)
            }
            taps={one.taps}
            kinds={kinds}
            sum={fixed(one.sum, decimals)}
          />
        ))}
        <tbody className='totals'>
          {rest === null ? null : line(t('series.taps.rest', { count: rest.count }), rest.sum)}
          {made.bias === null ? null : line(t('series.taps.bias'), made.bias)}
          {line(t('series.taps.total'), made.convolved, 'total')}
        </tbody>
      </table>
      {rest === null || compact ? null : (
        <p>
          <button type='button' onClick={() => setMost(most + batch)}>
            {t('series.taps.more', { count: Math.min(batch, rest.count) })}
          </button>
        </p>
      )}
    </>
  )
}

/** What stands in the rows of a channel: with as many decimals, and as dark, as in those of the others. */
function kindsOf(taps: readonly Tap[]) {
  const kind = (label: string, name: string, value: (tap: Tap) => number) => {
    const values = taps.map(value)
    const largest = values.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    return { label, name, value, largest, decimals: decimalsOf(values, 2) }
  }
  return [
    kind('x', 'window', (tap) => tap.value),
    kind('v', 'kernel', (tap) => tap.weight),
    kind('v · x', 'products', (tap) => tap.product),
  ]
}

function ChannelRows(props: {
  name: string
  taps: readonly Tap[]
  kinds: ReturnType<typeof kindsOf>
  sum: string
}) {
  const { name, taps, kinds, sum } = props
  return (
    <tbody>
      <tr className='channel'>
        <th scope='rowgroup' colSpan={taps.length + 2}>
          {name}
        </th>
      </tr>
      {kinds.map((kind) => (
        <tr key={kind.name} className={kind.name}>
          <th scope='row'>{kind.label}</th>
          {taps.map((tap) => {
            const value = kind.value(tap)
            const strength = kind.largest === 0 ? 0 : Math.abs(value) / kind.largest
            return (
              <td
                key={tap.tap.join()}
                className={tap.inside ? (value < 0 ? 'below' : undefined) : 'pad'}
                style={{ '--strength': strength } as React.CSSProperties}
              >
                {fixed(value, kind.decimals)}
              </td>
            )
          })}
          <td className='sum'>{kind.name === 'products' ? sum : null}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** Whether the network reads other numbers than those that were measured. */
function isScaled({ scale }: SeriesProblem): boolean {
  return scale === null || scale.mean.some((mean) => mean !== 0) || scale.deviation.some((one) => one !== 1)
}
