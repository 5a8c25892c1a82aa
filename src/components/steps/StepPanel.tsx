import { site, view } from '../../model/state/selection.ts'
import type { StepId } from '../../model/state/steps.ts'
import { type AppState, chooseBlock } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useLater } from '../useLater.ts'
import { useModule } from '../useModule.ts'
import { hasPatches, Patches } from './Patches.tsx'
import './steps.css'

const loadPanels = () => import('./panels.ts')

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

/** More to try at this step than the one button above the figure. */
export function StepPanel() {
  const { t } = useText()
  const step = useApp((state) => state.step)
  const wanted = useLater() || step !== 'why'
  const loaded = useModule(loadPanels, wanted)
  const withoutBlock = useApp(lacksBlock) && stepsInBlock.includes(step)
  const isEmpty = useApp((state) => state.step === 'why' && !hasPatches(state))
  if (isEmpty) return null
  const Panel = step === 'why' ? Patches : withoutBlock ? WithoutBlock : loaded?.panels[step]
  return (
    <section className={`step-panel step-${step}`} aria-labelledby='try-title'>
      <h2 id='try-title' className='try-title'>
        {t('try.title')}
      </h2>
      <div className='step-try'>{Panel === undefined ? null : <Panel />}</div>
    </section>
  )
}
