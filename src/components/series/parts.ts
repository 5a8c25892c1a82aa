/** All that the page shows of the series network and of no other; one download (seriesParts.tsx). */
import { paintRidges } from '../../viz/loom/ridges.ts'
import type { SeriesParts } from '../seriesContext.ts'
import { ensureProblem } from './loadProblem.ts'
import { className } from './names.ts'
import { SeriesArea } from './SeriesArea.tsx'
import { SeriesMatters } from './SeriesMatters.tsx'
import { SeriesPicture } from './SeriesPicture.tsx'
import { SeriesTop } from './SeriesTop.tsx'
import { SeriesWaiting } from './SeriesWaiting.tsx'
import { TapRows } from './TapRows.tsx'

export const parts: SeriesParts = {
  paintRidges,
  SeriesPicture,
  TapRows,
  SeriesTop,
  SeriesMatters,
  SeriesArea,
  SeriesWaiting,
  ensureProblem,
  className,
}
