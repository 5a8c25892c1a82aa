import { unfoldAll } from '../../model/state/slices/view.ts'
import { FigureMarks } from '../figure/FigureMarks.tsx'
import { FigureTable } from '../figure/FigureTable.tsx'
import { Output } from '../figure/Output.tsx'
import type { Figure } from '../figure/useFigure.ts'
import type { FormulaId } from '../formulas.ts'
import { loadFonts } from '../loadFonts.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useThrottled } from '../training/charts/useThrottled.ts'
import { useLater } from '../useLater.ts'
import { useModule } from '../useModule.ts'

const loadFormula = async () => {
  const part = await import('../Formula.tsx')
  await loadFonts('KaTeX')
  return part
}

/** The step as the paper writes it, the reader's changes included. */
function StepFormula({ id }: { id: FormulaId | null }) {
  const Formula = useModule(loadFormula, useLater() || id !== null)?.Formula
  return (
    <div className='step-formula'>{id === null || Formula === undefined ? null : <Formula id={id} />}</div>
  )
}

/** What the figure holds besides: all stages, all classes, all numbers. */
export function BelowFigure(props: { figure: Figure; formula: FormulaId | null }) {
  const { printed, picture } = props.figure
  const playing = useApp((state) => state.engine.phase === 'running')
  const throttled = useThrottled(props.figure.traces)
  const traces = playing ? throttled : props.figure.traces
  const store = useAppStore()
  const { t } = useText()
  const unfolded = useApp((state) => state.unfolded)
  return (
    <section className='below-figure' aria-label={t('figure.more')}>
      <div className='below-line'>
        <button type='button' aria-pressed={unfolded} onClick={() => unfoldAll(store, !unfolded)}>
          {t(unfolded ? 'figure.fold' : 'figure.unfold')}
        </button>
        <StepFormula id={props.formula} />
        <FigureMarks data={printed} />
      </div>
      <Output
        probabilities={traces.trace.probabilities.data}
        frozen={traces.frozen?.probabilities.data ?? null}
        label={picture.label}
      />
      <FigureTable data={printed} />
    </section>
  )
}
