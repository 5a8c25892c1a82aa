import type { Picture } from '../../model/state/pictures.ts'
import { useSeriesParts } from '../seriesContext.ts'
import { useText } from '../text/i18n.tsx'
import { InkPicture, type PictureWindow } from './InkPicture.tsx'
import { pictureAlt, pictureData } from './shownPicture.ts'

/** The sample itself: a picture, or a series as curves. */
export function SampleImage(props: {
  sample: Picture
  /** Longer edge, in CSS pixels. */
  size: number
  /** What a cell sees of it. */
  outline?: PictureWindow | null
}) {
  const { sample, size, outline = null } = props
  const { t } = useText()
  const parts = useSeriesParts()
  if (sample.series === null) {
    return (
      <InkPicture picture={pictureData(sample)} size={size} alt={pictureAlt(sample, t)} outline={outline} />
    )
  }
  return parts === null ? null : <parts.SeriesPicture sample={sample} size={size} outline={outline} />
}
