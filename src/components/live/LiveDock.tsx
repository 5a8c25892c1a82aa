import { useCallback, useEffect, useState } from 'react'
import type { Checkpoint } from '../../model/engine/protocol.ts'
import { liveRun, shownNetwork, snapshotOf } from '../../model/state/selectors.ts'
import { type AppState, chooseNet } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { StoredRunNotice } from '../train/StoredRunNotice.tsx'
import { Transport } from '../train/Transport.tsx'
import { TroubleNotice } from '../train/TroubleNotice.tsx'
import { phaseText } from '../train/words.ts'
import { useLater } from '../useLater.ts'
import { wayBack } from './runChoices.ts'
import type { Training } from './training.ts'

/** Play controls and what they have to say. */
export function LiveDock({ training }: { training: Training }) {
  const store = useAppStore()
  const text = useText()
  const { t, number } = text
  const engine = useApp((state) => state.engine)
  const choices = useApp((state) => state.training)
  const step = useApp((state) => liveRun(state)?.step ?? 0)
  const epoch = useApp((state) => liveRun(state)?.epoch ?? 0)
  const speed = useApp((state) => liveRun(state)?.stepsPerSecond ?? 0)
  const accuracy = useApp((state) => liveRun(state)?.heldOut.at(-1)?.accuracy ?? null)
  const isLive = useApp((state) => liveRun(state) !== null)
  const stored = useApp(snapshotOf)
  // Of the pictures there always is one, though it may be on its way.
  const hasStored = useApp((state) => state.net !== 'series' || snapshotOf(state) !== null)
  const untrained = useApp(untrainedRatio)
  const fresh = useApp(isFresh)
  const at = useApp((state) => state.at)
  const dismiss = useCallback(
    () => store.setState((state) => ({ engine: { ...state.engine, trouble: null } })),
    [store],
  )
  return (
    <div className='live-dock'>
      <Transport
        phase={engine.phase}
        step={step}
        epoch={epoch}
        heldOutAccuracy={accuracy}
        stepsPerSecond={speed}
        progress={engine.progress}
        backend={engine.backend}
        settings={choices}
        onSettings={(changes) => void training.choose(changes)}
        onPlay={() => void training.play()}
        onPause={() => void training.pause()}
        onAdvance={(unit) => void training.advance(unit)}
        onReset={() => void training.reset()}
        onNewStart={() => void training.newStart()}
      />
      {engine.trouble === null ? null : (
        <TroubleNotice
          trouble={engine.trouble}
          onUseRate={(learningRate) => void training.choose({ learningRate }).then(() => training.play())}
          onRetry={() => void training.play()}
          onDismiss={dismiss}
        />
      )}
      <KeptRun training={training} />
      <WaitingRun />
      {isLive ? (
        <p className='run-note soft'>
          {engine.phase === 'done'
            ? phaseText('done', { step, heldOutAccuracy: accuracy }, text)
            : t('page.liveRun', { step: number.integer(step) })}{' '}
          {at === null ? null : t('page.liveRunAt', { step: number.integer(at) })}
          <button type='button' className='plain' onClick={() => void training.leave()}>
            {t(hasStored ? 'page.toStored' : 'series.toUntrained')}
          </button>
        </p>
      ) : fresh ? (
        <p className='run-note' role='status'>
          {t('series.untrained')}{' '}
          <button type='button' onClick={() => void training.play()}>
            {t('series.train')}
          </button>
        </p>
      ) : stored === null ? null : untrained !== null ? (
        <p className='run-note' role='status'>
          <span>
            <Rich text={t('page.untrained', { r: untrained })} />
          </span>
          <button type='button' onClick={() => void training.play()}>
            {t('page.trainThis', { r: untrained })}
          </button>
          <button type='button' className='plain' onClick={() => store.setState({ r: null })}>
            {t('page.trainedR', { r: stored.config.ratio })}
          </button>
        </p>
      ) : (
        <StoredRunNotice
          steps={stored.steps}
          seed={stored.seed}
          heldOutAccuracy={stored.accuracy}
          onTrain={() => {
            store.setState({ seed: stored.seed })
            void training.play()
          }}
        />
      )}
    </div>
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
            store.setState(back)
          }}
        >
          {t('page.showRun')}
        </button>
      )}
    </p>
  )
}

/** A series network that nobody has trained: all its weights are random. */
function isFresh(state: AppState): boolean {
  const shown = shownNetwork(state)
  return state.net === 'series' && shown?.origin === 'untrained' && shown.sameUntil === null
}

/** r of a block that is shown with random weights; null if the network on show was trained. */
function untrainedRatio(state: AppState): number | null {
  const shown = shownNetwork(state)
  return shown?.origin === 'untrained' ? shown.config.ratio : null
}

/** A run of an earlier visit: go on with it, or not. */
function KeptRun({ training }: { training: Training }) {
  const { t, number } = useText()
  const isLive = useApp((state) => state.live !== null)
  const [kept, setKept] = useState<Checkpoint | null>(null)
  const later = useLater()
  useEffect(() => {
    if (isLive || !later) return
    let current = true
    // Not needed for the first view.
    import('./savedRun.ts').then(
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
  }, [isLive, later])
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
          void import('./savedRun.ts').then(({ forgetRun }) => forgetRun())
        }}
      >
        {t('page.keptRun.forget')}
      </button>
    </p>
  )
}
