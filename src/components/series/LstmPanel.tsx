import { useCallback, useMemo, useState } from 'react'
import { isSeriesConfig } from '../../model/networks/config.ts'
import { type LstmStep, lstmSteps } from '../../model/networks/lstm.ts'
import { weight } from '../../model/networks/weights.ts'
import { picture, shownNetwork } from '../../model/state/selectors.ts'
import { nd } from '../../model/tensor.ts'
import { useScheme } from '../../viz/charts/useScheme.ts'
import { largestMagnitude, niceDomain } from '../../viz/loom/maps.ts'
import { palettes } from '../../viz/palette.ts'
import { stepAt } from '../../viz/series/lines.ts'
import { MapCanvas } from '../figure/MapCanvas.tsx'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { DataTable } from '../train/DataTable.tsx'
import { variableName } from './names.ts'

const parts = ['input', 'forget', 'candidate', 'output', 'state', 'hidden'] as const
type Part = (typeof parts)[number]

/** What stands in gates; the others are signed. */
const gateParts: readonly Part[] = ['input', 'forget', 'output']

/** Gates and states of every unit at every step, for the series on show. */
export function LstmPanel() {
  const { t, number } = useText()
  const shown = useApp(shownNetwork)
  const sample = useApp(picture)
  const loaded = useApp((state) => state.problem)
  const [at, setAt] = useState<{ readonly step: number; readonly unit: number } | null>(null)
  const steps = useMemo(() => {
    if (shown === null || sample === null || !isSeriesConfig(shown.config)) return []
    const part = (name: string) => weight(shown.plan, shown.weights, `lstm/${name}`)
    const weights = { kernel: part('kernel'), recurrent: part('recurrent'), bias: part('bias') }
    return lstmSteps(sample.input, weights, shown.config)
  }, [shown, sample])
  const table = useCallback(
    () =>
      steps.flatMap((step, s) =>
        Array.from({ length: step.hidden.length }, (_, u) => () => [
          `${s} · ${u}`,
          ...parts.map((name) =>
            step.masked && gateParts.includes(name) ? '–' : number.value(step[name][u] ?? 0),
          ),
        ]),
      ),
    [steps, number],
  )
  const units = steps[0]?.hidden.length ?? 0
  if (units === 0 || shown === null || loaded === null || !isSeriesConfig(shown.config)) return null
  const { shuffle } = shown.config
  const step = Math.min(at?.step ?? steps.length - 1, steps.length - 1)
  const unit = Math.min(at?.unit ?? 0, units - 1)
  const here = steps[step]
  const stepName = shuffle ? variableName(loaded, step, t) : String(step)
  return (
    <section className='lstm' aria-labelledby='lstm-title'>
      <h3 id='lstm-title'>{t('series.lstm.title')}</h3>
      <p>
        <Rich text={t('series.lstm.what')} />
      </p>
      <div className='lstm-grids'>
        {parts.map((name) => (
          <Grid key={name} name={name} steps={steps} units={units} at={{ step, unit }} onPoint={setAt} />
        ))}
      </div>
      <p className='lstm-read' role='status'>
        {t('series.lstm.step')}{' '}
        <select
          aria-label={t('series.lstm.step')}
          value={step}
          onChange={(event) => setAt({ step: Number(event.currentTarget.value), unit })}
        >
          {steps.map((_, s) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            <option key={s} value={s}>
              {shuffle ? variableName(loaded, s, t) : s}
            </option>
          ))}
        </select>{' '}
        {t('series.lstm.unit')}{' '}
        <select
          aria-label={t('series.lstm.unit')}
          value={unit}
          onChange={(event) => setAt({ step, unit: Number(event.currentTarget.value) })}
        >
          {Array.from({ length: units }, (_, u) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
            <option key={u}>{u}</option>
          ))}
        </select>{' '}
        {here?.masked === true ? (
          <span>
            {stepName}: {t('series.lstm.masked')}
          </span>
        ) : (
          parts.map((name) => (
            <span key={name} className='lstm-value'>
              {t(`series.lstm.${name}`)} {number.value(here?.[name][unit] ?? 0)}
            </span>
          ))
        )}
      </p>
      <DataTable
        caption={t('series.lstm.title')}
        columns={[
          t('series.lstm.step'),
          t('series.lstm.unit'),
          ...parts.map((name) => t(`series.lstm.${name}`)),
        ]}
        rows={table}
      />
    </section>
  )
}

function Grid(props: {
  name: Part
  steps: readonly LstmStep[]
  units: number
  at: { readonly step: number; readonly unit: number }
  onPoint: (at: { step: number; unit: number }) => void
}) {
  const { name, steps, units, at, onPoint } = props
  const { t, number } = useText()
  const palette = palettes[useScheme()]
  const isGate = gateParts.includes(name)
  const maps = useMemo(() => {
    const data = new Float32Array(units * steps.length)
    for (const [s, step] of steps.entries()) {
      for (let u = 0; u < units; u++) {
        const value = step[name][u] ?? 0
        data[u * steps.length + s] = Number.isNaN(value) ? 0 : value
      }
    }
    return nd(['h', 'w', 'c'], [units, steps.length, 1], data)
  }, [name, steps, units])
  const domain = isGate || name === 'candidate' ? 1 : niceDomain(largestMagnitude(maps.data))
  const cell = { x: `${(at.step / steps.length) * 100}%`, y: `${(at.unit / units) * 100}%` }
  return (
    <figure>
      <figcaption>
        {t(`series.lstm.${name}`)}{' '}
        <small className='soft'>{isGate ? '0 … 1' : `± ${number.short(domain)}, ▨ < 0`}</small>
      </figcaption>
      <div
        className='lstm-grid'
        role='img'
        aria-label={`${t(`series.lstm.${name}`)}. ${t('series.lstm.label', { units, steps: steps.length })}`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          onPoint({
            step: stepAt(event.clientX - box.left, steps.length, box.width),
            unit: stepAt(event.clientY - box.top, units, box.height),
          })
        }}
      >
        <MapCanvas
          maps={maps}
          from={0}
          to={1}
          domain={domain}
          palette={isGate ? { ...palette, u: palette.ink } : { ...palette, u: palette.hidden }}
          className=''
          style={{}}
        />
        <span
          className='lstm-cell'
          style={{ left: cell.x, top: cell.y, width: `${100 / steps.length}%`, height: `${100 / units}%` }}
        />
      </div>
    </figure>
  )
}
