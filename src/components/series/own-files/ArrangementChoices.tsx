import { useText } from '../../text/i18n.tsx'
import { type Arrangement, layouts } from './csvRoles.ts'
import { WholeNumber } from './WholeNumber.tsx'

const mostVariables = 256
const longestWindow = 20_000

/** What a row of the table is, and how series are made of rows. */
export function ArrangementChoices(props: {
  arrangement: Arrangement
  onChange: (changes: Partial<Arrangement>) => void
}) {
  const { onChange: change } = props
  const { layout, header, blocks, order, windows } = props.arrangement
  const { t } = useText()
  return (
    <>
      <label>
        {t('series.csv.layout')}{' '}
        <select
          value={layout}
          onChange={(event) =>
            change({ layout: layouts.find((one) => one === event.currentTarget.value) ?? layout })
          }
        >
          {layouts.map((one) => (
            <option key={one} value={one}>
              {t(`series.csv.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className='net-switch'>
        <input
          type='checkbox'
          checked={header}
          onChange={(event) => change({ header: event.currentTarget.checked })}
        />
        {t('series.csv.header')}
      </label>
      {layout === 'wide' ? (
        <WholeNumber
          label={t('series.csv.blocks')}
          value={blocks}
          max={mostVariables}
          onChange={(number) => change({ blocks: number })}
        />
      ) : null}
      {layout === 'wide' && blocks > 1 ? (
        <label>
          {t('series.csv.order')}{' '}
          <select
            value={order}
            onChange={(event) =>
              change({ order: event.currentTarget.value === 'interleaved' ? 'interleaved' : 'blocks' })
            }
          >
            <option value='blocks'>{t('series.csv.inBlocks')}</option>
            <option value='interleaved'>{t('series.csv.inTurns')}</option>
          </select>
        </label>
      ) : null}
      {layout === 'windows' ? (
        <>
          <WholeNumber
            label={t('series.csv.windowLength')}
            value={windows.length}
            max={longestWindow}
            onChange={(length) => change({ windows: { ...windows, length } })}
          />
          <WholeNumber
            label={t('series.csv.stride')}
            value={windows.stride}
            max={longestWindow}
            onChange={(stride) => change({ windows: { ...windows, stride } })}
          />
        </>
      ) : null}
    </>
  )
}
