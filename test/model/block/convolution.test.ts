import { describe, expect, test } from 'vitest'
import {
  clippedSpan,
  convArithmetic,
  pictureSpan,
  receptiveField,
} from '../../../src/model/block/convolution.ts'
import { normal, seededState } from '../../../src/model/data/rng.ts'
import { type Nd, nd, sizeOf, slice } from '../../../src/model/tensor.ts'
import { goldenTensor, misfit, readGolden, type SeGolden } from '../golden.ts'

function random(axes: Nd['axes'], shape: readonly number[], seed: number): Nd {
  const state = seededState(seed)
  return nd(
    axes,
    shape,
    Float32Array.from({ length: sizeOf(shape) }, () => normal(state)),
  )
}

test('a window in the middle is the nine cells around its own', () => {
  const window = receptiveField([2, 3], [3, 3], [5, 7])
  expect(window.map((one) => one.at)).toEqual([1, 2, 3].flatMap((h) => [2, 3, 4].map((w) => [h, w])))
  expect(window.every((one) => one.inside)).toBe(true)
})

test('in a corner five of nine cells are padding', () => {
  const window = receptiveField([0, 0], [3, 3], [5, 7])
  expect(window.filter((one) => one.inside).map((one) => one.at)).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])
})

test('an even kernel reaches one cell further ahead than back', () => {
  expect(receptiveField([10], [8], [64]).map((one) => one.at[0])).toEqual([7, 8, 9, 10, 11, 12, 13, 14])
})

test('cells and kernels that do not fit are refused', () => {
  expect(() => receptiveField([5, 0], [3, 3], [5, 7])).toThrow('cell (5, 0) outside 5×7')
  expect(() => receptiveField([1], [3, 3], [5, 7])).toThrow('have 1, 2 and 2 axes')
  const x = random(['h', 'w', 'c'], [3, 3, 2], 1)
  expect(() =>
    convArithmetic(x, random(['y', 'x', 'i', 'c'], [3, 3, 4, 2], 1), { h: 0, w: 0, c: 0 }),
  ).toThrow('fit')
  expect(() =>
    convArithmetic(x, random(['y', 'x', 'i', 'c'], [3, 3, 2, 2], 1), { h: 0, w: 0, c: 2 }),
  ).toThrow('0…1')
})

test('two convolutions with a ReLU between, every cell, give what PyTorch gives (residual unit without SE)', () => {
  const golden = readGolden<{
    readonly tensors: SeGolden['tensors']
    readonly strategies: Readonly<Record<string, Readonly<Record<string, SeGolden['tensors'][string]>>>>
  }>('integration')
  const x = goldenTensor(golden.tensors, 'x_nhwc')
  const kernels = ['conv1_hwio', 'conv2_hwio'].map((name) => goldenTensor(golden.tensors, name))
  const [conv1, conv2] = kernels.map(({ shape, data }) => nd(['y', 'x', 'i', 'c'], shape, data)) as [Nd, Nd]
  const expected = goldenTensor(golden.strategies.residual_no_SE ?? {}, 'out_nhwc')
  const batch = nd(['n', 'h', 'w', 'c'], x.shape, x.data)
  const out: number[] = []
  for (let n = 0; n < (x.shape[0] ?? 0); n++) {
    const sample = slice(batch, 'n', n)
    const hidden = everyCell(sample, conv1, true)
    const branch = everyCell(hidden, conv2, false)
    for (const [i, value] of branch.data.entries())
      out.push(Math.max(0, value + (sample.data[i] ?? Number.NaN)))
  }
  expect(misfit(out, expected.data)).toBeLessThanOrEqual(1)
})

function everyCell(x: Nd, kernel: Nd, relu: boolean): Nd {
  const [rows = 0, columns = 0] = x.shape
  const channels = kernel.shape.at(-1) ?? 0
  const data = new Float32Array(rows * columns * channels)
  for (let i = 0; i < data.length; i++) {
    const index = {
      h: Math.floor(i / (columns * channels)),
      w: Math.floor(i / channels) % columns,
      c: i % channels,
    }
    data[i] = convArithmetic(x, kernel, index, { relu }).result
  }
  return nd(['h', 'w', 'c'], [rows, columns, channels], data)
}

describe('one cell written out', () => {
  const x = random(['t', 'c'], [6, 3], 2)
  const kernel = random(['x', 'i', 'c'], [3, 3, 2], 3)
  const norm = {
    gamma: Float32Array.of(1, 2),
    beta: Float32Array.of(0, -0.5),
    mean: Float32Array.of(0, 0.25),
    variance: Float32Array.of(1, 4),
    epsilon: 1e-3,
  }
  const written = convArithmetic(
    x,
    kernel,
    { t: 0, c: 1 },
    { bias: Float32Array.of(0, 0.125), batchNorm: norm },
  )

  test('products and sums close', () => {
    for (const { taps, sum } of written.perChannel) {
      for (const tap of taps) expect(tap.product).toBe(tap.weight * tap.value)
      expect(sum).toBeCloseTo(
        taps.reduce((total, tap) => total + tap.product, 0),
        12,
      )
    }
    expect(written.convolved).toBeCloseTo(
      written.perChannel.reduce((total, one) => total + one.sum, 0.125),
      12,
    )
  })

  test('padding counts as 0, the rest is read from input and kernel', () => {
    const taps = written.perChannel[2]?.taps ?? []
    expect(taps.map((tap) => [tap.inside, tap.value])).toEqual([
      [false, 0],
      [true, x.data[2]],
      [true, x.data[5]],
    ])
    expect(taps.map((tap) => tap.weight)).toEqual([kernel.data[5], kernel.data[11], kernel.data[17]])
  })

  test('batch normalisation with the running statistics', () => {
    const expected = (2 * (written.convolved - 0.25)) / Math.sqrt(4.001) - 0.5
    expect(written.batchNorm?.result).toBeCloseTo(expected, 12)
    expect(written.result).toBe(written.batchNorm?.result)
  })

  test('a ReLU clips what is below 0', () => {
    const low = { ...norm, beta: Float32Array.of(0, -100) }
    const clipped = convArithmetic(x, kernel, { t: 0, c: 1 }, { batchNorm: low, relu: true })
    expect(clipped.batchNorm?.result).toBeLessThan(0)
    expect(clipped.result).toBe(0)
  })
})

describe('window in the picture', () => {
  test('conv 3, pool 2, conv 3, conv 3: the first map that has 14 cells', () => {
    const ops = [
      { kind: 'conv', kernel: 3 },
      { kind: 'pool', size: 2 },
      { kind: 'conv', kernel: 3 },
      { kind: 'conv', kernel: 3 },
    ] as const
    expect(pictureSpan(7, ops)).toEqual({ from: 9, to: 20 })
    expect(clippedSpan(pictureSpan(0, ops), 28)).toEqual({ from: 0, to: 6 })
    expect(clippedSpan(pictureSpan(13, ops), 28)).toEqual({ from: 21, to: 27 })
  })

  test('nothing between: the cell itself', () => {
    expect(pictureSpan(3, [])).toEqual({ from: 3, to: 3 })
  })

  test('by brute force: which pixels move the cell', () => {
    // conv 3 → pool 2 → conv 2, along one axis of 12 pixels, one channel, all weights 1.
    const ones = (length: number) => nd(['x', 'i', 'c'], [length, 1, 1], new Float32Array(length).fill(1))
    const conv = (x: readonly number[], kernel: Nd) =>
      x.map(
        (_, t) =>
          convArithmetic(nd(['t', 'c'], [x.length, 1], Float32Array.from(x)), kernel, { t, c: 0 }).result,
      )
    const through = (x: readonly number[]) => {
      const first = conv(x, ones(3))
      const pooled = first.filter((_, i) => i % 2 === 0).map((value, i) => value + (first[2 * i + 1] ?? 0))
      return conv(pooled, ones(2))
    }
    for (let cell = 0; cell < 6; cell++) {
      const moved = Array.from({ length: 12 }, (_, pixel) => pixel).filter((pixel) => {
        const picture = Array.from({ length: 12 }, (_, i) => (i === pixel ? 1 : 0))
        return through(picture)[cell] !== 0
      })
      const { from, to } = clippedSpan(
        pictureSpan(cell, [
          { kind: 'conv', kernel: 3 },
          { kind: 'pool', size: 2 },
          { kind: 'conv', kernel: 2 },
        ]),
        12,
      )
      expect([moved[0], moved.at(-1), moved.length]).toEqual([from, to, to - from + 1])
    }
  })
})
