import { type PointerEvent, useCallback, useMemo, useState } from 'react'
import { integer, seededState } from '../../model/data/rng.ts'
import type { Picture } from '../../model/state/pictures.ts'
import { pinned, shownNetwork, site } from '../../model/state/selectors.ts'
import type { LoadedProblem } from '../../model/state/series.ts'
import { magnitudes, stepAt } from '../../viz/series/lines.ts'
import { SeriesLines } from '../../viz/series/SeriesLines.tsx'
import { cellWindow } from '../steps/cellWindow.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { DataTable } from '../train/DataTable.tsx'
import { className, variableName } from './names.ts'
import { useWidth } from './useWidth.ts'

/** Rows of the chart, in pixels each. */
const rowHeight = 46
const mostRows = 12

/** The test series one by one: which is on show, and its variables over time. */
export function SeriesBrowser(props: { loaded: LoadedProblem; shown: Picture; index: number }) {
  const { loaded, shown, index } = props
  const store = useAppStore()
  const { t, number } = useText()
  const { problem, names } = loaded
  const { test } = problem
  const [only, setOnly] = useState<number | null>(null)
  const all = useMemo(
    () => Array.from({ length: test.count }, (_, n) => n).filter((n) => only === null || test.y[n] === only),
    [test, only],
  )
  const show = (wanted: number | undefined) => {
    if (wanted !== undefined) store.setState({ sample: { kind: 'heldOut', index: wanted, bar: null } })
  }
  const place = all.findIndex((n) => n >= index)
  const step = (by: number) => show(all[(Math.max(0, place) + by + all.length) % all.length])
  const name = names?.[index]
  return (
    <div className='series-browser'>
      <p className='buttons'>
        <button type='button' onClick={() => step(-1)}>
          {t('series.previous')}
        </button>
        <button type='button' onClick={() => step(1)}>
          {t('series.next')}
        </button>
        <button
          type='button'
          onClick={() => show(all[integer(seededState(Date.now()), Math.max(1, all.length))])}
        >
          {t('series.random')}
        </button>
        <label>
          {t('series.ofClass')}{' '}
          <select
            value={only ?? ''}
            onChange={(event) => {
              const wanted = event.currentTarget.value === '' ? null : Number(event.currentTarget.value)
              setOnly(wanted)
              if (wanted !== null && test.y[index] !== wanted) show(test.y.indexOf(wanted))
            }}
          >
            <option value=''>{t('series.anyClass')}</option>
            {problem.classes.map((one, i) => (
              <option key={one} value={i}>
                {className(loaded, i, t)}
              </option>
            ))}
          </select>
        </label>
        <span role='status'>
          {t('series.position', { index, total: number.integer(test.count) })}
          {shown.label === null ? '' : ` · ${className(loaded, shown.label, t)}`}
          {name === undefined ? '' : ` · ${t('series.begins', { day: name })}`}
        </span>
      </p>
      <Chart loaded={loaded} shown={shown} />
    </div>
  )
}

function Chart({ loaded, shown }: { loaded: LoadedProblem; shown: Picture }) {
  const { t, number } = useText()
  const { problem } = loaded
  const [width, frame] = useWidth()
  const [at, setAt] = useState<number | null>(null)
  const here = useApp(site)
  const network = useApp(shownNetwork)
  const pin = useApp(pinned)
  const { length, channels } = problem
  const rows = Math.min(channels, mostRows)
  // Each variable on the scale of the whole test part: series can be compared.
  const domains = useMemo(() => magnitudes(problem.test.x, channels), [problem, channels])
  const { data } = shown.input
  const value = (step: number, c: number) => data[step * channels + c] ?? 0
  const measured = (step: number, c: number) => {
    if (problem.scale === null) return value(step, c)
    const deviation = problem.scale.deviation[c] ?? 1
    // Back in its own unit, without the digits that float32 has added.
    return (
      Math.round(((value(step, c) * deviation + (problem.scale.mean[c] ?? 0)) / deviation) * 1e5) *
      1e-5 *
      deviation
    )
  }
  const table = useCallback(
    () =>
      Array.from({ length }, (_, step) => () => [
        String(step),
        ...Array.from({ length: channels }, (_, c) => number.value(data[step * channels + c] ?? 0)),
      ]),
    [length, channels, data, number],
  )
  const window =
    here === null || network === null || pin === null
      ? null
      : cellWindow(network.plan, here.u, pin.cell, shown.input)
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    setAt(stepAt(event.clientX - box.left, length, box.width))
  }
  const step = at ?? pin?.cell.w ?? 0
  const kept =
    data.length === length * channels && channels > rows ? firstVariables(data, channels, rows) : data
  return (
    <figure className='series-chart'>
      <div className='series-names' aria-hidden='true'>
        {Array.from({ length: rows }, (_, c) => (
          <span key={problem.channelNames[c]} style={{ height: rowHeight }}>
            <span className='name'>{variableName(loaded, c, t)}</span>
            <span className='value'>{number.short(measured(step, c))}</span>
          </span>
        ))}
      </div>
      <div
        ref={frame}
        className='series-plot'
        role='img'
        aria-label={t('series.chart')}
        onPointerMove={move}
        onPointerLeave={() => setAt(null)}
      >
        <SeriesLines
          data={kept}
          shape={[length, rows]}
          domains={domains}
          box={{ width, height: rows * rowHeight }}
          paddedFrom={shown.series?.steps ?? length}
          window={window === null ? null : { from: window.x, to: window.x + window.width - 1 }}
          step={at}
        />
        <span className='series-axis soft' aria-hidden='true'>
          <span>0</span>
          <span>
            {t('series.step')} {number.integer(step)}
          </span>
          <span>{length - 1}</span>
        </span>
      </div>
      <figcaption className='soft'>
        {window === null || pin === null
          ? null
          : t('step.why.window', { ...pin.cell, width: window.inside.width, height: 1, bar: '' })}{' '}
        {channels > rows ? t('series.more', { count: channels - rows }) : null}
      </figcaption>
      <DataTable
        caption={t('series.chartTable')}
        columns={[t('series.step'), ...problem.channelNames.map((_, c) => variableName(loaded, c, t))]}
        rows={table}
      />
    </figure>
  )
}

function firstVariables(data: Float32Array, channels: number, kept: number): Float32Array {
  return data.filter((_, i) => i % channels < kept)
}
