/** The page's end of reading files, with a worker of the same code behind a channel. */
import { expose, transfer } from 'comlink'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DataFormatError } from '../../../../../src/model/data/errors.ts'
import { prepareProblem } from '../../../../../src/model/data/series/prepare.ts'
import {
  prepareSeries,
  previewSeriesFile,
  readSeriesFile,
  WorkerLost,
} from '../../../../../src/model/data/series/readers/client.ts'
import { buffersOf, partBuffers } from '../../../../../src/model/data/series/readers/pack.ts'
import type { ReaderApi } from '../../../../../src/model/data/series/readers/protocol.ts'
import { reader } from '../../../../../src/model/data/series/readers/readFile.ts'
import { parseTs } from '../../../../../src/model/data/series/readers/ts.ts'
import type { SeriesSet } from '../../../../../src/model/data/series/types.ts'

let workers: FakeWorker[] = []
/** What the next worker does instead of reading. */
let behave: Partial<ReaderApi> = {}

class FakeWorker {
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null
  onmessageerror: (() => void) | null = null
  ended = false
  private readonly ports = new MessageChannel()

  constructor() {
    workers.push(this)
    const api: ReaderApi = {
      ...reader,
      async read(file, request, onProgress) {
        const answer = await reader.read(file, request, onProgress)
        return answer.value === null ? answer : transfer(answer, buffersOf(answer.value))
      },
      async prepare(sets, choices) {
        const problem = await reader.prepare(sets, choices)
        return transfer(problem, partBuffers(problem))
      },
      ...behave,
    }
    expose(api, this.ports.port2)
  }

  addEventListener(type: string, listener: EventListener): void {
    this.ports.port1.addEventListener(type, listener)
    this.ports.port1.start()
  }

  removeEventListener(type: string, listener: EventListener): void {
    this.ports.port1.removeEventListener(type, listener)
  }

  postMessage(message: unknown, buffers: Transferable[] = []): void {
    this.ports.port1.postMessage(message, buffers)
  }

  terminate(): void {
    this.ended = true
    this.ports.port1.close()
    this.ports.port2.close()
  }
}

beforeEach(() => {
  workers = []
  behave = {}
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => vi.unstubAllGlobals())

const text = '@problemName Some\n@classLabel true A B\n@data\n1,?:3,4:B\n5:6:A\n'
const file = (content: BlobPart, name = 'Some_TRAIN.ts') => new File([content], name)
const failure = (read: Promise<unknown>) =>
  read.then(
    () => new Error('was read'),
    (error: unknown) => error,
  )

test('a set arrives whole, as views of one buffer, and the worker is ended', async () => {
  const set = await readSeriesFile(file(text), { format: 'ts' })
  expect(set).toEqual(parseTs(text))
  expect(new Set(set.series.map(({ data }) => data.buffer)).size).toBe(1)
  expect(workers.map(({ ended }) => ended)).toEqual([true])
})

test('a set without a name is called as its file', async () => {
  const nameless = text.replace('@problemName Some\n', '')
  const options = { format: 'ts' } as const
  expect((await readSeriesFile(file(nameless, 'Other_TEST.ts'), options)).name).toBe('Other')
})

test('a DataFormatError arrives as one, with line and expectation', async () => {
  const error = await failure(readSeriesFile(file(text.replace('5:', 'five:')), { format: 'ts' }))
  expect(error).toBeInstanceOf(DataFormatError)
  expect(error).toMatchObject({
    line: 5,
    expected: 'a number, or ? for a missing value',
    message: 'line 5: “five” is not a number; expected a number, or ? for a missing value',
  })
  const binary = await failure(readSeriesFile(file(Uint8Array.of(0x50, 0x4b, 3, 4)), { format: 'ts' }))
  expect(binary).toMatchObject({
    name: 'DataFormatError',
    line: null,
    expected: expect.stringContaining('CSV'),
  })
  expect(workers.every(({ ended }) => ended)).toBe(true)
})

test('a table is read as asked, or as a look at it suggests', async () => {
  const table = file('id,t,x,class\na,2,5,A\na,1,6,A\nb,1,7,B\n', 'table.csv')
  const preview = await previewSeriesFile(table)
  expect(preview).toMatchObject({ header: true, rows: 3, guess: { layout: 'long' } })
  const guessed = await readSeriesFile(table, { format: 'csv' })
  expect(guessed).toMatchObject({ name: 'table', classes: ['A', 'B'], length: 2 })
  expect(await readSeriesFile(table, { format: 'csv', csv: preview.guess })).toEqual(guessed)
  const columns = { id: 'id', time: null, label: null, channels: ['x', 't'] }
  const asked = await readSeriesFile(table, { format: 'csv', csv: { layout: 'long', columns, name: 'Mine' } })
  expect(asked).toMatchObject({ name: 'Mine', channels: 2, classes: [] })
})

test('the beginning of a long table is looked at, though it ends within a row and a character', async () => {
  const row = `1,2,${'한'.repeat(1000)}\n`
  const preview = await previewSeriesFile(file(`a,b,class\n${row.repeat(400)}`, 'long.csv'))
  // Of fifty rows one is the header, and the last is left out as it may be half of one.
  expect(preview).toMatchObject({ rows: 348, header: true })
  const two = await previewSeriesFile(file(`a,b,class\n1,2,A\n3,4,${'한'.repeat(400_000)}`, 'two.csv'))
  expect(two.rows).toBe(1)
})

test('a file that is too large costs no worker', async () => {
  const error = await failure(readSeriesFile(file(text), { format: 'ts', limits: { bytes: 10 } }))
  expect(error).toMatchObject({ name: 'DataFormatError', line: null })
  expect(workers).toEqual([])
})

test('limits hold in the worker', async () => {
  const error = await failure(readSeriesFile(file(text), { format: 'ts', limits: { series: 1 } }))
  expect(error).toMatchObject({ name: 'DataFormatError', line: 5 })
})

test('progress comes, and none after the end', async () => {
  const long = `@classLabel true A\n@data\n${`${'0.5,'.repeat(999)}1:A\n`.repeat(600)}`
  behave = {
    read: async (given, request, onProgress) => {
      setTimeout(() => onProgress?.(0, long.length), 5)
      return reader.read(given, request, onProgress)
    },
  }
  const told: number[] = []
  await readSeriesFile(file(long), {
    format: 'ts',
    onProgress: (done, total) => {
      expect(total).toBe(long.length)
      told.push(done)
    },
  })
  expect(told.length).toBeGreaterThan(0)
  const atEnd = told.length
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(told.length).toBe(atEnd)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

test('cancelled before: no worker; cancelled while reading: the worker is ended, and the reason arrives', async () => {
  const before = await failure(readSeriesFile(file(text), { format: 'ts', signal: AbortSignal.abort() }))
  expect(before).toMatchObject({ name: 'AbortError' })
  expect(workers).toEqual([])
  behave = { read: () => new Promise(() => undefined) }
  const wish = new AbortController()
  const reading = failure(readSeriesFile(file(text), { format: 'ts', signal: wish.signal }))
  wish.abort('enough')
  expect(await reading).toBe('enough')
  expect(workers.map(({ ended }) => ended)).toEqual([true])
})

test('a worker that cannot start, or fails in another way, keeps nobody waiting', async () => {
  behave = { read: () => new Promise(() => undefined) }
  const reading = failure(readSeriesFile(file(text), { format: 'ts' }))
  workers[0]?.onerror?.({ message: '', preventDefault: () => undefined })
  expect(await reading).toMatchObject({ name: 'WorkerLost', message: 'its code could not be loaded' })
  const crashed = failure(readSeriesFile(file(text), { format: 'ts' }))
  workers[1]?.onerror?.({ message: 'out of memory', preventDefault: () => undefined })
  expect(await crashed).toMatchObject({ name: 'WorkerLost', message: 'out of memory' })
  const garbled = failure(readSeriesFile(file(text), { format: 'ts' }))
  workers[2]?.onmessageerror?.()
  expect(await garbled).toBeInstanceOf(WorkerLost)
  behave = {
    read: async () => {
      throw new TypeError('something else')
    },
  }
  const other = await failure(readSeriesFile(file(text), { format: 'ts' }))
  expect(other).not.toBeInstanceOf(DataFormatError)
  expect(other).not.toBeInstanceOf(WorkerLost)
  expect(other).toMatchObject({ message: 'something else' })
  expect(workers.map(({ ended }) => ended)).toEqual([true, true, true, true])
})

test('a large set is made ready in a worker, a small one here, and both as prepareProblem does', async () => {
  const setOf = (count: number): SeriesSet => ({
    name: 'Made',
    channels: 2,
    channelNames: ['x', 'y'],
    classes: ['a', 'b'],
    length: 500,
    series: Array.from({ length: count }, (_, n) => ({
      length: 500,
      label: n % 2,
      data: Float32Array.from({ length: 1000 }, (_, i) => ((i * 7 + n * 13) % 101) / 8),
    })),
  })
  for (const [count, needed] of [
    [40, 0],
    [600, 1],
  ] as const) {
    workers = []
    const sets = { train: setOf(count), test: setOf(4) }
    const problem = await prepareSeries(sets, { normalise: 'perVariable' })
    expect(problem).toEqual(prepareProblem(sets, { normalise: 'perVariable' }))
    expect(workers.map(({ ended }) => ended)).toEqual(new Array(needed).fill(true))
    // The set itself stays: it is made ready anew when the reader chooses otherwise.
    expect(sets.train.series[0]?.data.length).toBe(1000)
  }
})

test('what cannot be made ready is said as prepareProblem says it', async () => {
  const series = Array.from({ length: 600 }, () => ({ length: 1000, label: 0, data: new Float32Array(1000) }))
  const train = { name: 'One', channels: 1, channelNames: ['x'], classes: ['a', 'b'], length: 1000, series }
  await expect(prepareSeries({ train, test: null }, {})).rejects.toThrow('all of one class')
  expect(workers).toHaveLength(1)
})
