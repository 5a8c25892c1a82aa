/** The committed runs, as the page reads them. */
import { readFileSync } from 'node:fs'
import type { ImageNetId } from '../../src/model/networks/config.ts'
import { decodeSnapshot } from '../../src/model/networks/snapshot.ts'
import type { ImageSnapshot, Snapshot } from '../../src/model/networks/snapshotTypes.ts'
import { type Picture, pictureOf } from '../../src/model/state/pictures.ts'

export function storedRun(id: `${ImageNetId}-${'se' | 'plain'}`): ImageSnapshot {
  return read(id) as ImageSnapshot
}

export function storedSeriesRun(id: `${'series' | 'cued'}-${'se' | 'plain'}`): Snapshot {
  return read(id)
}

function read(id: string): Snapshot {
  return decodeSnapshot(readFileSync(new URL(`../../public/snapshots/${id}.bin`, import.meta.url)))
}

/** @throws RangeError if the run has no such picture */
export function storedPicture(run: ImageSnapshot, position = 0): Picture {
  const index = run.samples[position]?.index ?? -1
  const picture = pictureOf(
    { net: run.net, stored: run.samples, heldOut: null, drawn: null },
    { kind: 'heldOut', index, bar: null },
  )
  if (picture === null) throw new RangeError(`no picture ${position} in ${run.id}`)
  return picture
}
