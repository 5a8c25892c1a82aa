import { useCallback, useMemo, useState } from 'react'
import { isSeriesConfig } from '../../../model/networks/config.ts'
import { type LstmStep, lstmSteps } from '../../../model/networks/lstm.ts'
import { weight } from '../../../model/networks/weights.ts'
import type { Picture } from '../../../model/state/pictures.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import type { ShownNetwork } from '../../../model/state/shown.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import { picture } from '../../../model/state/shownSamples.ts'
import { largestMagnitude, niceDomain } from '../../../viz/loom/maps.ts'
import { LstmStates } from '../../../viz/series/LstmStates.tsx'
import {
  isGate,
  type LstmPart,
  lstmParts,
  mostUnits,
  pageOfUnit,
  unitsFrom,
} from '../../../viz/series/lstm.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { Rich } from '../../text/Rich.tsx'
import { DataTable } from '../../training/charts/DataTable.tsx'
import { useThrottled } from '../../training/charts/useThrottled.ts'
import { variableName } from '../data/names.ts'
import { useWidth } from '../useWidth.ts'
import { type LstmPlace, LstmReading } from './LstmReading.tsx'

/** Gates and states at every step, for the series on show. */
export function LstmPanel() {
  const shown = useApp(shownNetwork)
  const sample = useApp(picture)
  const loaded = useApp((state) => state.problem)
  const now = useMemo(
    () => (shown === null || sample === null || loaded === null ? null : { shown, sample, loaded }),
    [shown, sample, loaded],
  )
  // A long series takes many multiplications: not at every frame of a run.
  const seen = useThrottled(now) ?? now
  const steps = useMemo(() => (seen === null ? [] : stepsOf(seen.shown, seen.sample)), [seen])
  const shuffle = seen !== null && isSeriesConfig(seen.shown.config) && seen.shown.config.shuffle
  if (seen === null || (steps[0]?.hidden.length ?? 0) === 0) return null
  return <States steps={steps} loaded={seen.loaded} byVariable={shuffle} />
}

function stepsOf({ plan, weights, config }: ShownNetwork, sample: Picture): readonly LstmStep[] {
  if (!isSeriesConfig(config)) return []
  const part = (name: string) => weight(plan, weights, `lstm/${name}`)
  return lstmSteps(
    sample.input,
    { kernel: part('kernel'), recurrent: part('recurrent'), bias: part('bias') },
    config,
  )
}

function States(props: {
  steps: readonly LstmStep[]
  loaded: LoadedProblem
  /** With the dimension shuffle a step is a variable. */
  byVariable: boolean
}) {
  const { steps, loaded, byVariable } = props
  const { t, number } = useText()
  const [width, frame] = useWidth()
  const [at, setAt] = useState<LstmPlace | null>(null)
  const units = steps[0]?.hidden.length ?? 0
  const here = useMemo(
    () => ({
      step: Math.min(at?.step ?? steps.length - 1, steps.length - 1),
      unit: Math.min(at?.unit ?? 0, units - 1),
    }),
    [at, steps.length, units],
  )
  const from = pageOfUnit(here.unit)
  const page = useMemo(() => unitsFrom(steps, from), [steps, from])
  const stepName = useCallback(
    (place: number) => (byVariable ? variableName(loaded, place, t) : number.integer(place)),
    [byVariable, loaded, t, number],
  )
  const domains = useMemo(
    () => ({
      state: niceDomain(largestMagnitude(...steps.map(({ state }) => state))),
      hidden: niceDomain(largestMagnitude(...steps.map(({ hidden }) => hidden))),
    }),
    [steps],
  )
  const texts = useMemo(() => {
    const scale = (part: LstmPart) =>
      isGate(part) ? '0–1' : `±${number.short(part === 'state' || part === 'hidden' ? domains[part] : 1)}`
    const all = (text: (part: LstmPart) => string) =>
      Object.fromEntries(lstmParts.map((part) => [part, text(part)])) as Record<LstmPart, string>
    return { titles: all((part) => t(`series.lstm.${part}`)), scales: all(scale) }
  }, [domains, t, number])
  const table = useCallback(
    () =>
      steps.flatMap((one, s) =>
        Array.from({ length: units }, (_, u) => () => [
          `${s} · ${u}`,
          ...lstmParts.map((part) => {
            const value = one[part][u] ?? Number.NaN
            return Number.isNaN(value) ? '–' : number.value(value)
          }),
        ]),
      ),
    [steps, units, number],
  )
  const unitName = useCallback((place: number) => String(from + place), [from])
  const point = useCallback((to: LstmPlace) => setAt({ step: to.step, unit: from + to.unit }), [from])
  const selected = useMemo(() => ({ step: here.step, unit: here.unit - from }), [here, from])
  return (
    <section className='lstm-panel' aria-labelledby='lstm-title'>
      <h3 id='lstm-title'>{t('series.lstm.title')}</h3>
      <p>
        <Rich text={t('series.lstm.what')} />
      </p>
      <div ref={frame} className='series-drawing'>
        <LstmStates
          label={t('series.lstm.label', { units, steps: steps.length })}
          steps={page}
          width={width}
          titles={texts.titles}
          scales={texts.scales}
          domains={domains}
          stepName={stepName}
          named={byVariable}
          unitName={unitName}
          selected={selected}
          onPoint={point}
          {...(units > mostUnits
            ? { more: t('series.lstm.page', { from, to: Math.min(units, from + mostUnits) - 1, units }) }
            : {})}
        />
      </div>
      <LstmReading steps={steps} stepName={stepName} at={here} onChoose={setAt} />
      <DataTable
        caption={t('series.lstm.title')}
        columns={[
          `${t('series.lstm.step')} · ${t('series.lstm.unit')}`,
          ...lstmParts.map((part) => texts.titles[part]),
        ]}
        rows={table}
      />
    </section>
  )
}
