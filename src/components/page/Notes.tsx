import { watchedRun } from '../../model/state/openRows.ts'
import { useControls } from '../lesson/useControls.ts'
import { useNoteFacts } from '../lesson/useNoteFacts.ts'
import { useApp } from '../store.tsx'
import { useLater } from '../useLater.ts'
import { useModule } from '../useModule.ts'

const load = async () => (await import('../lesson/parts.ts')).parts

/** Questions that the step raises, and at the end of the lesson what to take away from it. */
export function Notes() {
  const step = useApp((state) => state.step)
  const training = useApp(watchedRun)
  const parts = useModule(load, useLater() || step !== 'why')
  const controls = useControls(parts !== null && (step === 'result' || step === 'mix'))
  const facts = useNoteFacts(controls)
  // The link to it leads here at once.
  if (parts === null || facts === null) return <div id='notes' tabIndex={-1} data-step={step} />
  return (
    <div id='notes' tabIndex={-1}>
      <parts.StepNotes step={training ? 'training' : step} facts={facts} />
      {step === 'result' ? <parts.UseIt facts={facts} /> : null}
    </div>
  )
}
