import type { Phase } from '../../../model/engine/protocol.ts'
import { liveRun, shownNetwork } from '../../../model/state/shownRun.ts'
import { chooseSeed } from '../../../model/state/slices/run.ts'
import type { AppState } from '../../../model/state/store.ts'
import { snapshotOf } from '../../../model/state/storedRun.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { useLater } from '../../useLater.ts'
import { useModule } from '../../useModule.ts'
import type { Training } from '../controller/training.ts'
import { Announcement } from './Announcement.tsx'
import { Progress } from './Progress.tsx'
import { StoredRunNotice } from './StoredRunNotice.tsx'
import { UntrainedBlock } from './UntrainedBlock.tsx'
import { phaseText } from './words.ts'

const loadNotices = () => import('./RunNotices.tsx')

/** What there is to say of the run on show: stored, one's own, untrained, in trouble. */
export function LiveDock({ training }: { training: Training }) {
  const store = useAppStore()
  const text = useText()
  const { t, number } = text
  const engine = useApp((state) => state.engine)
  const step = useApp((state) => liveRun(state)?.step ?? 0)
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
    <div className='live-dock' data-next='.train'>
      <Said phase={engine.phase} />
      {engine.phase === 'loading' && engine.progress !== null ? (
        <Progress progress={engine.progress} />
      ) : null}
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

/** Of the run wherever it is: one that waits for another network has not lost its steps. */
function Said({ phase }: { phase: Phase }) {
  const step = useApp(({ live }) => live?.step ?? 0)
  const accuracy = useApp(({ live }) => live?.heldOut.at(-1)?.accuracy ?? null)
  return <Announcement phase={phase} step={step} heldOutAccuracy={accuracy} />
}

/** A series network that nobody has trained: all its weights are random. */
function isFresh(state: AppState): boolean {
  const shown = shownNetwork(state)
  return state.net === 'series' && shown?.origin === 'untrained'
}
