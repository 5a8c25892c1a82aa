/** Files of the site, fetched when they are asked for. A file that does not come is reported, not thrown. */
import { decodeDigits } from '../../model/data/mnist.ts'
import { decodeSnapshot } from '../../model/networks/snapshot.ts'
import type { Snapshot, Study, StudyId } from '../../model/networks/snapshotTypes.ts'
import { addHeldOut, addSnapshot, addStudies, noteMissing } from '../../model/state/slices/data.ts'
import type { AppStore } from '../../model/state/store.ts'

/** Address of a file of the site, from whichever of its pages. */
export function siteUrl(path: string): string {
  return new URL(`${document.documentElement.dataset.root ?? './'}${path}`, document.baseURI).href
}

async function bytes(path: string, answer = fetch(siteUrl(path))): Promise<ArrayBuffer> {
  const response = await answer
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.arrayBuffer()
}

/** @param answer of a fetch of it that is on its way already */
export async function fetchSnapshot(id: string, answer?: Promise<Response>): Promise<Snapshot> {
  return decodeSnapshot(await bytes(`snapshots/${id}.bin`, answer))
}

const underway = new Set<string>()

/** Fetches once at a time; afterwards the file is in the store, or its name among `missing`. */
async function ensure(store: AppStore, name: string, load: () => Promise<void>): Promise<void> {
  if (underway.has(name)) return
  underway.add(name)
  try {
    await load()
    noteMissing(store, name, false)
  } catch {
    noteMissing(store, name, true)
  } finally {
    underway.delete(name)
  }
}

export function ensureSnapshot(store: AppStore, id: string): Promise<void> {
  if (store.getState().snapshots[id] !== undefined) return Promise.resolve()
  return ensure(store, id, async () => {
    addSnapshot(store, id, await fetchSnapshot(id))
  })
}

export function ensureHeldOut(store: AppStore): Promise<void> {
  if (store.getState().heldOut !== null) return Promise.resolve()
  return ensure(store, 'mnist-heldout', async () => {
    addHeldOut(store, decodeDigits(await bytes('packaged/mnist-heldout.bin')))
  })
}

/** Bytes of a packaged file by its name; null if it could not be had, which the page then says. */
export async function ensureFile(store: AppStore, name: 'weather'): Promise<ArrayBuffer | null> {
  let found: ArrayBuffer | null = null
  await ensure(store, name, async () => {
    found = await bytes(`packaged/${name}.bin`)
  })
  return found
}

export function ensureStudies(store: AppStore): Promise<void> {
  if (Object.keys(store.getState().studies).length > 0) return Promise.resolve()
  return ensure(store, 'study', async () => {
    const text = new TextDecoder().decode(await bytes('snapshots/study.json'))
    addStudies(store, JSON.parse(text) as Partial<Record<StudyId, Study>>)
  })
}
