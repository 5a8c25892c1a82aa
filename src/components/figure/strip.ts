/** The arithmetic of the selected value, whichever stage it stands in. */
import type { Selection } from '../../model/state/store.ts'
import { ofBlock } from './blockStrip.ts'
import type { Strip, StripSource } from './stripParts.ts'
import { ofU } from './transformStrip.ts'

export function stripOf(at: Selection, source: StripSource): Strip | null {
  const here = source.trace.sites[source.site.id]
  if (here === undefined) return null
  const { stage } = at
  if (stage === 'U') return ofU(at, source)
  return here.block === null ? null : ofBlock(at, stage, here.block, source)
}
