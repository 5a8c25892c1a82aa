import { shownNetwork, site, view } from '../../model/state/selectors.ts'
import { type StepId, stepIds } from '../../model/state/steps.ts'
import { type AppState, chooseBlock, goToStep } from '../../model/state/store.ts'
import type { FormulaId } from '../formulas.ts'
import { useApp, useAppStore } from '../store.tsx'
import type { TextKey } from '../text/i18n.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useLater } from '../useLater.ts'
import { useModule } from '../useModule.ts'
import { useSwipe } from './useSwipe.ts'
import { WhyPanel } from './WhyPanel.tsx'
import './steps.css'

interface Lesson {
  readonly text: readonly TextKey[]
  readonly formula: FormulaId | null
}

/** A step without text does not compile; nor does one without a panel (panels.ts). */
const lessons: Readonly<Record<StepId, Lesson>> = {
  why: { text: ['step.why.1', 'step.why.2'], formula: null },
  transform: { text: ['step.transform.1', 'step.transform.2'], formula: 'transform' },
  squeeze: { text: ['step.squeeze.1', 'step.squeeze.2'], formula: 'squeeze' },
  mix: { text: ['step.mix.1'], formula: 'mixBias' },
  gate: { text: ['step.gate.1', 'step.gate.2'], formula: 'gateBias' },
  scale: { text: ['step.scale.1', 'step.scale.2'], formula: 'scale' },
  result: { text: ['step.result.1'], formula: null },
}

/** Formulas that time or the lack of biases makes others. */
const seriesFormulas: Readonly<Partial<Record<FormulaId, FormulaId>>> = {
  squeeze: 'squeezeSeries',
  mixBias: 'mix',
  gateBias: 'gate',
}

interface WhyLesson {
  readonly title: TextKey
  readonly text: readonly TextKey[]
  readonly question: TextKey
  readonly answer: TextKey
}

/** The first step says what is to be seen, which another network and another site change. */
function whyLesson(net: AppState['net'], deep: boolean): WhyLesson {
  if (net === 'digits') {
    return {
      title: 'step.why.titleDigits',
      text: [deep ? 'step.why.digitsDeep' : 'step.why.digits', 'step.why.digits2'],
      question: 'step.why.questionDigits',
      answer: deep ? 'step.why.answerDigitsDeep' : 'step.why.answerDigits',
    }
  }
  return {
    title: deep ? 'step.why.titleDeep' : 'step.why.title',
    text: deep ? ['step.why.deep', 'step.why.2'] : ['step.why.1', 'step.why.2'],
    question: 'step.why.question',
    answer: 'step.why.answer',
  }
}

/** Any site but the first: there a window of U sees much of the picture, or, through gates, of the series. */
function isDeep(state: AppState): boolean {
  const [here, shown] = [site(state), shownNetwork(state)]
  if (here === null || shown === null || shown.plan.sites[0]?.id === here.id) return false
  return state.net !== 'series' || shown.config.squeezeExcite
}

const loadPanels = () => import('./panels.ts')
const loadFormula = () => import('../Formula.tsx')

/** Steps whose tries need a block. */
const stepsInBlock: readonly StepId[] = ['squeeze', 'mix', 'gate', 'scale']

function lacksBlock(state: AppState): boolean {
  const [here, traces] = [site(state), view(state)]
  return here !== null && traces !== null && !traces.trace.sites[here.id]?.block
}

/** In a network that was trained without SE there is nothing to try here. */
function WithoutBlock() {
  const store = useAppStore()
  const { t } = useText()
  return (
    <>
      <p>{t('figure.noSe')}</p>
      <p className='buttons'>
        <button type='button' onClick={() => chooseBlock(store, 'se')}>
          {t('figure.takeSe')}
        </button>
      </p>
    </>
  )
}

/** What the step says, and what there is to try. */
export function StepPanel({ values }: { values: Readonly<Record<string, string | number>> }) {
  const store = useAppStore()
  const { t } = useText()
  const step = useApp((state) => state.step)
  const net = useApp((state) => state.net)
  const { text, formula } = lessons[step]
  const wanted = useLater() || step !== 'why'
  const loaded = useModule(loadPanels, wanted)
  const Formula = useModule(loadFormula, wanted)?.Formula
  const withoutBlock = useApp(lacksBlock) && stepsInBlock.includes(step)
  const Panel = step === 'why' ? WhyPanel : withoutBlock ? WithoutBlock : loaded?.panels[step]
  const at = stepIds.indexOf(step)
  const [before, after] = [stepIds[at - 1], stepIds[at + 1]]
  const swipe = useSwipe((to) => {
    const wanted = to === 'next' ? after : before
    if (wanted !== undefined) goToStep(store, wanted)
  })
  const deep = useApp(isDeep)
  const why = step === 'why' ? whyLesson(net, deep) : null
  const paragraphs = why?.text ?? text
  return (
    <section className={`step-panel step-${step}`} aria-labelledby='step-title'>
      <div className='step-text' {...swipe}>
        <h2 id='step-title'>
          <Rich text={t(why?.title ?? `step.${step}.title`)} />
        </h2>
        {paragraphs.map((key) => (
          <p key={key}>
            <Rich text={t(key, values)} />
          </p>
        ))}
        {formula === null ? null : (
          <div className='step-formula'>
            {Formula === undefined ? null : (
              <Formula id={(net === 'series' ? seriesFormulas[formula] : undefined) ?? formula} />
            )}
          </div>
        )}
        <details className='predict' key={step}>
          <summary>
            <span className='soft'>{t('predict.title')}: </span>
            {t(why?.question ?? `step.${step}.question`)}
          </summary>
          <p>{t(why?.answer ?? `step.${step}.answer`)}</p>
        </details>
        <p className='step-nav'>
          <button
            type='button'
            disabled={before === undefined}
            onClick={() => before && goToStep(store, before)}
          >
            <span aria-hidden='true'>←</span> {t('step.back')}
          </button>
          <button
            type='button'
            disabled={after === undefined}
            onClick={() => after && goToStep(store, after)}
          >
            {t('step.next')} <span aria-hidden='true'>→</span>
          </button>
        </p>
      </div>
      <div className='step-try'>
        {step === 'why' ? null : <h3 className='try-title'>{t('try.title')}</h3>}
        {Panel === undefined ? null : <Panel />}
      </div>
    </section>
  )
}
