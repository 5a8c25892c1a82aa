import { useMemo } from 'react'
import type { Picture } from '../../model/state/pictures.ts'
import { magnitudes } from '../../viz/series/lines.ts'
import { SeriesLines } from '../../viz/series/SeriesLines.tsx'
import type { PictureWindow } from '../pictures/InkPicture.tsx'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { className } from './names.ts'

/** A series as it stands for X: all its variables as curves. */
export function SeriesPicture(props: { sample: Picture; size: number; outline?: PictureWindow | null }) {
  const { sample, size, outline = null } = props
  const { t } = useText()
  const loaded = useApp((state) => state.problem)
  const [steps = 1, channels = 1] = sample.input.shape
  const domains = useMemo(() => magnitudes(sample.input.data, channels), [sample, channels])
  const index = sample.spec.kind === 'heldOut' ? sample.spec.index : null
  const alt =
    index === null
      ? t('series.altDrawn', { channels, length: steps })
      : t('series.alt', {
          index,
          name: sample.label === null || loaded === null ? '?' : className(loaded, sample.label, t),
          channels,
          length: steps,
        })
  return (
    <span className='series-picture' role='img' aria-label={alt} style={{ width: size, height: size }}>
      <SeriesLines
        data={sample.input.data}
        shape={[steps, channels]}
        domains={domains}
        box={{ width: size, height: size }}
        paddedFrom={sample.series?.steps ?? steps}
        window={outline === null ? null : { from: outline.x, to: outline.x + outline.width - 1 }}
      />
    </span>
  )
}
