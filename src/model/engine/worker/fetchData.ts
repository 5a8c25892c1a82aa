/** How the worker gets the pictures: two files beside the page, with progress in bytes. */
import { type DataSource, decodeDigits } from '../../data/mnist.ts'
import type { LoadProgress } from '../protocol.ts'

const FILES = { train: 'packaged/mnist-train.bin', heldOut: 'packaged/mnist-heldout.bin' } as const

/**
 * @param base absolute URL of the folder that holds `packaged/`
 * @throws Error if a file cannot be had; DataFormatError if it is damaged
 */
export async function fetchDigits(
  base: string,
  progress: (progress: LoadProgress) => void,
): Promise<DataSource> {
  const loaded = { train: { done: 0, total: 0 }, heldOut: { done: 0, total: 0 } }
  const fetchPart = async (part: keyof typeof FILES) =>
    decodeDigits(
      await fetchBytes(new URL(FILES[part], base), (done, total) => {
        loaded[part] = { done, total }
        progress({
          part: 'data',
          done: loaded.train.done + loaded.heldOut.done,
          total: loaded.train.total + loaded.heldOut.total,
          unit: 'bytes',
        })
      }),
    )
  const [train, heldOut] = await Promise.all([fetchPart('train'), fetchPart('heldOut')])
  return { train, heldOut }
}

async function fetchBytes(url: URL, progress: (done: number, total: number) => void): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok || response.body === null)
    throw new Error(`${url.pathname}: the server says ${response.status}`)
  const announced = Number(response.headers.get('content-length') ?? 0)
  const parts: Uint8Array[] = []
  let done = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    done += next.value.length
    // A compressed answer announces fewer bytes than arrive here.
    progress(done, Math.max(done, announced))
  }
  const bytes = new Uint8Array(done)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
