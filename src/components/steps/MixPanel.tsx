import { reducedChannels } from '../../model/block/options.ts'
import { liveRun, shownNetwork, site, snapshotOf, view } from '../../model/state/selectors.ts'
import { legalRatios } from '../../model/state/shown.ts'
import { changeEdits } from '../../model/state/slices/edits.ts'
import { chooseRatio } from '../../model/state/slices/view.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useCover } from '../useCover.ts'
import { Check } from './Choices.tsx'

/** r through the legal ratios, dead units by name. */
export function MixPanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const here = useApp(site)
  const traces = useApp(view)
  const shown = useApp(shownNetwork)
  const edits = useApp((state) => state.edit)
  const stored = useApp(snapshotOf)
  const live = useApp((state) => liveRun(state) !== null)
  const covered = useCover()
  if (here === null || traces === null || shown === null) return null
  const ratios = legalRatios(here.channels)
  const at = Math.max(0, ratios.indexOf(shown.config.ratio))
  const hidden = traces.trace.sites[here.id]?.block?.hidden.data ?? new Float32Array(0)
  const dead = [...hidden.keys()].filter((k) => (hidden[k] ?? 0) === 0)
  const population = shown.population.find((one) => one.site === here.id)
  const always = population?.deadHidden.flatMap((d, k) => (d ? [k] : [])) ?? []
  const reduced = reducedChannels(here.channels, shown.config.ratio)
  return (
    <div>
      <label className='slider'>
        <span className='visually-hidden'>{t('step.mix.r')}</span>
        <input
          type='range'
          min={0}
          max={ratios.length - 1}
          step={1}
          value={at}
          disabled={!shown.config.squeezeExcite}
          aria-valuetext={t('step.mix.width', {
            r: shown.config.ratio,
            reduced,
            weights: number.integer(2 * here.channels * reduced),
          })}
          onChange={(event) => {
            const r = ratios[event.currentTarget.valueAsNumber] ?? null
            chooseRatio(store, r === stored?.config.ratio && !live ? null : r)
          }}
        />
        <output>
          {t('step.mix.width', {
            r: shown.config.ratio,
            reduced,
            weights: number.integer(2 * here.channels * reduced),
          })}
        </output>
      </label>
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
