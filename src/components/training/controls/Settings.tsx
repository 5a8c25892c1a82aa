import { type ReactNode, useId } from 'react'
import { type BackendChoice, backendNames, type RunConfig } from '../../../model/engine/protocol.ts'
import { useText } from '../../text/i18n.tsx'
import { ratePosition, rates } from './rates.ts'

/** What the reader sets. A new `batchSize` or `backend` starts again from the same start; the rest is tuned live. */
export type TrainSettings = Pick<
  RunConfig,
  'learningRate' | 'batchSize' | 'stopAtAccuracy' | 'maxStepsPerSecond' | 'backend'
>

export interface SettingsProps {
  readonly settings: TrainSettings
  /** Only what changed. */
  readonly onSettings: (changes: Partial<TrainSettings>) => void
}

export function RateSlider({ settings, onSettings }: SettingsProps) {
  const { t, number } = useText()
  const id = useId()
  const shown = number.full(settings.learningRate)
  return (
    <div className='train-rate'>
      <label htmlFor={id}>{t('train.rate')}</label>
      <input
        id={id}
        type='range'
        min={0}
        max={rates.length - 1}
        step={1}
        value={ratePosition(settings.learningRate)}
        aria-valuetext={shown}
        onChange={(event) => {
          const learningRate = rates[event.currentTarget.valueAsNumber]
          if (learningRate !== undefined) onSettings({ learningRate })
        }}
      />
      <output htmlFor={id}>{shown}</output>
    </div>
  )
}

const speeds = [1, 5, 20, 60]
const batchSizes = [8, 16, 32, 64, 128]
const accuracies = [0.8, 0.9, 0.95, 0.98]
const backendChoices: readonly BackendChoice[] = ['auto', ...backendNames]

export function SettingSelects({ settings, onSettings }: SettingsProps) {
  const { t, number } = useText()
  return (
    <div className='train-selects'>
      <Choice
        label={t('train.speed')}
        value={settings.maxStepsPerSecond}
        options={[null, ...speeds]}
        word={(n) => (n === null ? t('train.speed.none') : t('train.speed.value', { n }))}
        onChange={(maxStepsPerSecond) => onSettings({ maxStepsPerSecond })}
      />
      <Choice
        label={t('train.stopAt')}
        value={settings.stopAtAccuracy}
        options={[null, ...accuracies]}
        word={(accuracy) =>
          accuracy === null
            ? t('train.stopAt.never')
            : t('train.stopAt.value', { accuracy: number.percent(accuracy) })
        }
        onChange={(stopAtAccuracy) => onSettings({ stopAtAccuracy })}
      />
      <Choice
        label={t('train.batchSize')}
        value={settings.batchSize}
        options={batchSizes}
        word={(n) => t('train.batchSize.value', { n: number.integer(n) })}
        onChange={(batchSize) => onSettings({ batchSize })}
      />
      <Choice
        label={t('train.backend')}
        value={settings.backend}
        options={backendChoices}
        word={(name) => t(`train.backend.${name}`)}
        onChange={(backend) => onSettings({ backend })}
      />
    </div>
  )
}

interface ChoiceProps<T> {
  readonly label: string
  readonly value: T
  readonly options: readonly T[]
  readonly word: (option: T) => string
  readonly onChange: (option: T) => void
}

/** A native select over any values; a present value that is not in the list (from a link) is offered first. */
function Choice<T>({ label, value, options, word, onChange }: ChoiceProps<T>): ReactNode {
  const offered = options.includes(value) ? options : [value, ...options]
  return (
    <label>
      <span>{label}</span>
      <select
        value={offered.indexOf(value)}
        onChange={(event) => {
          const option = offered[Number(event.currentTarget.value)]
          if (option !== undefined) onChange(option)
        }}
      >
        {offered.map((option, i) => (
          <option key={word(option)} value={i}>
            {word(option)}
          </option>
        ))}
      </select>
    </label>
  )
}
