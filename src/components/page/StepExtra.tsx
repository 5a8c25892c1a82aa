import type { StepId } from '../../model/state/steps.ts'
import type { Figure } from '../figure/useFigure.ts'
import { useApp } from '../store.tsx'
import { useLater } from '../useLater.ts'
import { useModule } from '../useModule.ts'

const load = () => import('../steps/extras.tsx')

/** Steps that draw something besides the stages. */
const withExtra: readonly StepId[] = ['transform', 'gate', 'scale', 'result']

/** What the step draws in the room that the figure leaves it; its code comes after the first view. */
export function StepExtra({ figure }: { figure: Figure }) {
  const step = useApp((state) => state.step)
  const wanted = useLater() || withExtra.includes(step)
  const extras = useModule(load, wanted)?.extras
  const Extra = extras?.[step]
  return Extra === undefined ? null : <Extra figure={figure} />
}
