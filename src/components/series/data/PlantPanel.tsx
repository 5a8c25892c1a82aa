import { type PlantChoices, plantNoises } from '../../../model/state/plantCode.ts'
import { chooseNetwork } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'

const signals = ['amplitude', 'frequency', 'timing'] as const
const counts = Array.from({ length: 11 }, (_, i) => i + 2)

/** What is planted: which variables carry the class, and in what. */
export function PlantPanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const plant = useApp((state) => state.plant)
  const change = (changes: Partial<PlantChoices>) => {
    const wanted = { ...plant, ...changes }
    if (wanted.useful.includes(true)) chooseNetwork(store, { plant: wanted })
  }
  const { useful, signal, noise, unequal } = plant
  const last = useful.filter(Boolean).length === 1
  return (
    <div className='plant'>
      <p>{t('series.planted.what')}</p>
      <p className='net-choices'>
        <label>
          {t('series.planted.signal')}{' '}
          <select
            value={signal}
            onChange={(event) => {
              const wanted = signals.find((one) => one === event.currentTarget.value)
              if (wanted !== undefined) change({ signal: wanted })
            }}
          >
            {signals.map((one) => (
              <option key={one} value={one}>
                {t(`series.planted.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('series.planted.channels')}{' '}
          <select
            value={useful.length}
            onChange={(event) => {
              const count = Number(event.currentTarget.value)
              const kept = Array.from({ length: count }, (_, v) => useful[v] ?? false)
              change({ useful: kept.includes(true) ? kept : kept.map((_, v) => v === 0) })
            }}
          >
            {counts.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </label>
        <label>
          {t('series.planted.noise')}{' '}
          <select value={noise} onChange={(event) => change({ noise: Number(event.currentTarget.value) })}>
            {plantNoises.map((value) => (
              <option key={value} value={value}>
                {t('series.planted.noiseValue', { value: number.short(value) })}
              </option>
            ))}
          </select>
        </label>
        <label className='net-switch'>
          <input
            type='checkbox'
            checked={unequal}
            onChange={(event) => change({ unequal: event.currentTarget.checked })}
          />
          {t('series.planted.unequal')}
        </label>
      </p>
      <fieldset className='plant-useful'>
        <legend>{t('series.planted.useful')}</legend>
        {useful.map((one, v) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a variable is its place
          <label key={v} className='net-switch'>
            <input
              type='checkbox'
              checked={one}
              disabled={one && last}
              onChange={(event) =>
                change({ useful: useful.map((was, i) => (i === v ? event.currentTarget.checked : was)) })
              }
            />
            {t('series.planted.variable', { number: v + 1 })}
          </label>
        ))}
        {last ? <span className='soft'>{t('series.planted.needsOne')}</span> : null}
      </fieldset>
    </div>
  )
}
