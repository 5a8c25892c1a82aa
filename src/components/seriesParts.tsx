/** What only the series network needs, fetched when it is shown for the first time. */
import { createContext, type ReactNode, useContext } from 'react'
import { useApp } from './store.tsx'
import { useModule } from './useModule.ts'

const load = () => import('./series/parts.ts')
type SeriesParts = Awaited<ReturnType<typeof load>>

const Context = createContext<SeriesParts | null>(null)

export function SeriesPartsProvider({ children }: { children: ReactNode }) {
  const wanted = useApp((state) => state.net === 'series')
  return <Context value={useModule(load, wanted)}>{children}</Context>
}

/** null until they are here, and for pictures. */
export function useSeriesParts(): SeriesParts | null {
  return useContext(Context)
}
