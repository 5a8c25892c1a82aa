import { pinned, site } from '../../../model/state/selection.ts'
import { travelTo } from '../../../model/state/slices/run.ts'
import { Ramp } from '../../../viz/charts/Ramp.tsx'
import { Waterfall } from '../../../viz/charts/Waterfall.tsx'
import type { ChannelRange } from '../../../viz/charts/waterfall.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { useRoom } from '../../useRoom.ts'
import { useGateHistory } from './useGateHistory.ts'
import { useThrottled } from './useThrottled.ts'
import './watch.css'

/** As in the layout that paper gets. */
const printedRoom = { width: 832, height: 146 }

/** Gates over time in the figure's columns, with the steps at their left; scrubbing is time travel. */
export function GateTimes({ channels }: { channels: ChannelRange }) {
  const store = useAppStore()
  const { t, number } = useText()
  const here = useApp(site)
  const at = useApp((state) => state.at)
  const channel = useApp((state) => pinned(state)?.index.c ?? null)
  const history = useGateHistory()
  const latest = useThrottled(history.at(-1)?.step)
  const [room, size] = useRoom<HTMLDivElement>(printedRoom)
  if (here === null) return null
  const first = history[0]?.step ?? 0
  return (
    <div className='gate-times' ref={room}>
      <div className='gate-times-rail'>
        <span>{number.integer(first)}</span>
        <b className='role-s'>{t('waterfall.short')}</b>
        {at === null ? (
          <Ramp label={t('waterfall.legend')} />
        ) : (
          <>
            <span>{t('waterfall.step', { step: number.integer(at) })}</span>
            <button
              type='button'
              className='plain'
              onClick={() => {
                travelTo(store, null)
                // The button is about to go: focus goes where the next key would be used.
                room.current?.querySelector<HTMLElement>('.waterfall')?.focus({ preventScroll: true })
              }}
            >
              {t('waterfall.follow')}
            </button>
          </>
        )}
        <span>{number.integer(latest ?? 0)}</span>
      </div>
      {size === null ? null : (
        <Waterfall
          history={history}
          channels={channels}
          plateWidth={size.width}
          height={size.height}
          selectedStep={at}
          onScrub={(step) => travelTo(store, step)}
          selectedChannel={channel}
          label={t('waterfall.label')}
          formatStep={(step) => t('waterfall.step', { step: number.integer(step) })}
          emptyText={t('waterfall.empty')}
        />
      )}
    </div>
  )
}
