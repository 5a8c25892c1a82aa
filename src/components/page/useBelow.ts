import { useAnswering } from '../useAnswering.ts'
import { useModule } from '../useModule.ts'
import type { below } from './below.ts'

const load = async () => (await import('./below.ts')).below

/** The parts below the first screen; null until they are here. */
export function useBelow(): typeof below | null {
  return useModule(load, useAnswering())
}
