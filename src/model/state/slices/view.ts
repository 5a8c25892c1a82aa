/** Which network, picture and value are on show. */
import type { Placement } from '../../networks/config.ts'
import type { Fields } from '../fields.ts'
import type { SampleSpec } from '../sampleCode.ts'
import type { StageRow } from '../steps.ts'
import type { SliceStore } from './sliceStore.ts'

type ViewFields = Pick<
  Fields,
  | 'net'
  | 'size'
  | 'lstm'
  | 'dimensionShuffle'
  | 'snapshot'
  | 'r'
  | 'squeeze'
  | 'gate'
  | 'place'
  | 'site'
  | 'step'
  | 'sample'
  | 'channel'
  | 'cover'
  | 'unfolded'
>

export interface ViewSlice extends ViewFields {
  readonly stage: StageRow
  readonly hidden: number
  /** null: the featuredSample's, or the middle. */
  readonly cell: { readonly h: number; readonly w: number } | null
  /** Folded stages that the reader has opened at this step. */
  readonly opened: readonly StageRow[]
}

type Store = SliceStore<ViewSlice>

export const firstSelection: Omit<ViewSlice, keyof Fields> = {
  stage: 's',
  hidden: 0,
  cell: null,
  opened: [],
}

export function showSample(store: Store, sample: SampleSpec): void {
  store.setState({ sample })
}

/** A channel in the figure, and where it is: another site, another sample. */
export function showChannel(
  store: Store,
  channel: number,
  where: Partial<Pick<ViewSlice, 'site' | 'sample'>> = {},
): void {
  store.setState({ channel, ...where })
}

/** null: as the network was trained. */
export function chooseRatio(store: Store, r: number | null): void {
  store.setState({ r, hidden: 0 })
}

/** Opens stages that are folded at this step. */
export function openStages(store: Store, rows: readonly StageRow[]): void {
  store.setState(({ opened }) => ({ opened: [...new Set([...opened, ...rows])] }))
}

/** The whole block, or what the step needs of it. */
export function unfoldAll(store: Store, unfolded: boolean): void {
  store.setState({ unfolded, opened: [] })
}

/** Where in its unit the block stands, in networks of pictures. */
export function choosePlace(store: Store, place: Placement): void {
  store.setState({ place })
}

export function uncover(store: Store): void {
  store.setState({ cover: [] })
}
