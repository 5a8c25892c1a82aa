import { isReaders } from '../../model/state/fields.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import type { Training } from '../training/controller/training.ts'
import { DataChoice } from './data/DataChoice.tsx'
import { GestureArea } from './gestures/GestureArea.tsx'
import { OwnFiles } from './own-files/OwnFiles.tsx'
import './data/data.css'

/**
 * Over the figure: a greeting, and what the reader has to bring before there is a figure. The files stay mounted
 * whatever is on show, since they may be dropped anywhere.
 */
export function SeriesTop({ training }: { training: Training }) {
  const { t } = useText()
  const from = useApp((state) => state.from)
  const data = useApp((state) => state.data)
  const brings = isReaders(data)
  return (
    <>
      {from === 'mlstm-fcn' ? (
        <p className='series-from'>
          {t('series.from')}{' '}
          <span>
            <a href='#series-net-title'>{t('series.fromNetwork')}</a>{' '}
            <a href='#series-data-title'>{t('series.fromData')}</a>
          </span>
        </p>
      ) : null}
      <section
        className={brings ? 'series-data top' : undefined}
        aria-labelledby={brings ? 'series-data-title' : undefined}
      >
        {brings ? (
          <>
            <h2 id='series-data-title'>{t('series.data.title')}</h2>
            <DataChoice />
          </>
        ) : null}
        {data === 'gestures' ? <GestureArea training={training} /> : null}
        <OwnFiles />
      </section>
    </>
  )
}
