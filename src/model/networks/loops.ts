/** The operations of the networks in plain loops: inference mode, one sample, no tfjs. */
import { lengthOf, type Nd, nd } from '../tensor.ts'

/** [height, width, channels] of a map (h, w, c); a series (t, c) is a map of one row. */
function mapShape(map: Nd): readonly [number, number, number] {
  return map.axes.includes('t')
    ? [1, lengthOf(map, 't'), lengthOf(map, 'c')]
    : [lengthOf(map, 'h'), lengthOf(map, 'w'), lengthOf(map, 'c')]
}

/** A map like `other`, of another size. */
function mapLike(other: Nd, h: number, w: number, c: number, data: Float32Array): Nd {
  return other.axes.includes('t') ? nd(['t', 'c'], [w, c], data) : nd(['h', 'w', 'c'], [h, w, c], data)
}

/** Zeros before the first pixel with 'same' padding and stride 1: the smaller half, as in TensorFlow. */
function padBefore(kernel: number): number {
  return Math.floor((kernel - 1) / 2)
}

/**
 * Cross-correlation, stride 1, zero padding 'same'; sums in float64.
 * Input (h, w, c), kernel (y, x, i, c) → (h, w, c); or (t, c), (x, i, c) → (t, c).
 */
export function convolution(input: Nd, kernel: Nd, bias?: Nd): Nd {
  const [height, width, ins] = mapShape(input)
  const [rows, cols, kernelIns, outs] = [
    kernel.axes.includes('y') ? lengthOf(kernel, 'y') : 1,
    lengthOf(kernel, 'x'),
    lengthOf(kernel, 'i'),
    lengthOf(kernel, 'c'),
  ]
  if (kernelIns !== ins) throw new RangeError(`kernel reads ${kernelIns} channels, the map has ${ins}`)
  const [top, left] = [padBefore(rows), padBefore(cols)]
  const x = input.data
  const result = new Float32Array(height * width * outs)
  // What one place reads: inputs, and where in the kernel the weights of each begin.
  const values = new Float64Array(rows * cols * ins)
  const starts = new Int32Array(rows * cols * ins)
  for (let h = 0; h < height; h++) {
    for (let w = 0; w < width; w++) {
      let count = 0
      const [firstRow, lastRow] = [Math.max(0, top - h), Math.min(rows, height + top - h)]
      const [firstCol, lastCol] = [Math.max(0, left - w), Math.min(cols, width + left - w)]
      for (let p = firstRow; p < lastRow; p++) {
        for (let q = firstCol; q < lastCol; q++) {
          let at = ((h + p - top) * width + (w + q - left)) * ins
          let start = (p * cols + q) * ins * outs
          for (let i = 0; i < ins; i++, at++, start += outs) {
            const value = x[at] ?? 0
            // After a ReLU or on an empty background most inputs are 0.
            if (value === 0) continue
            values[count] = value
            starts[count++] = start
          }
        }
      }
      weightedSums({ values, starts, count }, kernel.data, outs, result, (h * width + w) * outs)
    }
  }
  if (bias !== undefined)
    for (let i = 0; i < result.length; i++) result[i] = (result[i] ?? 0) + (bias.data[i % outs] ?? 0)
  return mapLike(input, height, width, outs, result)
}

interface Read {
  readonly values: Float64Array
  readonly starts: Int32Array
  readonly count: number
}

/** Σ values · v for each of the `outs` channels, from `at` on. Four sums at a time stay in registers: twice as fast. */
function weightedSums(
  { values, starts, count }: Read,
  v: Float32Array,
  outs: number,
  result: Float32Array,
  at: number,
): void {
  const blocks = outs - (outs % 4)
  for (let c = 0; c < blocks; c += 4) {
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0]
    for (let k = 0; k < count; k++) {
      const value = values[k] ?? 0
      const from = (starts[k] ?? 0) + c
      sum0 += value * (v[from] ?? 0)
      sum1 += value * (v[from + 1] ?? 0)
      sum2 += value * (v[from + 2] ?? 0)
      sum3 += value * (v[from + 3] ?? 0)
    }
    result[at + c] = sum0
    result[at + c + 1] = sum1
    result[at + c + 2] = sum2
    result[at + c + 3] = sum3
  }
  for (let c = blocks; c < outs; c++) {
    let sum = 0
    for (let k = 0; k < count; k++) sum += (values[k] ?? 0) * (v[(starts[k] ?? 0) + c] ?? 0)
    result[at + c] = sum
  }
}

export interface BatchNormWeights {
  readonly gamma: Nd
  readonly beta: Nd
  readonly mean: Nd
  readonly variance: Nd
}

/** γ (x − μ) / √(σ² + ε) + β with the running statistics. */
export function batchNorm(input: Nd, { gamma, beta, mean, variance }: BatchNormWeights, epsilon: number): Nd {
  const [height, width, channels] = mapShape(input)
  const result = new Float32Array(input.data.length)
  for (let c = 0; c < channels; c++) {
    const scale = (gamma.data[c] ?? 0) / Math.sqrt((variance.data[c] ?? 0) + epsilon)
    const [center, shift] = [mean.data[c] ?? 0, beta.data[c] ?? 0]
    for (let i = c; i < result.length; i += channels)
      result[i] = ((input.data[i] ?? 0) - center) * scale + shift
  }
  return mapLike(input, height, width, channels, result)
}

export function relu(input: Nd): Nd {
  return nd(
    input.axes,
    input.shape,
    input.data.map((value) => Math.max(0, value)),
  )
}

/** Windows of size × size that do not overlap; what is left over at the right and bottom edge is dropped. */
export function pool(input: Nd, op: 'mean' | 'max', size: number): Nd {
  const [height, width, channels] = mapShape(input)
  const [rows, cols] = [Math.floor(height / size), Math.floor(width / size)]
  const result = new Float32Array(rows * cols * channels)
  for (let h = 0; h < rows; h++) {
    for (let w = 0; w < cols; w++) {
      for (let c = 0; c < channels; c++) {
        let best = op === 'max' ? Number.NEGATIVE_INFINITY : 0
        for (let p = 0; p < size; p++) {
          for (let q = 0; q < size; q++) {
            const value = input.data[((h * size + p) * width + w * size + q) * channels + c] ?? 0
            best = op === 'max' ? Math.max(best, value) : best + value
          }
        }
        result[(h * cols + w) * channels + c] = op === 'max' ? best : best / (size * size)
      }
    }
  }
  return mapLike(input, rows, cols, channels, result)
}

/** Appends channels of zeros. */
export function padChannels(input: Nd, channels: number): Nd {
  const [height, width, own] = mapShape(input)
  const result = new Float32Array(height * width * channels)
  for (let cell = 0; cell < height * width; cell++) {
    result.set(input.data.subarray(cell * own, (cell + 1) * own), cell * channels)
  }
  return mapLike(input, height, width, channels, result)
}

/** @throws RangeError if the maps differ in shape */
export function add(a: Nd, b: Nd): Nd {
  if (a.shape.join() !== b.shape.join())
    throw new RangeError(`cannot add ${a.shape.join('×')} and ${b.shape.join('×')}`)
  const result = new Float32Array(a.data.length)
  for (let i = 0; i < result.length; i++) result[i] = (a.data[i] ?? 0) + (b.data[i] ?? 0)
  return nd(a.axes, a.shape, result)
}

/** Mean over the map: (h, w, c) → (c). */
export function globalMean(input: Nd): Nd {
  const [height, width, channels] = mapShape(input)
  const sums = new Float64Array(channels)
  for (let i = 0; i < input.data.length; i++) {
    const c = i % channels
    sums[c] = (sums[c] ?? 0) + (input.data[i] ?? 0)
  }
  return nd(
    ['c'],
    [channels],
    Float32Array.from(sums, (sum) => sum / (height * width)),
  )
}

/** (c) and (u) → (c): the values of the one, then of the other. */
export function concat(first: Nd, second: Nd): Nd {
  const data = new Float32Array(first.data.length + second.data.length)
  data.set(first.data)
  data.set(second.data, first.data.length)
  return nd(['c'], [data.length], data)
}

/** x·W + b: (c) → (o). */
export function dense(input: Nd, kernel: Nd, bias: Nd): Nd {
  const units = lengthOf(kernel, 'o')
  const sums = Float64Array.from(bias.data)
  for (let c = 0; c < input.data.length; c++) {
    for (let o = 0; o < units; o++)
      sums[o] = (sums[o] ?? 0) + (input.data[c] ?? 0) * (kernel.data[c * units + o] ?? 0)
  }
  return nd(['o'], [units], Float32Array.from(sums))
}

/** Class probabilities; the largest logit is taken off first so that exp cannot overflow. */
export function softmax(logits: Nd): Nd {
  const most = logits.data.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const powers = Float64Array.from(logits.data, (value) => Math.exp(value - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return nd(
    logits.axes,
    logits.shape,
    Float32Array.from(powers, (power) => power / sum),
  )
}
