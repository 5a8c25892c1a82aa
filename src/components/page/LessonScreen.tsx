import { useState } from 'react'
import { watchedRun } from '../../model/state/openRows.ts'
import { heldFrame } from '../../model/state/shownRun.ts'
import type { Selection } from '../../model/state/store.ts'
import { snapshotOf } from '../../model/state/storedRun.ts'
import { FigureArea } from '../figure/FigureArea.tsx'
import { FormulaStrip } from '../figure/FormulaStrip.tsx'
import type { FirstView } from '../figure/firstView.ts'
import { type Figure, useFigure } from '../figure/useFigure.ts'
import { LessonHead } from '../lesson/LessonHead.tsx'
import { LessonText, StepNav, ToNotes } from '../lesson/LessonText.tsx'
import { SampleReading } from '../lesson/SampleReading.tsx'
import { useLesson } from '../lesson/useLesson.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { LiveSlot } from '../training/charts/LiveSlot.tsx'
import type { Training } from '../training/controller/training.ts'
import { TrainButton } from '../training/controls/TrainButton.tsx'
import { StepExtra } from './StepExtra.tsx'
import type { useBelow } from './useBelow.ts'
import './lesson.css'

interface ScreenProps {
  readonly firstView: FirstView
  readonly training: Training
  /** null: on its way. */
  readonly below: ReturnType<typeof useBelow>
}

/** All of a step on one screen: what it says, what to try, the sample and its reading, and the block. */
export function LessonScreen(props: ScreenProps) {
  const figure = useFigure()
  return figure === null ? null : <Screen figure={figure} {...props} />
}

function Screen({ figure, firstView, training, below }: ScreenProps & { readonly figure: Figure }) {
  const lesson = useLesson(figure)
  const [term, setTerm] = useState<Selection | null>(null)
  const watches = useApp(watchedRun)
  const unfolded = useApp((state) => state.unfolded)
  return (
    <>
      <div className={`lesson-screen step-${lesson.id}${unfolded ? ' unfolded' : ''}`}>
        <LessonHead lesson={lesson} />
        <SampleReading figure={figure} lesson={lesson} />
        <FigureArea
          figure={figure}
          firstView={firstView}
          term={term}
          extra={(channels) =>
            watches ? <LiveSlot part='times' channels={channels} /> : <StepExtra figure={figure} />
          }
        />
        {watches ? (
          <div className='lesson-text' data-part='text'>
            <LiveSlot part='charts' />
          </div>
        ) : (
          <LessonText lesson={lesson} />
        )}
        <StepNav last={watches ? <ToStored training={training} /> : <ToNotes />}>
          <TrainButton training={training} />
        </StepNav>
        <Arithmetic figure={figure} onTerm={setTerm} />
      </div>
      {below && <below.BelowFigure figure={figure} formula={lesson.keys.formula} />}
    </>
  )
}

/** From the reader's own run, once it rests, back to the one that the lesson tells of. */
function ToStored({ training }: { training: Training }) {
  const { t } = useText()
  const runs = useApp((state) => state.engine.phase === 'running')
  const stored = useApp((state) => snapshotOf(state) !== null)
  if (runs || !stored) return null
  return (
    <button type='button' className='plain to-stored' onClick={() => void training.leave()}>
      {t('page.storedRun')}
    </button>
  )
}

/** The selected value written out. */
function Arithmetic({ figure, onTerm }: { figure: Figure; onTerm: (target: Selection | null) => void }) {
  const { t, number } = useText()
  const held = useApp(heldFrame)
  const { strip, at } = figure
  if (strip === null) return null
  return (
    <FormulaStrip
      strip={strip}
      stage={at.stage}
      stageName={held === null ? t(`row.${at.stage}`) : t('strip.held', { step: number.integer(held.step) })}
      onTerm={onTerm}
    />
  )
}
