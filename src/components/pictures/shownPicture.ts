/** A picture of the state as the picture components take it. */
import type { Picture } from '../../model/state/pictures.ts'
import type { Translate } from '../text/i18n.tsx'
import type { PictureData } from './InkPicture.tsx'

export function pictureData(shown: Picture): PictureData {
  const [h = 28, w = 28, c = 1] = shown.input.shape
  return { shape: [h, w, c], data: shown.input.data }
}

export function pictureAlt(shown: Picture, t: Translate): string {
  const [first, second] = shown.labels
  if (shown.bar === null) return t('picture.alt.digit', { digit: String(first ?? '?') })
  return t('picture.alt.inks', {
    first: String(first ?? '?'),
    second: String(second ?? '?'),
    ink: t(shown.bar === 0 ? 'picture.ink.0' : 'picture.ink.1'),
  })
}
