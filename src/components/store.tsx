import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { AppState, AppStore } from '../model/state/store.ts'

const Context = createContext<AppStore | null>(null)

export function StoreProvider({ store, children }: { store: AppStore; children: ReactNode }) {
  return <Context value={store}>{children}</Context>
}

/** @throws Error outside a StoreProvider: a mistake of ours, not of the reader */
export function useAppStore(): AppStore {
  const store = useContext(Context)
  if (store === null) throw new Error('useAppStore outside StoreProvider')
  return store
}

/** A value derived from state; selectors keep the identity of what did not change. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select)
}
