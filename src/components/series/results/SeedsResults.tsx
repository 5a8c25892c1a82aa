import { useCallback, useMemo } from 'react'
import { clearlyBetter, type SeedRun, type Spread, spreadOf } from '../../../model/lab/seeds.ts'
import { Seeds } from '../../../viz/series/Seeds.tsx'
import { useText } from '../../text/i18n.tsx'
import { useWidth } from '../useWidth.ts'
import { seeds } from './useSeeds.ts'

/** The runs that are there: a table, a picture and, once both sides have a spread, what they say. */
export function SeedsResults({ runs, isOver }: { runs: readonly SeedRun[]; isOver: boolean }) {
  const { t, number } = useText()
  const [width, frame] = useWidth()
  const [withSe, withoutSe] = useMemo(() => {
    const of = (squeezeExcite: boolean) =>
      runs.filter((run) => run.squeezeExcite === squeezeExcite).map((run) => run.accuracy)
    return [of(true), of(false)]
  }, [runs])
  const spreads = useMemo(() => [spreadOf(withSe), spreadOf(withoutSe)] as const, [withSe, withoutSe])
  const cell = useCallback(
    ({ mean, deviation }: Spread) =>
      Number.isNaN(mean)
        ? '–'
        : deviation === null
          ? number.percent1(mean)
          : `${number.percent1(mean)} ± ${number.percent1(deviation)}`,
    [number],
  )
  const groups = useMemo(
    () => [
      { name: t('series.seeds.with'), tone: 'gates' as const, values: withSe, ...spreads[0] },
      { name: t('series.seeds.without'), tone: 'plain' as const, values: withoutSe, ...spreads[1] },
    ],
    [withSe, withoutSe, spreads, t],
  )
  if (runs.length === 0) return null
  const [own, plain] = spreads.map(cell)
  return (
    <>
      <p className='visually-hidden' role='status'>
        {isOver ? '' : t('series.seeds.finished', { count: runs.length, total: 2 * seeds.length })}
      </p>
      <div className='seeds-results'>
        <table className='useful'>
          <caption className='visually-hidden'>{t('series.seeds.table')}</caption>
          <thead>
            <tr>
              <th scope='col'>{t('series.seeds.seed')}</th>
              <th scope='col'>{t('series.seeds.with')}</th>
              <th scope='col'>{t('series.seeds.without')}</th>
            </tr>
          </thead>
          <tbody>
            {withSe.map((accuracy, i) => (
              <tr key={seeds[i]}>
                <th scope='row'>{seeds[i]}</th>
                <td>{number.percent1(accuracy)}</td>
                <td>{withoutSe[i] === undefined ? '–' : number.percent1(withoutSe[i])}</td>
              </tr>
            ))}
            {withSe.length < 2 ? null : (
              <tr>
                <th scope='row'>{t('series.seeds.mean')}</th>
                <td>{own}</td>
                <td>{plain}</td>
              </tr>
            )}
          </tbody>
        </table>
        <div ref={frame} className='seeds-picture'>
          <Seeds
            label={t('series.seeds.plot')}
            groups={groups}
            seeds={seeds.length}
            axis={t('series.seeds.axis')}
            width={width}
            format={number.percent}
          />
          <p className='soft'>{t('series.seeds.marks')}</p>
        </div>
      </div>
      {isOver ? <Verdict withSe={withSe} withoutSe={withoutSe} cell={cell} /> : null}
    </>
  )
}

/** Fewer seeds have a spread, but none to rely on. */
const fewestSeeds = 3

/** Over the seeds that both sides have run with. */
function Verdict(props: {
  withSe: readonly number[]
  withoutSe: readonly number[]
  cell: (spread: Spread) => string
}) {
  const { withSe, withoutSe, cell } = props
  const { t, number } = useText()
  const count = Math.min(withSe.length, withoutSe.length)
  const [own, plain] = [spreadOf(withSe.slice(0, count)), spreadOf(withoutSe.slice(0, count))]
  const clear = clearlyBetter(own, plain)
  if (count < fewestSeeds || clear === null) return null
  return (
    <p role='status' data-testid='seeds-result'>
      {t('series.seeds.result', {
        count,
        with: cell(own),
        without: cell(plain),
        difference: number.short(Math.round(1000 * Math.abs(own.mean - plain.mean)) / 10),
        clear,
      })}
    </p>
  )
}
