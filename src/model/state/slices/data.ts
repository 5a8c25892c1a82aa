/** What is trained on and looked at: files of the site, series, what the reader has brought. */
import type { DataIssue } from '../../data/errors.ts'
import type { DigitSet } from '../../data/mnist.ts'
import type { GestureClass } from '../../data/series/gestures.ts'
import type { Snapshot, Study, StudyId } from '../../networks/snapshotTypes.ts'
import type { Fields } from '../fields.ts'
import { type OwnChoices, type OwnSeries, ownDefaults } from '../own.ts'
import type { LoadedProblem } from '../series.ts'
import type { SliceStore } from './sliceStore.ts'

export interface DataSlice extends Pick<Fields, 'data' | 'task' | 'plant'> {
  readonly snapshots: Readonly<Partial<Record<string, Snapshot>>>
  readonly studies: Readonly<Partial<Record<StudyId, Study>>>
  readonly heldOut: DigitSet | null
  /** The series that the series network is shown on; null while they are on their way. */
  readonly problem: LoadedProblem | null
  /** What the reader has opened, and how it is made ready. */
  readonly own: OwnSeries | null
  readonly preparation: OwnChoices
  /** Why the reader's series could not be made ready as was chosen last. */
  readonly dataError: DataIssue | null
  /** What the reader has drawn, by class. */
  readonly gestures: readonly GestureClass[]
  /** The reader's own drawing, 28 × 28; kept in memory only. */
  readonly drawn: Uint8Array | null
  /** Files that were let fall where nothing opens them; the page offers to open them with the series network. */
  readonly dropped: readonly File[] | null
  /** Files that could not be had, by name; the page offers to try again. */
  readonly missing: readonly string[]
}

type Store = SliceStore<DataSlice>

export const noDataYet: Omit<DataSlice, keyof Fields> = {
  snapshots: {},
  studies: {},
  heldOut: null,
  problem: null,
  own: null,
  preparation: ownDefaults,
  dataError: null,
  gestures: [],
  drawn: null,
  dropped: null,
  missing: [],
}

export function addSnapshot(store: Store, id: string, snapshot: Snapshot): void {
  store.setState(({ snapshots }) => ({ snapshots: { ...snapshots, [id]: snapshot } }))
}

export function addHeldOut(store: Store, heldOut: DigitSet): void {
  store.setState({ heldOut })
}

export function addStudies(store: Store, studies: DataSlice['studies']): void {
  store.setState({ studies })
}

/** Whether a file could be had, by its name. */
export function noteMissing(store: Store, name: string, isMissing: boolean): void {
  store.setState(({ missing }) => {
    if (missing.includes(name) === isMissing) return {}
    return { missing: isMissing ? [...missing, name] : missing.filter((one) => one !== name) }
  })
}

export function showProblem(store: Store, problem: LoadedProblem): void {
  store.setState({ problem, dataError: null })
}

/** The problem on show is of other data than the choices name. */
export function dropProblem(store: Store): void {
  store.setState({ problem: null })
}

/** The choices could not be made ready. @param before what is on show was made ready so; null: nothing is */
export function noteDataError(store: Store, dataError: DataIssue, before: OwnChoices | null): void {
  store.setState({ dataError, ...(before === null ? {} : { preparation: before }) })
}

/** null: they are opened, or not wanted. */
export function noteDropped(store: Store, dropped: DataSlice['dropped']): void {
  store.setState({ dropped })
}

/** The reader's files have been read. */
export function takeOwn(store: Store, own: OwnSeries, preparation: OwnChoices): void {
  store.setState({ own, preparation, dataError: null })
}
