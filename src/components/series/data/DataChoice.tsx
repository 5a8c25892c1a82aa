import { dataIds } from '../../../model/state/fields.ts'
import { chooseNetwork } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'

/** Where the series come from. */
export function DataChoice() {
  const store = useAppStore()
  const { t } = useText()
  const data = useApp((state) => state.data)
  const task = useApp((state) => state.task)
  return (
    <p className='net-choices'>
      <label>
        {t('series.data.source')}{' '}
        <select
          value={data}
          onChange={(event) => {
            const wanted = dataIds.find((id) => id === event.currentTarget.value)
            if (wanted !== undefined) chooseNetwork(store, { data: wanted })
          }}
        >
          {dataIds.map((id) => (
            <option key={id} value={id}>
              {t(`series.data.${id}`)}
            </option>
          ))}
        </select>
      </label>
      {data === 'weather' ? (
        <label>
          {t('series.weather.task')}{' '}
          <select
            value={task}
            onChange={(event) =>
              chooseNetwork(store, {
                task: event.currentTarget.value === 'citySeason' ? 'citySeason' : 'city',
              })
            }
          >
            <option value='city'>{t('series.weather.city')}</option>
            <option value='citySeason'>{t('series.weather.citySeason')}</option>
          </select>
        </label>
      ) : null}
    </p>
  )
}
