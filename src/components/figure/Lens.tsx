import type { Picture } from '../../model/state/pictures.ts'
import type { Selection } from '../../model/state/store.ts'
import type { Palette } from '../../viz/palette.ts'
import { SampleImage } from '../pictures/SampleImage.tsx'
import { useText } from '../text/i18n.tsx'
import { useCover } from '../useCover.ts'
import type { FigureData } from './figureData.ts'
import { MapCanvas } from './MapCanvas.tsx'

/** On a phone: the selected channel large, u_c → z → s → x̃_c. */
export function Lens({
  data,
  at,
  picture,
  palette,
}: {
  data: FigureData
  at: Selection
  picture: Picture
  palette: Palette
}) {
  const { t, number } = useText()
  const covered = useCover()
  const channel = at.index.c
  const z = data.block?.z.data[channel]
  const s = data.block?.s.data[channel]
  const one = {
    from: channel,
    to: channel + 1,
    domain: data.domains.U,
    palette,
    style: {},
  }
  const mapClass = (row: 'U' | 'out') => (covered(row) ? 'lens-map covered' : 'lens-map')
  return (
    <section className='lens' data-variant='phone' aria-label={t('lens.label')}>
      <figure className={covered('X') ? 'covered' : undefined}>
        <SampleImage sample={picture} size={72} />
        <figcaption className='role-X symbol'>X</figcaption>
      </figure>
      <span className='op' aria-hidden='true'>
        →
      </span>
      <figure>
        <MapCanvas maps={data.U} className={mapClass('U')} {...one} />
        <figcaption className='role-U symbol'>
          u<sub>{channel}</sub>
        </figcaption>
      </figure>
      {z === undefined || s === undefined ? null : (
        <>
          <span className='lens-numbers'>
            <span className='role-z symbol'>z = {covered('z') ? '?' : number.value(z)}</span>
            <span className='op' aria-hidden='true'>
              ↓
            </span>
            <span className='role-s symbol'>s = {covered('s') ? '?' : number.gate(s)}</span>
          </span>
          <figure>
            <MapCanvas maps={data.out} className={mapClass('out')} {...one} />
            <figcaption className='role-out symbol'>
              x̃<sub>{channel}</sub>
            </figcaption>
          </figure>
        </>
      )}
    </section>
  )
}
