/** Another block than the stored run's: what the address may ask for besides the network. */
import { isSeriesConfig } from '../networks/config.ts'
import type { Snapshot } from '../networks/snapshotTypes.ts'
import { type Fields, fields } from './fields.ts'
import type { BlockChanges } from './shown.ts'

/** What the choices ask of the block that the stored run of pictures has not; null: it is the same block, or there is none. */
export function blockChanges(
  { r, squeeze, gate, place }: Pick<Fields, 'r' | 'squeeze' | 'gate' | 'place'>,
  { config }: Snapshot,
): BlockChanges | null {
  if (isSeriesConfig(config) || !config.squeezeExcite) return null
  const changes = {
    ...(r === null || r === config.ratio ? {} : { ratio: r }),
    ...(squeeze === config.squeeze ? {} : { squeeze }),
    ...(gate === config.gate ? {} : { gate }),
    ...(place === config.place ? {} : { place }),
  }
  return Object.keys(changes).length === 0 ? null : changes
}

/** What the choices ask of a block that is not there: of a network without SE, of MLSTM-FCN another place; null: nothing. */
export function idleBlock({
  net,
  snapshot,
  squeeze,
  gate,
  place,
}: Pick<Fields, 'net' | 'snapshot' | 'squeeze' | 'gate' | 'place'>): BlockChanges | null {
  const isPlain = snapshot === 'plain'
  const idle = {
    ...(isPlain && squeeze !== fields.squeeze.initial ? { squeeze } : {}),
    ...(isPlain && gate !== fields.gate.initial ? { gate } : {}),
    ...((isPlain || net === 'series') && place !== fields.place.initial ? { place } : {}),
  }
  return Object.keys(idle).length === 0 ? null : idle
}
