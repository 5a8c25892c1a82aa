/** What only the series network needs, fetched when it is shown for the first time. */
import type { ReactNode } from 'react'
import { SeriesContext } from './seriesContext.ts'
import { useApp } from './store.tsx'
import { useText } from './text/i18n.tsx'
import { useModule } from './useModule.ts'

const load = async () => (await import('./series/parts.ts')).parts

export function SeriesPartsProvider({ children }: { children: ReactNode }) {
  const wanted = useApp((state) => state.net === 'series')
  const parts = useModule(load, wanted)
  // Without their messages they would have nothing to say.
  const { hasSeries } = useText()
  return <SeriesContext value={hasSeries ? parts : null}>{children}</SeriesContext>
}
