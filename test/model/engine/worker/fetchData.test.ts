import { afterEach, expect, test, vi } from 'vitest'
import { DataFormatError } from '../../../../src/model/data/errors.ts'
import { type DigitSet, encodeDigits } from '../../../../src/model/data/mnist.ts'
import type { LoadProgress } from '../../../../src/model/engine/protocol.ts'
import { fetchDigits } from '../../../../src/model/engine/worker/fetchData.ts'

afterEach(() => vi.unstubAllGlobals())

const digits = (count: number): DigitSet => ({
  count,
  rows: 28,
  columns: 28,
  images: Uint8Array.from({ length: count * 784 }, (_, i) => i % 251),
  labels: Uint8Array.from({ length: count }, (_, i) => i),
})
const [train, heldOut] = [digits(3), digits(2)]

const files: Readonly<Record<string, Uint8Array>> = {
  'http://x/a/packaged/mnist-train.bin': encodeDigits(train),
  'http://x/a/packaged/mnist-heldout.bin': encodeDigits(heldOut),
}

/** Answers in pieces of a thousand bytes. @param announced what the header says of a file of so many bytes */
function serve(announced: (bytes: number) => string | null, status = 200): void {
  vi.stubGlobal('fetch', async (url: URL) => {
    const bytes = files[String(url)]
    if (bytes === undefined) throw new TypeError(`nothing at ${url}`)
    const pieces = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) =>
      bytes.slice(1000 * i, 1000 * (i + 1)),
    )
    const length = announced(bytes.length)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece)
        controller.close()
      },
    })
    return new Response(body, {
      status,
      headers: length === null ? {} : { 'content-length': length },
    })
  })
}

const sizes = Object.values(files).map(({ length }) => length)
const all = sizes.reduce((sum, size) => sum + size, 0)

test('both files in pieces, and how many bytes of both have come', async () => {
  serve(String)
  const told: LoadProgress[] = []
  expect(await fetchDigits('http://x/a/', (one) => told.push(one))).toEqual({ train, heldOut })
  expect(told).toHaveLength(sizes.reduce((sum, size) => sum + Math.ceil(size / 1000), 0))
  expect(told.at(-1)).toEqual({ part: 'data', done: all, total: all, unit: 'bytes' })
  const done = told.map((one) => ('done' in one ? one.done : 0))
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(told[0]).toMatchObject({ done: 1000 })
})

test.each([
  ['nothing', () => null],
  ['the size of what was compressed', (bytes: number) => String(Math.floor(bytes / 3))],
] as const)('a server that announces %s: never more done than there is', async (_, announced) => {
  serve(announced)
  const told: LoadProgress[] = []
  await fetchDigits('http://x/a/', (one) => told.push(one))
  for (const one of told) if ('done' in one) expect(one.done).toBeLessThanOrEqual(one.total)
  expect(told.at(-1)).toMatchObject({ done: all, total: all })
})

test('a refusal is named with the file, a damaged one is refused', async () => {
  serve(String, 404)
  await expect(fetchDigits('http://x/a/', () => undefined)).rejects.toThrow(
    /\/a\/packaged\/mnist-\w+\.bin: the server says 404/,
  )
  vi.stubGlobal('fetch', async () => new Response('not found, said kindly'))
  await expect(fetchDigits('http://x/a/', () => undefined)).rejects.toThrow(DataFormatError)
})
