import { useCallback } from 'react'
import { useSeriesParts } from './seriesContext.ts'
import { useApp } from './store.tsx'
import { useText } from './text/i18n.tsx'

/** How a class is called: a digit, or what the series' data name it. */
export function useClassName(): (index: number) => string {
  const { t } = useText()
  const parts = useSeriesParts()
  const loaded = useApp((state) => (state.net === 'series' ? state.problem : null))
  return useCallback(
    (index) => (loaded === null || parts === null ? String(index) : parts.className(loaded, index, t)),
    [loaded, parts, t],
  )
}
