import { type StepId, stepIds } from '../../model/state/steps.ts'
import { type AppStore, goToStep } from '../../model/state/store.ts'
import { useSwipe } from '../steps/useSwipe.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import type { Lesson } from './useLesson.ts'

/** What the step says, beside the figure, with a question to predict by. */
export function LessonText({ lesson: { id, keys, values } }: { lesson: Lesson }) {
  const store = useAppStore()
  const { t } = useText()
  const step = useApp((state) => state.step)
  const at = stepIds.indexOf(step)
  const swipe = useSwipe((to) => {
    const wanted = stepIds[at + (to === 'next' ? 1 : -1)]
    if (wanted !== undefined) goToStep(store, wanted)
  })
  return (
    <div className='lesson-text' data-part='text' {...swipe}>
      <p>
        <Rich text={t(keys.text, values)} />
      </p>
      <details className='predict' key={id}>
        <summary>
          <span className='soft'>{t('predict.title')}: </span>
          {t(keys.question, values)}
        </summary>
        <p>{t(keys.answer, values)}</p>
      </details>
    </div>
  )
}

/** Whoever read on below finds the next step at its beginning. */
function goFromHere(store: AppStore, step: StepId): void {
  goToStep(store, step)
  if (scrollY > 0) scrollTo({ top: 0 })
}

/** Back and Next: at the end of the text, on a phone always at hand. At either end they keep the focus. */
export function StepNav({ children, last }: { children?: React.ReactNode; last: React.ReactNode }) {
  const store = useAppStore()
  const { t } = useText()
  const step = useApp((state) => state.step)
  const at = stepIds.indexOf(step)
  const [before, after] = [stepIds[at - 1], stepIds[at + 1]]
  return (
    <p className='step-nav'>
      <button
        type='button'
        className='back'
        aria-disabled={before === undefined}
        onClick={() => before && goFromHere(store, before)}
      >
        <span aria-hidden='true'>←</span> {t('step.back')}
      </button>
      {children}
      <button
        type='button'
        className='next'
        aria-disabled={after === undefined}
        onClick={() => after && goFromHere(store, after)}
      >
        {t('step.next')} <span aria-hidden='true'>→</span>
      </button>
      {last}
    </p>
  )
}

/** The step's questions are below. */
export function ToNotes() {
  const { t } = useText()
  return (
    <a className='to-notes' href='#notes'>
      {t('notes.below')} <span aria-hidden='true'>↓</span>
    </a>
  )
}
