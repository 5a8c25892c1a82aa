/** All that the page shows of the series network and of no other; one download (seriesParts.tsx). */
import { paintRidges } from '../../viz/loom/ridges.ts'
import type { SeriesParts } from '../seriesContext.ts'
import { ensureProblem } from './data/loadProblem.ts'
import { className } from './data/names.ts'
import { SeriesPicture } from './data/SeriesPicture.tsx'
import { TapRows } from './data/TapRows.tsx'
import { NeedForSeNotice } from './results/NeedForSeNotice.tsx'
import { SeriesArea } from './SeriesArea.tsx'
import { SeriesTop } from './SeriesTop.tsx'
import { SeriesWaiting } from './SeriesWaiting.tsx'

export const parts: SeriesParts = {
  paintRidges,
  SeriesPicture,
  TapRows,
  SeriesTop,
  NeedForSeNotice,
  SeriesArea,
  SeriesWaiting,
  ensureProblem,
  className,
}
