import { useCallback, useRef } from 'react'
import { Ramp } from '../../../viz/charts/Ramp.tsx'
import { Waterfall, type WaterfallProps } from '../../../viz/charts/Waterfall.tsx'
import { useText } from '../../text/i18n.tsx'
import { DataTable } from './DataTable.tsx'
import { largestChange } from './gateHistoryTable.ts'
import { useThrottled } from './useThrottled.ts'
import '../training.css'

export interface GateHistoryProps extends Omit<WaterfallProps, 'label' | 'formatStep' | 'emptyText'> {
  /** Width of the figure's left rail; 0: legend and step stand above (phone). */
  readonly rail: number
}

/** The waterfall with its legend, in the columns of the figure: rail, then plate. */
export function GateHistory({ rail, ...waterfall }: GateHistoryProps) {
  const { t, number } = useText()
  const { selectedStep, onScrub } = waterfall
  const latest = useThrottled(waterfall.history.at(-1)?.step)
  const figure = useRef<HTMLElement>(null)
  const formatStep = (step: number) => t('waterfall.step', { step: number.integer(step) })
  return (
    <figure ref={figure} className={rail === 0 ? 'gate-history stacked' : 'gate-history'}>
      <div className='gate-history-rail' style={rail === 0 ? undefined : { width: rail }}>
        <p className='chart-title role-s'>{t('waterfall.title')}</p>
        <Ramp label={t('waterfall.legend')} />
        <p className='gate-history-step'>
          {selectedStep !== null
            ? t('waterfall.held', { step: number.integer(selectedStep) })
            : latest === undefined
              ? null
              : formatStep(latest)}
        </p>
        {/* Keeps its place while hidden: the waterfall must not move under the hand. */}
        <button
          type='button'
          className='plain'
          style={selectedStep === null ? { visibility: 'hidden' } : undefined}
          onClick={() => {
            onScrub(null)
            // The button is about to hide: focus goes where the next key would be used.
            figure.current?.querySelector<HTMLElement>('.waterfall')?.focus()
          }}
        >
          {t('waterfall.follow')}
        </button>
      </div>
      <Waterfall
        {...waterfall}
        label={t('waterfall.label')}
        formatStep={formatStep}
        emptyText={t('waterfall.empty')}
      />
      <Explained {...waterfall} rail={rail} />
    </figure>
  )
}

function Explained({ history: live, channels, rail }: GateHistoryProps) {
  const { t, number } = useText()
  const history = useThrottled(live)
  const { from, to } = channels
  const change = largestChange(history, channels)
  const rows = useCallback(
    () =>
      history.map(({ step, gates }) => () => [
        number.integer(step),
        ...Array.from(gates.subarray(from, to), (gate) => number.value(gate)),
      ]),
    [history, from, to, number],
  )
  const names = Array.from({ length: to - from }, (_, i) => t('waterfall.channel', { channel: from + i }))
  return (
    <div className='gate-history-text' style={{ marginInlineStart: rail }}>
      <figcaption>
        {t('waterfall.hint')}{' '}
        {change === null
          ? t('waterfall.summaryEmpty')
          : t('waterfall.summary', {
              channel: change.channel,
              from: number.integer(change.fromStep),
              to: number.integer(change.toStep),
              before: number.value(change.before),
              after: number.value(change.after),
            })}
      </figcaption>
      {history.length === 0 ? null : (
        <DataTable caption={t('waterfall.title')} columns={[t('train.step'), ...names]} rows={rows} />
      )}
    </div>
  )
}
