/** The parts of the page that only the series network needs, as those that draw a sample or name a class know them. */
import { type ComponentType, createContext, useContext } from 'react'
import type { ConvArithmetic } from '../model/block/convolution.ts'
import type { Picture } from '../model/state/pictures.ts'
import type { LoadedProblem } from '../model/state/series.ts'
import type { AppStore } from '../model/state/store.ts'
import type { MapPalette, MapStrip } from '../viz/loom/maps.ts'
import type { PictureWindow } from './pictures/InkPicture.tsx'
import type { Translate } from './text/i18n.tsx'
import type { Training } from './training/controller/training.ts'

export interface SeriesParts {
  readonly paintRidges: (
    data: Float32Array,
    shape: readonly [t: number, c: number],
    range: { readonly from: number; readonly to: number },
    domain: number,
    palette: MapPalette,
    size: { readonly width: number; readonly height: number },
  ) => MapStrip
  /** A value of U written out, where it comes from a convolution over time. */
  readonly TapRows: ComponentType<{ made: ConvArithmetic; reads: 'series' | 'features'; compact?: boolean }>
  readonly SeriesPicture: ComponentType<{ sample: Picture; size: number; outline?: PictureWindow | null }>
  /** Over the figure. */
  readonly SeriesTop: ComponentType<{ training: Training }>
  /** Under the headline. */
  readonly NeedForSeNotice: ComponentType
  readonly SeriesArea: ComponentType<{ training: Training }>
  /** Stands for the figure while there is nothing to show: no file open, nothing drawn. */
  readonly SeriesWaiting: ComponentType
  readonly ensureProblem: (store: AppStore) => Promise<void>
  readonly className: (loaded: LoadedProblem, index: number, t: Translate) => string
}

export const SeriesContext = createContext<SeriesParts | null>(null)

/** null until they are here, and for pictures. */
export function useSeriesParts(): SeriesParts | null {
  return useContext(SeriesContext)
}
