import { isReaders } from '../../model/state/fields.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { takesDrops } from './own-files/takesDrops.ts'

/** In the figure's place: what the reader has to do before there is a series to show. */
export function SeriesWaiting() {
  const { t } = useText()
  const data = useApp((state) => state.data)
  return (
    <p id='figure' className={isReaders(data) ? 'notice' : 'loading'} role='status'>
      {data === 'own'
        ? t('series.own.waiting', { drops: takesDrops() ? 'yes' : 'no' })
        : data === 'gestures'
          ? t('series.gestures.waiting')
          : '…'}
    </p>
  )
}
