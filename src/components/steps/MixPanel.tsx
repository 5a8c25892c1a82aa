import { site, view } from '../../model/state/selection.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { changeEdits } from '../../model/state/slices/edits.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useCover } from '../useCover.ts'
import { Check } from './Choices.tsx'

/** Dead units by name; the two layers without their ReLU and without biases. */
export function MixPanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const here = useApp(site)
  const traces = useApp(view)
  const shown = useApp(shownNetwork)
  const edits = useApp((state) => state.edit)
  const covered = useCover()
  if (here === null || traces === null || shown === null) return null
  const hidden = traces.trace.sites[here.id]?.block?.hidden.data ?? new Float32Array(0)
  const dead = [...hidden.keys()].filter((k) => (hidden[k] ?? 0) === 0)
  const population = shown.population.find((one) => one.site === here.id)
  const always = population?.deadHidden.flatMap((d, k) => (d ? [k] : [])) ?? []
  return (
    <div>
      {covered('hidden') ? null : (
        <p>
          <Rich text={t('step.mix.dead', { count: dead.length, names: dead.join(', ') })} />
        </p>
      )}
      {always.length === 0 || population === undefined ? null : (
        <p className='soft'>
          {t('step.mix.deadAlways', {
            count: always.length,
            names: always.join(', '),
            pictures: number.integer(population.count),
          })}
        </p>
      )}
      <details>
        <summary>{t('try.more')}</summary>
        <Check
          label={t('step.mix.relu')}
          checked={edits.dropRelu}
          onChange={(dropRelu) => changeEdits(store, (e) => ({ ...e, dropRelu }))}
        />
        <Check
          label={t('step.mix.bias')}
          checked={edits.dropBias}
          onChange={(dropBias) => changeEdits(store, (e) => ({ ...e, dropBias }))}
        />
      </details>
    </div>
  )
}
