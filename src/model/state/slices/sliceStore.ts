/**
 * What an action needs of the store: the slice that it reads and changes, whatever else there is. Actions across
 * slices take the whole store (../store.ts).
 */
export interface SliceStore<S> {
  getState(): S
  setState(change: Partial<S> | ((state: S) => Partial<S>)): void
}
