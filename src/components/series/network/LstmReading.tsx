import type { LstmStep } from '../../../model/networks/lstm.ts'
import { liveRun } from '../../../model/state/shownRun.ts'
import { lstmParts } from '../../../viz/series/lstm.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'

export interface LstmPlace {
  readonly step: number
  readonly unit: number
}

/** One unit at one step: which, and its gates and states as numbers. */
export function LstmReading(props: {
  steps: readonly LstmStep[]
  stepName: (step: number) => string
  at: LstmPlace
  onChoose: (at: LstmPlace) => void
}) {
  const { steps, stepName, at, onChoose } = props
  const { t, number } = useText()
  const isLive = useApp((state) => liveRun(state) !== null && state.engine.phase === 'running')
  const here = steps[at.step]
  const units = here?.hidden.length ?? 0
  return (
    <p className='lstm-read'>
      <Choice
        label={t('series.lstm.step')}
        names={steps.map((_, step) => stepName(step))}
        chosen={at.step}
        onChoose={(step) => onChoose({ ...at, step })}
      />
      <Choice
        label={t('series.lstm.unit')}
        names={Array.from({ length: units }, (_, unit) => String(unit))}
        chosen={at.unit}
        onChoose={(unit) => onChoose({ ...at, unit })}
      />
      {/* Numbers that training changes all the time are not read out. */}
      <span className='lstm-values' aria-live={isLive ? 'off' : 'polite'}>
        {here === undefined || here.masked
          ? t('series.lstm.masked')
          : lstmParts.map((part) => (
              <span key={part}>
                {t(`series.lstm.${part}`)} {number.value(here[part][at.unit] ?? 0)}
              </span>
            ))}
      </span>
    </p>
  )
}

function Choice(props: {
  label: string
  names: readonly string[]
  chosen: number
  onChoose: (place: number) => void
}) {
  const { label, names, chosen, onChoose } = props
  return (
    <label>
      {label}{' '}
      <select value={chosen} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {names.map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two variables may have one name
          <option key={place} value={place}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
