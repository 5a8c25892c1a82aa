import { describe, expect, test } from 'vitest'
import {
  type ImageNetworkConfig,
  imageNetworkConfig,
  type Placement,
} from '../../../src/model/networks/config.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import { initialWeights, weight } from '../../../src/model/networks/weights.ts'
import { sizeOf } from '../../../src/model/tensor.ts'
import { networkCases } from './networkCases.ts'

describe.each(networkCases)('%s', (_, config) => {
  const plan = imageNetworkPlan(config)

  test('every operation reads what stands before it', () => {
    const known = new Set<string>()
    for (const op of plan.ops) {
      if ('from' in op) expect(known).toContain(op.from)
      if (op.kind === 'add') expect(known).toContain(op.other)
      expect(known).not.toContain(op.id)
      known.add(op.id)
    }
  })

  test('the weights fill the packed array without gap or overlap', () => {
    let end = 0
    for (const { offset, shape } of plan.weights) {
      expect(offset).toBe(end)
      end += sizeOf(shape)
    }
    expect(plan.size).toBe(end)
    expect(new Set(plan.weights.map(({ name }) => name)).size).toBe(plan.weights.length)
  })

  test('every stage has a site, whose U exists', () => {
    expect(plan.sites.map(({ id }) => id)).toEqual(config.filters.map((_, i) => `site${i + 1}`))
    const ids = plan.ops.map(({ id }) => id)
    for (const { u, transform } of plan.sites) {
      for (const id of [u, ...(transform ? [transform.x, transform.conv, ...transform.then] : [])]) {
        expect(ids).toContain(id)
      }
    }
  })

  test('without SE the sites stay, the blocks and their weights go', () => {
    const plain = imageNetworkPlan({ ...config, squeezeExcite: false })
    expect(plain.sites.length).toBe(plan.sites.length)
    expect(plain.ops.some(({ kind }) => kind === 'squeezeExcite')).toBe(false)
    expect(plain.weights.some(({ name }) => name.startsWith('site'))).toBe(false)
  })
})

test('the shown sites are 14×14 with 16 channels and 7×7 with 32', () => {
  const { sites } = imageNetworkPlan(imageNetworkConfig('inks'))
  expect(sites.map(({ spatial, channels, reduced }) => [...spatial, channels, reduced])).toEqual([
    [14, 14, 16, 4],
    [7, 7, 32, 8],
  ])
})

/** What made U of each site: the convolution, and what follows up to U. */
const transforms: Readonly<Record<Placement, readonly (readonly string[] | null)[]>> = {
  standard: [
    ['stage1/relu1', 'stage1/conv2', 'stage1/bn2'],
    ['stage2/relu1', 'stage2/conv2', 'stage2/bn2'],
  ],
  // U is the unit's input: the stem made the first; a sum, not one convolution, made the second.
  pre: [['input', 'stem/conv', 'stem/pool', 'stem/bn', 'stem/relu'], null],
  identity: [['input', 'stem/conv', 'stem/pool', 'stem/bn', 'stem/relu'], null],
  post: [
    ['stage1/relu1', 'stage1/conv2', 'stage1/bn2', 'stage1/add', 'stage1/relu2'],
    ['stage2/relu1', 'stage2/conv2', 'stage2/bn2', 'stage2/add', 'stage2/relu2'],
  ],
}

test.each(Object.keys(transforms) as Placement[])('%s: the chain from X to U', (place) => {
  const { sites } = imageNetworkPlan(imageNetworkConfig('inks', { place }))
  const chains = sites.map(({ transform: t }) => (t === null ? null : [t.x, t.conv, ...t.then]))
  expect(chains).toEqual(transforms[place])
  for (const { u, transform } of sites) if (transform) expect(transform.then.at(-1)).toBe(u)
})

test.each([
  ['no stages', { filters: [] }],
  ['fewer channels in a later stage', { filters: [16, 8] }],
  ['half a channel', { filters: [2.5] }],
  ['a ratio of 0', { ratio: 0 }],
  ['no classes', { classes: 0 }],
  ['a picture too small for its stages', { inputShape: [28, 3, 1] }],
] as const satisfies readonly (readonly [string, Partial<ImageNetworkConfig>])[])(
  '%s is refused',
  (_, change) => {
    expect(() => imageNetworkPlan(imageNetworkConfig('digits', change))).toThrow(RangeError)
  },
)

describe('initial weights', () => {
  const plan = imageNetworkPlan(imageNetworkConfig('inks'))

  test('follow the seed', () => {
    expect(initialWeights(plan, 5)).toEqual(initialWeights(plan, 5))
    expect(initialWeights(plan, 5)).not.toEqual(initialWeights(plan, 6))
  })

  test('are He normal: variance 2 / fan-in', () => {
    const { data, shape } = weight(plan, initialWeights(plan, 1), 'stage2/conv2/kernel')
    const variance = data.reduce((sum, v) => sum + v * v, 0) / data.length
    expect((variance * sizeOf(shape.slice(0, -1))) / 2).toBeCloseTo(1, 1)
  })

  test('start normalisation at γ = σ² = 1, everything else of one axis at 0', () => {
    const packed = initialWeights(plan, 1)
    for (const { name, shape } of plan.weights.filter((w) => w.shape.length === 1)) {
      const one = name.endsWith('gamma') || name.endsWith('variance') ? 1 : 0
      expect(weight(plan, packed, name).data).toEqual(new Float32Array(sizeOf(shape)).fill(one))
    }
  })

  test('are looked up by name and size', () => {
    expect(() => weight(plan, initialWeights(plan, 1), 'site1/w9')).toThrow(/no weight site1\/w9/)
    expect(() => weight(plan, new Float32Array(7), 'site1/w1')).toThrow(/these weights 7/)
  })
})
