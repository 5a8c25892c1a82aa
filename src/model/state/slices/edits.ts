/** Interventions on the block, and the way back from them. */
import { type Edits, formatEdits } from '../edits.ts'
import type { Fields } from '../fields.ts'
import type { SliceStore } from './sliceStore.ts'

export interface EditsSlice extends Pick<Fields, 'edit'> {
  /** Earlier states of `edit`, newest last, for undo. */
  readonly undo: readonly Edits[]
  /** The gate that is being set by a drag or a run of keys, and what it has made of `edit` so far. */
  readonly gesture: { readonly channel: number; readonly edit: Edits } | null
  /** While pressed, all gates stand at their mean. */
  readonly comparing: boolean
}

type Store = SliceStore<EditsSlice>

export const noEditsYet: Omit<EditsSlice, keyof Fields> = { undo: [], gesture: null, comparing: false }

/** Remembers the interventions before the change; undo brings them back. What changes nothing is not remembered. */
export function changeEdits(store: Store, change: (edits: Edits) => Edits): void {
  store.setState(({ edit, undo }) => {
    const changed = change(edit)
    return formatEdits(changed) === formatEdits(edit) ? {} : { edit: changed, undo: withEntry(undo, edit) }
  })
}

function withEntry(undo: readonly Edits[], edit: Edits): readonly Edits[] {
  return [...undo.slice(-19), edit]
}

/** A drag or a run of keys sets a gate many times; undo takes all of them back at once. */
export function dragGate(store: Store, channel: number, gate: number): void {
  store.setState(({ edit, undo, gesture }) => {
    const changed = { ...edit, gates: { ...edit.gates, [channel]: gate } }
    // Anything else that changed the interventions meanwhile has ended the gesture.
    const goesOn = gesture?.channel === channel && gesture.edit === edit
    return {
      edit: changed,
      gesture: { channel, edit: changed },
      ...(goesOn ? {} : { undo: withEntry(undo, edit) }),
    }
  })
}

/** The pointer or the focus has left the gate: what comes next is taken back by itself. */
export function endGesture(store: Store): void {
  store.setState({ gesture: null })
}

export function undoEdit(store: Store): void {
  store.setState(({ undo }) => {
    const last = undo.at(-1)
    return last === undefined ? {} : { edit: last, undo: undo.slice(0, -1) }
  })
}

export function compareWithMean(store: Store, comparing: boolean): void {
  store.setState({ comparing })
}
