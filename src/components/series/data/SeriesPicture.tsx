import { useMemo } from 'react'
import type { Picture } from '../../../model/state/pictures.ts'
import { SeriesChart } from '../../../viz/series/SeriesChart.tsx'
import { extents } from '../../../viz/series/series.ts'
import type { PictureWindow } from '../../pictures/InkPicture.tsx'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { domainsOf } from './domains.ts'
import { className, variableName } from './names.ts'

/** A series as it stands for X: all its variables as curves. */
export function SeriesPicture(props: { sample: Picture; size: number; outline?: PictureWindow | null }) {
  const { sample, size, outline = null } = props
  const { t } = useText()
  const loaded = useApp((state) => state.problem)
  const { data } = sample.input
  const [steps = 1, channels = 1] = sample.input.shape
  const shape = useMemo(() => [steps, channels] as const, [steps, channels])
  const variables = useMemo(() => {
    const fits = loaded?.problem.channels === channels
    return (fits ? domainsOf(loaded.problem) : extents(data, channels)).map((domain, i) => ({
      name: fits ? variableName(loaded, i, t) : '',
      domain,
      scale: '',
    }))
  }, [loaded, data, channels, t])
  const from = outline?.x ?? null
  const width = outline?.width ?? 0
  const window = useMemo(() => (from === null ? null : { from, to: from + width - 1 }), [from, width])
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
    <SeriesChart
      label={alt}
      data={data}
      shape={shape}
      variables={variables}
      width={size}
      height={size}
      mode='thumbnail'
      padFrom={sample.series?.steps ?? steps}
      window={window}
    />
  )
}
