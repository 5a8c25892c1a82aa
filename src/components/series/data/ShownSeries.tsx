import { useCallback, useMemo, useState } from 'react'
import type { Picture } from '../../../model/state/pictures.ts'
import { pinned, site } from '../../../model/state/selection.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import { SeriesChart, type SeriesVariable } from '../../../viz/series/SeriesChart.tsx'
import { mostRows } from '../../../viz/series/series.ts'
import { cellWindow } from '../../steps/cellWindow.ts'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { DataTable } from '../../training/charts/DataTable.tsx'
import { useThrottled } from '../../training/charts/useThrottled.ts'
import { useWidth } from '../useWidth.ts'
import { domainsOf, measured } from './domains.ts'
import { firstTaps } from './firstTaps.ts'
import { stepWords, variableWithUnit } from './names.ts'

/** The series on show over time, what the selected step of U sees of it, and with which weights. */
export function ShownSeries({ loaded, shown }: { loaded: LoadedProblem; shown: Picture }) {
  const { t, number } = useText()
  const { problem } = loaded
  const { length, channels } = problem
  const { data } = shown.input
  const [width, frame] = useWidth()
  const [at, setAt] = useState<number | null>(null)
  const variables = useVariables(loaded)
  const shape = useMemo(() => [length, channels] as const, [length, channels])
  const pin = useApp(pinned)
  const window = useWindow(shown)
  const table = useCallback(
    () =>
      Array.from({ length }, (_, step) => () => [
        String(step),
        ...Array.from({ length: channels }, (_, v) =>
          number.value(measured(problem, data[step * channels + v] ?? Number.NaN, v)),
        ),
      ]),
    [length, channels, data, problem, number],
  )
  const axis = useMemo(() => {
    const { title, at } = stepWords(loaded, t)
    return { title, tick: number.integer, at: (step: number) => at(number.integer(step)) }
  }, [loaded, t, number])
  const cursor = useMemo(
    () =>
      at === null
        ? null
        : {
            step: at,
            label: axis.at(at),
            values: Array.from({ length: channels }, (_, v) =>
              number.short(measured(problem, data[at * channels + v] ?? Number.NaN, v)),
            ),
          },
    [at, axis, channels, data, problem, number],
  )
  return (
    <figure className='series-chart'>
      <div
        ref={frame}
        className='series-drawing'
        // A finger that lifts leaves, too: what it pointed at stays to be read.
        onPointerLeave={({ pointerType }) => (pointerType === 'mouse' ? setAt(null) : undefined)}
      >
        <SeriesChart
          label={t('series.chart')}
          data={data}
          shape={shape}
          variables={variables}
          width={width}
          padFrom={shown.series?.steps ?? length}
          window={window}
          cursor={cursor}
          axis={axis}
          onPoint={setAt}
          {...(channels > mostRows
            ? { more: t('series.moreVariables', { count: channels - mostRows }) }
            : {})}
        />
      </div>
      <figcaption className='soft'>
        {window === null || pin === null ? null : (
          <>
            {t('step.why.window', {
              h: pin.index.h,
              w: pin.index.w,
              width: window.inside,
              height: 1,
              bar: '',
              gated: window.gated ? 'yes' : 'no',
            })}{' '}
            {window.taps === undefined ? null : t('series.chartTaps', { channel: pin.index.c })}
          </>
        )}
      </figcaption>
      <DataTable
        caption={t('series.chartTable')}
        columns={[axis.title, ...problem.channelNames.map((_, v) => variableWithUnit(loaded, v, t))]}
        rows={table}
      />
    </figure>
  )
}

function useVariables(loaded: LoadedProblem): readonly SeriesVariable[] {
  const { t, number } = useText()
  return useMemo(
    () =>
      domainsOf(loaded.problem).map((domain, v) => {
        const [low, high] = domain.map((end) => number.short(measured(loaded.problem, end, v)))
        return { name: variableWithUnit(loaded, v, t), domain, scale: `${low} … ${high}` }
      }),
    [loaded, t, number],
  )
}

/** What the pinned cell sees; its weights, where it reads the series itself, change four times a second at most. */
function useWindow(shown: Picture) {
  const here = useApp(site)
  const network = useApp(shownNetwork)
  const pin = useApp(pinned)
  const now = useMemo(() => (network === null || here === null ? null : { network, here }), [network, here])
  const seen = useThrottled(now) ?? now
  const channel = pin?.index.c ?? 0
  const taps = useMemo(
    () => (seen === null ? null : firstTaps(seen.network, seen.here, channel)),
    [seen, channel],
  )
  const plan = network?.plan ?? null
  const place = pin?.index
  return useMemo(() => {
    if (plan === null || here === null || place === undefined) return null
    const { x, width, inside, gated } = cellWindow(plan, here.u, place, shown.input)
    // Those of the network before, for a moment: they would stand at other steps.
    const fits = taps !== null && taps.length === width * (shown.input.shape[1] ?? 0)
    return { from: x, to: x + width - 1, inside: inside.width, gated, ...(fits ? { taps } : {}) }
  }, [plan, here, place, shown, taps])
}
