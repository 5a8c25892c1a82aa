import { otherPicture } from '../../model/state/shownSamples.ts'
import { GateStrip } from '../../viz/charts/GateStrip.tsx'
import type { Figure } from '../figure/useFigure.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useCover } from '../useCover.ts'
import { useComparisons } from './useComparisons.ts'

/** In the figure's columns the other sample's gates, and below them the comparisons, side by side. */
export function ResultTable({ figure: { data, at, picture } }: { figure: Figure }) {
  const { t } = useText()
  const covered = useCover()
  const found = useComparisons()
  const other = data.other?.s.data
  if (found === null) return null
  return (
    <div className='result-extra'>
      {other === undefined || data.block === null || covered('s') ? null : (
        <div className='result-gates'>
          <span className='row-name'>
            <span className='symbol role-s'>
              s<sub>B</sub>
            </span>
            <RowBName />
          </span>
          <GateStrip
            gates={other}
            ghost={(data.own ?? data.block).s.data}
            ink={picture.bar}
            selected={at.index.c}
            framed={at.index.c}
            label={t('step.result.pair')}
          />
        </div>
      )}
      <ul>
        <li className='heads soft' aria-hidden='true'>
          <b>–</b>
          <span>{t('step.result.thisPicture')}</span>
          <span>{t(found.hasBar ? 'step.result.share' : 'step.result.shareDigits')}</span>
        </li>
        {found.rows.map(({ name, here, share }) => (
          <li key={name}>
            <b>{t(name)}</b>
            <span title={here.short === here.whole ? undefined : here.whole}>{here.short}</span>
            <span>
              <span className='visually-hidden'>
                {t(found.hasBar ? 'step.result.share' : 'step.result.shareDigits')}
              </span>
              {share === null ? '–' : share.mean}
              {name === 'step.result.transplanted' && share !== null ? (
                <span className='foot-mark'>{'\u00a0†'}</span>
              ) : null}
            </span>
            <span className='range soft'>
              {share === null ? null : t('step.result.range', { least: share.least, most: share.most })}
            </span>
          </li>
        ))}
      </ul>
      {found.hasBar && found.study !== null ? (
        <p className='result-foot soft'>
          {t('step.result.asOther')} <span>{t('step.result.everySite')}</span>
        </p>
      ) : null}
    </div>
  )
}

/** Whose gates the lower row has, in the ink of its bar. */
function RowBName() {
  const { t } = useText()
  const net = useApp((state) => state.net)
  const bar = useApp((state) => otherPicture(state)?.bar ?? null)
  return (
    <span className={bar === null || net === 'series' ? 'soft' : `bar-ink-${bar}`}>
      {t(bar === null ? 'rail.rowB' : `rail.rowB${bar}`)}
    </span>
  )
}
