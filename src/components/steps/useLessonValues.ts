import { useMemo } from 'react'
import { site } from '../../model/state/selectors.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'

/** What the text of the steps names: sizes of the site on show. */
export function useLessonValues(): Readonly<Record<string, string | number>> {
  const { number } = useText()
  const here = useApp(site)
  return useMemo(() => {
    if (here === null) return {}
    const places = here.spatial.reduce((product, length) => product * length, 1)
    return {
      channels: here.channels,
      reduced: here.reduced,
      r: number.short(here.channels / here.reduced),
      places: number.integer(places),
    }
  }, [here, number])
}
