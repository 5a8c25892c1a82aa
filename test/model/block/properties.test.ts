import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GateName, reducedChannels } from '../../../src/model/block/options.ts'
import { squeezeExcite, type Values } from '../../../src/model/block/squeezeExcite.ts'
import { integer, normal, permutation, seededState } from '../../../src/model/data/rng.ts'
import { misfit } from '../golden.ts'

interface Block {
  readonly u: Values
  readonly weights: { w1: Values; w2: Values; b1?: Values; b2?: Values }
  readonly channels: number
  readonly positions: number
}

/** A block of any size with random values, by seed; `scale` is that of U. */
const blocks = fc
  .record({
    seed: fc.nat(),
    n: fc.integer({ min: 1, max: 3 }),
    spatial: fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 6 })),
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    ),
    channels: fc.integer({ min: 1, max: 9 }),
    ratio: fc.integer({ min: 1, max: 20 }),
    bias: fc.boolean(),
    scale: fc.constantFrom(0.01, 1, 30),
  })
  .map(({ seed, n, spatial, channels, ratio, bias, scale }): Block => {
    const state = seededState(seed)
    const values = (shape: number[], by = 1): Values => ({
      shape,
      data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => by * normal(state)),
    })
    const width = reducedChannels(channels, ratio)
    return {
      u: values([n, ...spatial, channels], scale),
      weights: {
        w1: values([channels, width]),
        w2: values([width, channels]),
        ...(bias ? { b1: values([width]), b2: values([channels]) } : {}),
      },
      channels,
      positions: spatial.reduce((a, b) => a * b, 1),
    }
  })

/** Rows of a row-major matrix in another order. */
function reorderRows({ shape, data }: Values, order: ArrayLike<number>): Values {
  const width = data.length / order.length
  const moved = Float32Array.from(data, (_, i) => {
    const row = order[Math.floor(i / width)] ?? 0
    return data[row * width + (i % width)] ?? Number.NaN
  })
  return { shape, data: moved }
}

/** The last axis in another order. */
function reorderLast({ shape, data }: Values, order: ArrayLike<number>): Values {
  const length = order.length
  return {
    shape,
    data: Float32Array.from(data, (_, i) => data[i - (i % length) + (order[i % length] ?? 0)] ?? Number.NaN),
  }
}

test('moving pixels leaves z and the gates where they are', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.constantFrom('mean', 'max'), (block, seed, squeeze) => {
      const [n = 0] = block.u.shape
      const order = permutation(seededState(seed), block.positions)
      const all = Array.from({ length: n * block.positions }, (_, i) => {
        const sample = Math.floor(i / block.positions)
        return sample * block.positions + (order[i % block.positions] ?? 0)
      })
      const before = squeezeExcite(block.u, block.weights, { squeeze })
      const after = squeezeExcite(reorderRows(block.u, all), block.weights, { squeeze })
      expect(misfit(after.z.data, before.z.data, { absolute: 1e-6, relative: 1e-6 })).toBeLessThanOrEqual(1)
      expect(misfit(after.s.data, before.s.data)).toBeLessThanOrEqual(1)
      expect(misfit(after.out.data, reorderRows(before.out, all).data)).toBeLessThanOrEqual(1)
    }),
  )
})

test('renaming channels, in U and weights alike, renames the output', () => {
  fc.assert(
    fc.property(
      blocks,
      fc.nat(),
      fc.constantFrom<GateName>('sigmoid', 'softmax', 'relu'),
      (block, seed, gate) => {
        const order = permutation(seededState(seed), block.channels)
        const { w1, w2, b1, b2 } = block.weights
        const before = squeezeExcite(block.u, block.weights, { gate })
        const after = squeezeExcite(
          reorderLast(block.u, order),
          {
            w1: reorderRows(w1, order),
            w2: reorderLast(w2, order),
            ...(b1 !== undefined && b2 !== undefined ? { b1, b2: reorderLast(b2, order) } : {}),
          },
          { gate },
        )
        const tolerance = { absolute: 1e-4, relative: 1e-4 }
        expect(misfit(after.s.data, reorderLast(before.s, order).data, tolerance)).toBeLessThanOrEqual(1)
        expect(misfit(after.out.data, reorderLast(before.out, order).data, tolerance)).toBeLessThanOrEqual(1)
      },
    ),
  )
})

describe('gates stay in their range', () => {
  test.each([
    ['sigmoid', 0, 1],
    ['hardSigmoid', 0, 1],
    ['softmax', 0, 1],
    ['tanh', -1, 1],
    ['relu', 0, Number.POSITIVE_INFINITY],
  ] as const)('%s', (gate, low, high) => {
    fc.assert(
      fc.property(blocks, (block) => {
        const { s } = squeezeExcite(block.u, block.weights, { gate })
        for (const value of s.data) {
          expect(value).toBeGreaterThanOrEqual(low)
          expect(value).toBeLessThanOrEqual(high)
        }
        if (gate === 'softmax') {
          for (let i = 0; i < s.data.length; i += block.channels) {
            const sum = s.data.subarray(i, i + block.channels).reduce((total, value) => total + value, 0)
            expect(sum).toBeCloseTo(1, 5)
          }
        }
      }),
    )
  })
})

test('open gates change nothing: s ≡ 1 gives X̃ = U, bit for bit', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      const width = block.weights.w1.shape[1] ?? 0
      const { s, out } = squeezeExcite(
        block.u,
        {
          w1: block.weights.w1,
          b1: { shape: [width], data: new Float32Array(width) },
          w2: { shape: [width, block.channels], data: new Float32Array(width * block.channels) },
          b2: { shape: [block.channels], data: new Float32Array(block.channels).fill(3) },
        },
        { gate: 'hardSigmoid' },
      )
      expect(new Set(s.data)).toEqual(new Set([1]))
      expect(out.data).toEqual(block.u.data)
    }),
  )
})

test('a ratio above the channels leaves one hidden unit, not none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 200 }), (channels, ratio) => {
      const width = reducedChannels(channels, ratio)
      expect(width).toBeGreaterThanOrEqual(1)
      if (ratio > channels) expect(width).toBe(1)
      else expect(width).toBe(Math.floor(channels / ratio))
    }),
  )
})

test('a batch is its samples, one by one', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      const [n = 0, ...shape] = block.u.shape
      const i = integer(seededState(n), n)
      const size = block.u.data.length / n
      const alone = squeezeExcite(
        { shape: [1, ...shape], data: block.u.data.slice(i * size, (i + 1) * size) },
        block.weights,
      )
      const whole = squeezeExcite(block.u, block.weights)
      expect(alone.out.data).toEqual(whole.out.data.slice(i * size, (i + 1) * size))
    }),
  )
})

test('the mean of large values keeps its small part', () => {
  const data = Float32Array.from({ length: 100_000 }, (_, i) => 10_000 + (i % 2))
  const one = { shape: [1, 1], data: Float32Array.of(1) }
  const { z } = squeezeExcite({ shape: [1, 100_000, 1], data }, { w1: one, w2: one })
  expect(z.data[0]).toBe(10_000.5)
})

describe('what does not fit is refused', () => {
  const one = { shape: [1, 1], data: Float32Array.of(1) }
  const bias = { shape: [1], data: Float32Array.of(1) }
  test.each([
    [
      'no spatial axis',
      { shape: [1, 1], data: Float32Array.of(1) },
      { w1: one, w2: one },
      'expected [n, t, c]',
    ],
    ['one bias', { shape: [1, 1, 1], data: Float32Array.of(1) }, { w1: one, w2: one, b1: bias }, 'together'],
    [
      'too few values',
      { shape: [2, 1, 1], data: Float32Array.of(1) },
      { w1: one, w2: one },
      'needs 2 values',
    ],
    ['other channels', { shape: [1, 1, 2], data: Float32Array.of(1, 2) }, { w1: one, w2: one }, 'along c'],
  ])('%s', (_, u, weights, message) => {
    expect(() => squeezeExcite(u, weights)).toThrow(message)
  })

  test.each([
    ['a gate', { gate: 'silu' }, 'gate is silu; expected one of sigmoid, softmax, tanh, relu, hardSigmoid'],
    ['a squeeze', { squeeze: 'median' }, 'squeeze is median; expected one of mean, max'],
    ['an option', { ratio: 4 }, 'unknown option ratio; expected squeeze or gate'],
  ])('unknown: %s', (_, options, message) => {
    const u = { shape: [1, 1, 1], data: Float32Array.of(1) }
    expect(() => squeezeExcite(u, { w1: one, w2: one }, options as never)).toThrow(message)
  })
})
