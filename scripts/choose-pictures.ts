/**
 * Chooses anew what the stored runs on `inks` and on the cued signal are told by, and writes it into their files. The
 * weights stay as they are; `npm run train:snapshots` chooses the same.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cuedProblem } from '../src/model/data/series/cued.ts'
import { decodeSnapshot, encodeSnapshot } from '../src/model/networks/snapshot.ts'
import type { Snapshot } from '../src/model/networks/snapshotTypes.ts'
import { loadData } from './training/nodeRun.ts'
import { cuedFeaturedSample, inksFeaturedSample, samplesToShow, withoutGates } from './training/telling.ts'

const fileOf = (id: string) => new URL(`../public/snapshots/${id}.bin`, import.meta.url)

function change(
  id: string,
  changes: Pick<Snapshot, 'featuredSample'> & Partial<Pick<Snapshot, 'samples'>>,
): void {
  const run = decodeSnapshot(readFileSync(fileOf(id)))
  const file = encodeSnapshot({ ...run, ...changes })
  const { weights } = decodeSnapshot(file)
  if (!run.weights.every((value, i) => value === weights[i]))
    throw new Error(`${id}: the weights have changed`)
  writeFileSync(fileOf(id), file)
  console.log(`${id}: ${file.length} bytes, ${JSON.stringify(changes.featuredSample)}`)
}

const { heldOut } = loadData()
const inks = inksFeaturedSample(decodeSnapshot(readFileSync(fileOf('inks-se'))), heldOut)
const samples = samplesToShow('inks', heldOut, inks)
change('inks-se', { featuredSample: inks, samples })
change('inks-plain', { featuredSample: withoutGates(inks), samples })

const cued = cuedFeaturedSample(decodeSnapshot(readFileSync(fileOf('cued-se'))), cuedProblem())
change('cued-se', { featuredSample: cued })
change('cued-plain', { featuredSample: withoutGates(cued) })
