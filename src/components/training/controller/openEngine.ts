/** The page's end of the engine, fetched when it is first needed. */
import type { EngineClient } from '../../../model/engine/client/client.ts'
import type { EngineEvent } from '../../../model/engine/protocol.ts'
import { siteUrl } from '../../page/files.ts'

/** How the engine is got hold of; tests have one of their own. */
export type OpenEngine = (onEvent: (event: EngineEvent) => void) => Promise<EngineClient>

export const openEngine: OpenEngine = async (onEvent) => {
  const { createEngineClient } = await import('../../../model/engine/client/client.ts')
  return createEngineClient({ assetBase: siteUrl(''), onEvent })
}

/** The page's end of the engine could not be fetched. */
export class EngineMissing extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'EngineMissing'
  }
}
