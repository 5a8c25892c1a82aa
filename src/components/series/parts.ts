/** All that the page shows of the series network and of no other; one download (seriesParts.tsx). */
export { paintRidges } from '../../viz/loom/ridges.ts'
export { ensureProblem } from './loadProblem.ts'
export { className } from './names.ts'
export { SeriesArea } from './SeriesArea.tsx'
export { SeriesPicture } from './SeriesPicture.tsx'
