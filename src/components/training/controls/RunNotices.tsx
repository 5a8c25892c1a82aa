import { useCallback, useEffect, useState } from 'react'
import type { Checkpoint } from '../../../model/engine/protocol.ts'
import { liveRun } from '../../../model/state/shownRun.ts'
import { dismissTrouble } from '../../../model/state/slices/run.ts'
import { chooseNet, showRun } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { wayBack } from '../controller/runChoices.ts'
import type { Training } from '../controller/training.ts'
import { TroubleNotice } from './TroubleNotice.tsx'
import { backendKeys } from './words.ts'

/** What there may be to say of runs: one that is in trouble, one that was kept, one that waits. */
export function RunNotices({ training }: { training: Training }) {
  const store = useAppStore()
  const trouble = useApp((state) => state.engine.trouble)
  const dismiss = useCallback(() => dismissTrouble(store), [store])
  return (
    <>
      {trouble === null ? null : (
        <TroubleNotice
          trouble={trouble}
          onUseRate={(learningRate) => void training.choose({ learningRate }).then(() => training.play())}
          onRetry={() => void training.play()}
          onDismiss={dismiss}
        />
      )}
      <KeptRun training={training} />
      <OtherBackend />
      <WaitingRun />
    </>
  )
}

/** A run that was kept goes on elsewhere than it was computed. */
function OtherBackend() {
  const { t } = useText()
  const before = useApp((state) => liveRun(state)?.computedBefore ?? null)
  const now = useApp(({ engine }) => (engine.phase === 'loading' ? null : engine.backend?.chosen))
  if (before === null || !now || before === now) return null
  return (
    <p className='run-note soft' role='status'>
      {t('page.otherBackend', { before: t(backendKeys[before]), now: t(backendKeys[now]) })}
    </p>
  )
}

/** A run of another network than the one on show: it rests, and is one click away. */
function WaitingRun() {
  const store = useAppStore()
  const { t, number } = useText()
  const waiting = useApp((state) => (liveRun(state) === null ? state.live : null))
  const gestures = useApp((state) => state.gestures)
  if (waiting === null) return null
  const { net } = waiting.config
  const back = wayBack(waiting, gestures)
  const values = { net: t(`net.${net}`), step: number.integer(waiting.step) }
  return (
    <p className='run-note' role='status'>
      {t(back === null ? 'page.waitingGone' : 'page.waitingRun', values)}
      {back === null ? null : (
        <button
          type='button'
          onClick={() => {
            if (store.getState().net !== net) chooseNet(store, net)
            showRun(store, back)
          }}
        >
          {t('page.showRun')}
        </button>
      )}
    </p>
  )
}

/** A run of an earlier visit: go on with it, or not. */
function KeptRun({ training }: { training: Training }) {
  const { t, number } = useText()
  const isLive = useApp((state) => state.live !== null)
  const [kept, setKept] = useState<Checkpoint | null>(null)
  useEffect(() => {
    if (isLive) return
    let current = true
    import('../controller/savedRun.ts').then(
      async ({ loadRun }) => {
        const found = await loadRun()
        if (current) setKept(found)
      },
      // Without it nothing is offered; what is kept stays.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [isLive])
  if (kept === null || isLive) return null
  return (
    <p className='run-note' role='status'>
      {t('page.keptRun', {
        net: t(`net.${kept.config.net}`),
        step: number.integer(kept.step),
      })}{' '}
      <button type='button' onClick={() => void training.resume(kept)}>
        {t('page.keptRun.resume')}
      </button>{' '}
      <button
        type='button'
        className='plain'
        onClick={() => {
          setKept(null)
          void import('../controller/savedRun.ts').then(({ forgetRun }) => forgetRun())
        }}
      >
        {t('page.keptRun.forget')}
      </button>
    </p>
  )
}
