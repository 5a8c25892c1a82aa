import { site } from '../../model/state/selection.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { chooseSite } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'

/** The whole network in one line: where the picture goes and where the two SE sites are. */
export function NetworkMap() {
  const store = useAppStore()
  const { t } = useText()
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  if (shown === null) return null
  const { inputShape, filters, classes, squeezeExcite } = shown.config
  return (
    <nav className='network-map' aria-label={t('map.label')}>
      <span className='map-node'>
        {t('map.picture')} <small>{inputShape.join('×')}</small>
      </span>
      <span className='map-node'>
        {t('map.stem')} <small>{Math.max(1, Math.floor((filters[0] ?? 1) / 2))}</small>
      </span>
      {shown.plan.sites.map((one, i) => (
        <span key={one.id} className='map-node stage'>
          {t('map.stage', { number: i + 1 })}{' '}
          <button type='button' aria-pressed={one.id === here?.id} onClick={() => chooseSite(store, one.id)}>
            {squeezeExcite ? 'SE' : 'U'} <small>{`${one.channels}·${one.spatial.join('×')}`}</small>
            <span className='visually-hidden'>
              {', '}
              {t('header.siteName', { number: i + 1, channels: one.channels, map: one.spatial.join('×') })}
            </span>
          </button>
        </span>
      ))}
      <span className='map-node'>
        {t('map.head')} <small>{classes}</small>
      </span>
    </nav>
  )
}
