import { loadFonts } from '../loadFonts.ts'
import { useAnswering } from '../useAnswering.ts'
import { useModule } from '../useModule.ts'
import type { below } from './below.ts'

/** The sources name an author in Hangul, in every language. */
const load = async () => {
  const [part] = await Promise.all([import('./below.ts'), loadFonts('Noto Sans KR Names')])
  return part.below
}

/** The parts below the first screen; null until they are here. */
export function useBelow(): typeof below | null {
  return useModule(load, useAnswering())
}
