/**
 * A stored run as a file.
 *
 *     bytes 0–3    `SESN`
 *           4–7    version, 1                 \ unsigned 32 bit,
 *           8–11   length of the description  / little-endian
 *          12 …    description, JSON, padded with spaces to a multiple of 4
 *          then    the weights in the order of the plan
 *          then    the samples' digits in the format of data/mnist.ts
 *
 * Kernels of convolutions take one byte a value: −127 … 127 times a float32 scale per output
 * channel, which stands before them. All other weights are float32. The accuracy in the
 * description is that of the weights as they come out of the file.
 */
import { DataFormatError } from '../data/errors.ts'
import { decodeDigits, digitImage, encodeDigits } from '../data/mnist.ts'
import { sizeOf } from '../tensor.ts'
import { networkPlan } from './networkPlan.ts'
import type { NetworkPlan, PackedWeights, WeightSpec } from './planTypes.ts'
import type { Snapshot, StoredSample } from './snapshotTypes.ts'

const magic = [0x53, 0x45, 0x53, 0x4e]
const version = 1
const headerBytes = 12
const digitSide = 28

/** What the JSON part holds: a snapshot whose numbers are not stored elsewhere in the file. */
type Description = Omit<Snapshot, 'weights' | 'samples'> & {
  readonly samples: readonly Omit<StoredSample, 'digits'>[]
}

export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const { weights, samples, ...rest } = snapshot
  const description: Description = { ...rest, samples: samples.map(({ digits: _, ...sample }) => sample) }
  const json = padded(new TextEncoder().encode(JSON.stringify(description)), 0x20)
  const header = new Uint8Array(headerBytes)
  header.set(magic)
  const view = new DataView(header.buffer)
  view.setUint32(4, version, true)
  view.setUint32(8, json.length, true)
  return joined([header, json, encodeWeights(networkPlan(snapshot.config), weights), encodeSamples(samples)])
}

/** @throws DataFormatError if it is not a file of `encodeSnapshot`, or damaged */
export function decodeSnapshot(file: ArrayBuffer | Uint8Array): Snapshot {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file)
  if (bytes.length < headerBytes || magic.some((byte, i) => bytes[i] !== byte)) {
    throw new DataFormatError('not a stored run', 'the bytes SESN and a header of 12 bytes')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes)
  const found = view.getUint32(4, true)
  if (found !== version) throw new DataFormatError(`version ${found}`, `version ${version}`)
  const start = headerBytes + view.getUint32(8, true)
  const { samples, ...rest } = parseDescription(bytes.subarray(headerBytes, start))
  const plan = networkPlan(rest.config)
  const size = plan.weights.reduce((total, spec) => total + encodedSize(spec), 0)
  if (bytes.length < start + size) {
    throw new DataFormatError(`the file ends after ${bytes.length} bytes`, `${size} bytes of weights`)
  }
  const weights = decodeWeights(plan, new Uint8Array(bytes.subarray(start, start + size)))
  const digits = decodeDigits(bytes.subarray(start + size))
  const perSample = rest.net === 'inks' ? 2 : 1
  if (digits.count !== perSample * samples.length) {
    throw new DataFormatError(`${digits.count} digits`, `${perSample * samples.length}`)
  }
  const stored = samples.map((sample, i) => ({
    ...sample,
    digits: Array.from({ length: perSample }, (_, d) => digitImage(digits, i * perSample + d)),
  }))
  return { ...rest, weights, samples: stored }
}

function parseDescription(bytes: Uint8Array): Description {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Description
  } catch {
    throw new DataFormatError('the description of the run cannot be read', 'JSON')
  }
}

const isKernel = (spec: WeightSpec): boolean => spec.shape.length > 2

/** Bytes of one weight in the file, a multiple of 4. */
function encodedSize(spec: WeightSpec): number {
  const size = sizeOf(spec.shape)
  return isKernel(spec) ? 4 * (spec.shape.at(-1) ?? 0) + 4 * Math.ceil(size / 4) : 4 * size
}

function encodeWeights(plan: NetworkPlan, packed: PackedWeights): Uint8Array {
  return joined(
    plan.weights.flatMap((spec) => {
      const values = packed.slice(spec.offset, spec.offset + sizeOf(spec.shape))
      return isKernel(spec) ? encodeKernel(values, spec.shape.at(-1) ?? 0) : [bytesOf(values)]
    }),
  )
}

/** Scales, then whole numbers. */
function encodeKernel(values: Float32Array, channels: number): Uint8Array[] {
  const scales = new Float32Array(channels)
  for (const [i, value] of values.entries()) {
    const c = i % channels
    scales[c] = Math.max(scales[c] ?? 0, Math.abs(value) / 127)
  }
  // A channel of zeros has scale 0: its quotients would be NaN.
  const whole = Int8Array.from(values, (value, i) => Math.round(value / (scales[i % channels] || 1)))
  return [bytesOf(scales), padded(bytesOf(whole), 0)]
}

/** @param bytes a copy of its own, since the views need its buffer to start with it (Node's Buffer shares one) */
function decodeWeights(plan: NetworkPlan, bytes: Uint8Array<ArrayBuffer>): PackedWeights {
  const packed = new Float32Array(plan.size)
  let at = 0
  for (const spec of plan.weights) {
    const size = sizeOf(spec.shape)
    if (isKernel(spec)) {
      const channels = spec.shape.at(-1) ?? 0
      const scales = new Float32Array(bytes.buffer, at, channels)
      const whole = new Int8Array(bytes.buffer, at + 4 * channels, size)
      for (let i = 0; i < size; i++) packed[spec.offset + i] = (whole[i] ?? 0) * (scales[i % channels] ?? 0)
    } else packed.set(new Float32Array(bytes.buffer, at, size), spec.offset)
    at += encodedSize(spec)
  }
  return packed
}

function encodeSamples(samples: readonly StoredSample[]): Uint8Array {
  const images = samples.flatMap(({ digits }) => digits)
  const labels = samples.flatMap(({ labels: own }) => own)
  return encodeDigits({
    count: images.length,
    rows: digitSide,
    columns: digitSide,
    images: joined(images),
    labels: Uint8Array.from(labels),
  })
}

function bytesOf(values: Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

function padded(bytes: Uint8Array, filler: number): Uint8Array {
  const result = new Uint8Array(4 * Math.ceil(bytes.length / 4)).fill(filler)
  result.set(bytes)
  return result
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    result.set(part, at)
    at += part.length
  }
  return result
}
