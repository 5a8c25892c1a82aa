import type { SqueezeOp } from '../../model/block/options.ts'
import type { FigureData } from '../figure/figureData.ts'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { hasNegative, type MapSize, measure, type Region, wholeMap } from './region.ts'

/** Mean (or maximum) of the region and of the whole map, which is z, written out. */
export function RegionNumbers(props: {
  data: FigureData
  map: MapSize
  channel: number
  region: Region
  squeeze: SqueezeOp
  /** Changes are read out; not while training changes them all the time. */
  spoken: boolean
}) {
  const { data, map, channel, region, squeeze, spoken } = props
  const { t, number } = useText()
  const { U, block, site } = data
  const over = (part: Region) => measure(U.data, [map[0], map[1], site.channels], channel, part)
  const [here, whole] = [over(region), over(wholeMap(map))]
  const z = block?.z.data[channel]
  const named = (value: number) => (
    <Rich text={z === undefined ? number.value(value) : `[[z_${channel}]] = ${number.value(z)}`} />
  )
  const mean = squeeze === 'mean'
  // A share of the sum says something only where no value takes away from it.
  const mixed = hasNegative(U.data, site.channels, channel)
  const rows = mean
    ? [
        [t('step.squeeze.average'), average(here), average(whole)],
        [t('step.squeeze.meanOf'), number.value(here.mean), named(whole.mean)],
      ]
    : [
        [t('step.squeeze.places'), number.integer(here.count), number.integer(whole.count)],
        [t('step.squeeze.place'), place(here.at), place(whole.at)],
        [t('step.squeeze.maxOf'), number.value(here.max), named(whole.max)],
      ]
  return (
    <>
      <table>
        <thead>
          <tr>
            <td />
            <th scope='col'>{t('step.squeeze.region')}</th>
            <th scope='col'>{t('step.squeeze.wholeMap')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ours, all]) => (
            <tr key={String(name)}>
              <th scope='row'>{name}</th>
              <td>{ours}</td>
              <td>{all}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role='status' aria-live={spoken ? 'polite' : 'off'}>
        {mean
          ? t('step.squeeze.parts', {
              places: number.percent1(here.count / whole.count),
              part: number.value(here.sum / whole.count),
              rest: number.value((whole.sum - here.sum) / whole.count),
              signs: mixed || whole.sum === 0 ? 'mixed' : 'alike',
              share: number.percent1(here.sum / whole.sum),
            })
          : t('step.squeeze.holds', { inside: here.max === whole.max ? 'yes' : 'no' })}
      </p>
      <p className='soft'>{t(mean ? 'step.squeeze.forgets' : 'step.squeeze.forgetsMax')}</p>
    </>
  )

  function average({ sum, count }: { sum: number; count: number }): string {
    return `${number.value(sum)} / ${number.integer(count)}`
  }

  function place({ h, w }: { h: number; w: number }): string {
    return `(${h}, ${w})`
  }
}
