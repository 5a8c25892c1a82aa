import { useCallback, useMemo } from 'react'
import { useText } from '../../text/i18n.tsx'
import { DataTable } from './DataTable.tsx'
import { largestChange } from './gateHistoryTable.ts'
import { useGateHistory } from './useGateHistory.ts'
import { useThrottled } from './useThrottled.ts'
import '../training.css'

/** The history of the gates in one sentence, and as a table. */
export function GateHistoryText({ channels: count }: { channels: number }) {
  const { t, number } = useText()
  const history = useThrottled(useGateHistory())
  const channels = useMemo(() => ({ from: 0, to: count }), [count])
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
    <div className='gate-history-text'>
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
