import { useEffect, useState } from 'react'
import type { LoadProgress, MeasuredProgress } from '../../../model/engine/protocol.ts'
import { type TextKey, type TextTools, useText } from '../../text/i18n.tsx'
import { secondsLeft } from './timeLeft.ts'

const partKeys = {
  engine: 'train.load.engine',
  data: 'train.load.data',
  calibration: 'train.load.calibration',
  warmup: 'train.load.warmup',
} as const satisfies Readonly<Record<LoadProgress['part'], TextKey>>

const unitKeys = {
  bytes: 'train.load.bytes',
  pictures: 'train.load.pictures',
  steps: 'train.load.steps',
} as const satisfies Readonly<Record<MeasuredProgress['unit'], TextKey>>

/** What is being loaded, how much of it is here, and how long it may still take. */
export function Progress({ progress }: { progress: LoadProgress }) {
  const text = useText()
  const { t, number } = text
  const measured = progress.part === 'engine' ? null : progress
  const left = useSecondsLeft(progress.part, measured?.done ?? 0, measured?.total ?? 0)
  const label = progressText(progress, text)
  return (
    <div className='train-progress'>
      <progress
        {...(measured === null ? {} : { value: measured.done, max: measured.total })}
        aria-label={label}
      />
      <span>
        {label}
        {left === null ? null : ` · ${t('train.load.left', { seconds: number.integer(left) })}`}
      </span>
    </div>
  )
}

/** "Loading the pictures: 120 of 433 kB"; without an amount where nobody knows it. */
export function progressText(progress: LoadProgress, { t, number }: TextTools): string {
  if (progress.part === 'engine') return t(partKeys.engine)
  const { part, unit, done, total } = progress
  const scale = unit === 'bytes' ? 1000 : 1
  const amount = { done: number.integer(done / scale), total: number.integer(total / scale) }
  return `${t(partKeys[part])}: ${t(unitKeys[unit], amount)}`
}

/** Counts from the first report of each part. */
function useSecondsLeft(part: LoadProgress['part'], done: number, total: number): number | null {
  const [start, setStart] = useState({ part, at: 0 })
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => setStart({ part, at: performance.now() }), [part])
  useEffect(() => {
    setLeft(
      start.part === part && start.at > 0 ? secondsLeft(performance.now() - start.at, done, total) : null,
    )
  }, [start, part, done, total])
  return left
}
