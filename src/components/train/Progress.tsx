import { useEffect, useState } from 'react'
import type { LoadProgress } from '../../model/engine/protocol.ts'
import { type TextKey, type TextTools, useText } from '../text/i18n.tsx'
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
} as const satisfies Readonly<Record<LoadProgress['unit'], TextKey>>

/** What is being loaded, how much of it is here, and how long it may still take. */
export function Progress({ progress }: { progress: LoadProgress }) {
  const text = useText()
  const { t, number } = text
  const left = useSecondsLeft(progress)
  const label = progressText(progress, text)
  return (
    <div className='train-progress'>
      <progress value={progress.done} max={progress.total} aria-label={label} />
      <span>
        {label}
        {left === null ? null : ` · ${t('train.load.left', { seconds: number.integer(left) })}`}
      </span>
    </div>
  )
}

/** "Loading the engine: 120 of 433 kB" */
export function progressText({ part, unit, done, total }: LoadProgress, { t, number }: TextTools): string {
  const scale = unit === 'bytes' ? 1000 : 1
  const amount = { done: number.integer(done / scale), total: number.integer(total / scale) }
  return `${t(partKeys[part])}: ${t(unitKeys[unit], amount)}`
}

/** Counts from the first report of each part. */
function useSecondsLeft({ part, done, total }: LoadProgress): number | null {
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
