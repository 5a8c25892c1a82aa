import { liveRun, shownNetwork, snapshotOf, trainingChoices } from '../../../model/state/selectors.ts'
import { chooseSeed } from '../../../model/state/slices/run.ts'
import type { AppState } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { useLater } from '../../useLater.ts'
import { useModule } from '../../useModule.ts'
import type { Training } from '../controller/training.ts'
import { StoredRunNotice } from './StoredRunNotice.tsx'
import { Transport } from './Transport.tsx'
import { UntrainedBlock } from './UntrainedBlock.tsx'
import { phaseText } from './words.ts'

const loadNotices = () => import('./RunNotices.tsx')

/** Play controls and what they have to say. */
export function LiveDock({ training }: { training: Training }) {
  const store = useAppStore()
  const text = useText()
  const { t, number } = text
  const engine = useApp((state) => state.engine)
  const choices = useApp(trainingChoices)
  const step = useApp((state) => liveRun(state)?.step ?? 0)
  const epoch = useApp((state) => liveRun(state)?.epoch ?? 0)
  const speed = useApp((state) => liveRun(state)?.stepsPerSecond ?? 0)
  const accuracy = useApp((state) => liveRun(state)?.heldOut.at(-1)?.accuracy ?? null)
  const isLive = useApp((state) => liveRun(state) !== null)
  const stored = useApp(snapshotOf)
  // Of the pictures there always is one, though it may be on its way.
  const hasStored = useApp((state) => state.net !== 'series' || snapshotOf(state) !== null)
  const isUntrained = useApp((state) => shownNetwork(state)?.origin === 'untrained')
  const fresh = useApp(isFresh)
  const at = useApp((state) => state.at)
  // What is seldom to be said is no part of the first view.
  const late = useModule(loadNotices, useLater() || engine.trouble !== null || isLive)
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
      {late === null ? null : <late.RunNotices training={training} />}
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
      ) : stored === null ? null : isUntrained ? (
        <UntrainedBlock stored={stored} onTrain={() => void training.play()} />
      ) : (
        <StoredRunNotice
          steps={stored.steps}
          seed={stored.seed}
          heldOutAccuracy={stored.accuracy}
          onTrain={() => {
            chooseSeed(store, stored.seed)
            void training.play()
          }}
        />
      )}
    </div>
  )
}

/** A series network that nobody has trained: all its weights are random. */
function isFresh(state: AppState): boolean {
  const shown = shownNetwork(state)
  return state.net === 'series' && shown?.origin === 'untrained'
}
