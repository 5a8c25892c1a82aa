import { useMemo } from 'react'
import { coveredRows } from '../../model/state/cover.ts'
import { isEdited, noEdits } from '../../model/state/edits.ts'
import { watchedRun } from '../../model/state/openRows.ts'
import { otherPicture } from '../../model/state/shownSamples.ts'
import { snapshotOf, storedName } from '../../model/state/storedRun.ts'
import { blockView } from '../../model/state/view.ts'
import type { Figure } from '../figure/useFigure.ts'
import { useApp } from '../store.tsx'
import { useText, type Values } from '../text/i18n.tsx'
import { useThrottled } from '../training/charts/useThrottled.ts'
import { useClassName } from '../useClassName.ts'
import { useModule } from '../useModule.ts'
import { hideCovered } from './coveredValues.ts'
import { type LessonFacts, lessonFacts } from './lessonFacts.ts'
import { type LessonId, type LessonKeys, lessonKeys, situationOf } from './lessonTexts.ts'
import { lessonValues } from './lessonValues.ts'
import { useControls } from './useControls.ts'

/** What the last step alone says. */
const loadResults = () => import('./resultFacts.ts')

export interface Lesson {
  readonly id: LessonId
  readonly keys: LessonKeys
  readonly values: Values
  readonly facts: LessonFacts
}

/** What is said at this step of what is on show; its numbers change at most four times a second while training. */
export function useLesson(figure: Figure): Lesson {
  const { t, number, isWhole } = useText()
  const className = useClassName()
  const step = useApp((state) => state.step)
  const training = useApp((state) => watchedRun(state) && !state.walksOn)
  const net = useApp((state) => state.net)
  const edits = useApp((state) => state.edit)
  const other = useApp(otherPicture)
  const study = useApp((state) => (snapshotOf(state) === null ? undefined : state.studies[storedName(state)]))
  // The first view comes with the words of its own step.
  const id = !isWhole ? 'why' : training ? 'training' : step
  const playing = useApp((state) => state.engine.phase === 'running')
  const throttled = useThrottled(figure)
  const { shown, data, traces, pinned, picture } =
    playing && throttled.shown.plan === figure.shown.plan && throttled.data.site === figure.data.site
      ? throttled
      : figure
  const { site } = data
  const lends = id === 'scale'
  const facts = useMemo(() => {
    const lent = other === null || !lends ? null : blockView(shown, site.id, picture, other, lentGates).trace
    const { c: channel, h, w } = pinned.index
    return lessonFacts({
      plan: shown.plan,
      site,
      view: traces,
      at: { channel, cell: { h, w } },
      picture,
      other,
      lent,
    })
  }, [shown, site, traces, pinned, picture, other, lends])
  const controls = useControls(step === 'result')
  const studied = useModule(loadResults, step === 'result' && study !== undefined)
  const result = useMemo(
    () =>
      studied === null || study === undefined
        ? null
        : studied.resultFacts(study, net === 'inks' ? controls : null),
    [studied, study, net, controls],
  )
  const keys = lessonKeys(id, situationOf(shown, site, net, picture, result !== null), edits)
  const cover = useApp(coveredRows)
  const values = useMemo(
    () =>
      hideCovered(
        {
          ...lessonValues(facts, site.useBias && !edits.dropBias, result, { t, number, className }),
          // Weights that nobody trained were trained for nothing else.
          changed: isEdited(edits) && shown.origin !== 'untrained' ? 'yes' : 'no',
          place: 'place' in shown.config ? shown.config.place : 'standard',
        },
        cover,
      ),
    [facts, site.useBias, edits, shown, result, t, number, className, cover],
  )
  return { id, keys, values, facts }
}

/** One object, so that what is computed with it is remembered. */
const lentGates = { ...noEdits, source: 'transplant' } as const
