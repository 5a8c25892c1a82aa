/**
 * MNIST as this project stores it: a short header, the labels, and the pixels
 * with runs of zeros shortened (four pixels of five are 0), so that the files
 * are small on a server that does not compress.
 *
 *     bytes 0–3    `SEMN`
 *           4–7    version, 1         \
 *           8–11   number of images    | unsigned 32 bit,
 *          12–15   rows                | little-endian
 *          16–19   columns            /
 *          20 …    one label a byte
 *          then    pixels, row-major, image after image: a value 1–255 stands
 *                  for itself, a 0 is followed by how many zeros there are (1–255)
 */
import { DataFormatError } from './errors.ts'

/** Grey images, 0 paper … 255 ink, one after the other. */
export interface DigitSet {
  readonly count: number
  readonly rows: number
  readonly columns: number
  /** [count · rows · columns] */
  readonly images: Uint8Array
  /** [count], 0–9 */
  readonly labels: Uint8Array
}

/** What a network learns from, and what it is judged by. */
export interface DataSource {
  readonly train: DigitSet
  readonly heldOut: DigitSet
}

const magic = [0x53, 0x45, 0x4d, 0x4e]
const version = 1
const headerBytes = 20
/** A header that claims more than this is damaged; MNIST has 70,000 images. */
const mostImages = 100_000

/** The pixels of one image, a view. @throws RangeError if there is no such image */
export function digitImage(digits: DigitSet, index: number): Uint8Array {
  if (!Number.isInteger(index) || index < 0 || index >= digits.count) {
    throw new RangeError(`image ${index} outside 0…${digits.count - 1}`)
  }
  const size = digits.rows * digits.columns
  return digits.images.subarray(index * size, (index + 1) * size)
}

export function digitLabel(digits: DigitSet, index: number): number {
  const label = digits.labels[index]
  if (label === undefined) throw new RangeError(`image ${index} outside 0…${digits.count - 1}`)
  return label
}

/** @throws DataFormatError if it is not a file of `encodeDigits`, or damaged */
export function decodeDigits(file: ArrayBuffer | Uint8Array): DigitSet {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file)
  if (bytes.length < headerBytes || magic.some((byte, i) => bytes[i] !== byte)) {
    throw new DataFormatError('not a file of digits', 'the bytes SEMN and a header of 20 bytes')
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes)
  const [found, count, rows, columns] = [4, 8, 12, 16].map((at) => header.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ]
  if (found !== version) throw new DataFormatError(`version ${found}`, `version ${version}`)
  if (count > mostImages || rows < 1 || rows > 256 || columns < 1 || columns > 256) {
    throw new DataFormatError(`${count} images of ${rows} × ${columns}`, `at most ${mostImages} of 256 × 256`)
  }
  if (bytes.length < headerBytes + count) {
    throw new DataFormatError(`the file ends after ${bytes.length} bytes`, `${count} labels`)
  }
  const labels = bytes.slice(headerBytes, headerBytes + count)
  const wrong = labels.findIndex((label) => label > 9)
  if (wrong >= 0) throw new DataFormatError(`label ${labels[wrong]} at image ${wrong}`, 'a digit from 0 to 9')
  const images = expandZeros(bytes.subarray(headerBytes + count), count * rows * columns)
  return { count, rows, columns, images, labels }
}

export function encodeDigits(digits: DigitSet): Uint8Array {
  const pixels = shortenZeros(digits.images)
  const bytes = new Uint8Array(headerBytes + digits.count + pixels.length)
  bytes.set(magic)
  const header = new DataView(bytes.buffer)
  for (const [i, value] of [version, digits.count, digits.rows, digits.columns].entries()) {
    header.setUint32(4 + 4 * i, value, true)
  }
  bytes.set(digits.labels, headerBytes)
  bytes.set(pixels, headerBytes + digits.count)
  return bytes
}

function expandZeros(packed: Uint8Array, size: number): Uint8Array {
  const pixels = new Uint8Array(size)
  let at = 0
  for (let i = 0; i < packed.length; i++) {
    const value = packed[i] ?? 0
    if (value !== 0) {
      if (at < size) pixels[at] = value
      at++
      continue
    }
    i++
    const run = packed[i] ?? 0
    if (run === 0) throw new DataFormatError('a run of no zeros', 'the length of a run, 1 to 255')
    at += run
  }
  if (at !== size) throw new DataFormatError(`${at} pixels`, `${size}`)
  return pixels
}

function shortenZeros(pixels: Uint8Array): Uint8Array {
  // Alternating 0 and ink is the worst case: three bytes for two pixels.
  const packed = new Uint8Array(Math.ceil(pixels.length * 1.5) + 2)
  let size = 0
  for (let i = 0; i < pixels.length; ) {
    const value = pixels[i] ?? 0
    packed[size++] = value
    if (value !== 0) {
      i++
      continue
    }
    let run = 1
    while (run < 255 && i + run < pixels.length && pixels[i + run] === 0) run++
    packed[size++] = run
    i += run
  }
  return packed.slice(0, size)
}
