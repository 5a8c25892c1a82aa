import { describe, expect, test } from 'vitest'
import { imageNetworkConfig, type Placement } from '../../../src/model/networks/config.ts'
import { forwardNetwork, type SiteOverride, siteOf } from '../../../src/model/networks/forward.ts'
import { convolution, pool } from '../../../src/model/networks/loops.ts'
import { imageNetworkPlan } from '../../../src/model/networks/plan.ts'
import type { NetworkPlan, Op } from '../../../src/model/networks/planTypes.ts'
import { weightSpec } from '../../../src/model/networks/weights.ts'
import { nd, valueAt } from '../../../src/model/tensor.ts'
import { type GoldenTensor, goldenTensor, misfit, readGolden } from '../golden.ts'
import { drawnPicture, drawnWeights, networkCases } from './networkCases.ts'

interface Integration {
  readonly tensors: Readonly<Record<string, GoldenTensor>>
  readonly strategies: Readonly<Record<string, Readonly<Record<'out_nhwc', GoldenTensor>>>>
}

/** The second residual unit of a plan alone: what stood before it becomes the input. */
function unitOnly(plan: NetworkPlan): NetworkPlan {
  const rename = (id: string) => (id === 'stage2/pool' ? 'input' : id)
  const unit = plan.ops.filter(
    ({ id, kind }) => (id.startsWith('stage2/') && kind !== 'pool') || id === 'site2',
  )
  const ops = unit.map((op) => {
    const from = 'from' in op ? { from: rename(op.from) } : {}
    return { ...op, ...from, ...(op.kind === 'add' ? { other: rename(op.other) } : {}) } as Op
  })
  const sites = plan.sites.slice(1).map((site) => ({ ...site, u: rename(site.u) }))
  return { ...plan, ops: [{ id: 'input', kind: 'input' }, ...ops], sites }
}

describe('a residual unit is what PyTorch computes', () => {
  const golden = readGolden<Integration>('integration')
  const strategies: readonly (readonly [string, Placement, boolean])[] = [
    ['residual_no_SE', 'standard', false],
    ['SE_standard', 'standard', true],
    ['SE_PRE', 'pre', true],
    ['SE_POST', 'post', true],
    ['SE_Identity', 'identity', true],
  ]

  test.each(strategies)('%s', (strategy, place, squeezeExcite) => {
    const changes = { filters: [6, 6], ratio: 3, useBias: false, place, squeezeExcite } as const
    const plan = unitOnly(imageNetworkPlan(imageNetworkConfig('digits', changes)))
    const packed = new Float32Array(plan.size)
    const put = (name: string, values: ArrayLike<number>) => packed.set(values, weightSpec(plan, name).offset)
    put('stage2/conv1/kernel', goldenTensor(golden.tensors, 'conv1_hwio').data)
    put('stage2/conv2/kernel', goldenTensor(golden.tensors, 'conv2_hwio').data)
    // The golden unit has no normalisation: these statistics and γ make it the identity.
    for (const bn of ['stage2/bn1', 'stage2/bn2']) {
      put(`${bn}/gamma`, new Array<number>(6).fill(Math.sqrt(1 + 1e-3)))
      put(`${bn}/variance`, new Array<number>(6).fill(1))
    }
    if (squeezeExcite) {
      put('site2/w1', goldenTensor(golden.tensors, 'W1_io').data)
      put('site2/w2', goldenTensor(golden.tensors, 'W2_io').data)
    }
    const x = goldenTensor(golden.tensors, 'x_nhwc').data
    const size = 5 * 4 * 6
    const out = [0, 1].flatMap((n) => [
      ...forwardNetwork(plan, packed, nd(['h', 'w', 'c'], [5, 4, 6], x.slice(n * size, (n + 1) * size)))
        .logits.data,
    ])
    const expected = goldenTensor(golden.strategies[strategy] ?? {}, 'out_nhwc').data
    expect(misfit(out, expected)).toBeLessThanOrEqual(1)
  })
})

describe('loops', () => {
  test.each([1, 2, 3, 4, 5])('a convolution with a kernel of %i by definition, zeros outside', (size) => {
    const input = drawnPicture([5, 6, 3], 1)
    const values = drawnPicture([size, size * 3, 2], 2).data.map((v) => v - 0.1)
    const kernel = nd(['y', 'x', 'i', 'c'], [size, size, 3, 2], values)
    const output = convolution(input, kernel)
    const before = Math.floor((size - 1) / 2)
    for (let h = 0; h < 5; h++)
      for (let w = 0; w < 6; w++)
        for (let c = 0; c < 2; c++) {
          let sum = 0
          for (let y = 0; y < size; y++)
            for (let x = 0; x < size; x++)
              for (let i = 0; i < 3; i++) {
                const [row, column] = [h + y - before, w + x - before]
                if (row < 0 || row >= 5 || column < 0 || column >= 6) continue
                sum += valueAt(input, { h: row, w: column, c: i }) * valueAt(kernel, { y, x, i, c })
              }
          expect(valueAt(output, { h, w, c })).toBeCloseTo(sum, 5)
        }
  })

  test('a kernel for other channels is refused', () => {
    const kernel = nd(['y', 'x', 'i', 'c'], [1, 1, 2, 1])
    expect(() => convolution(drawnPicture([2, 2, 3], 1), kernel)).toThrow(RangeError)
  })

  test('pooling keeps the largest or the mean, and drops what is left over', () => {
    const map = nd(['h', 'w', 'c'], [2, 3, 1], Float32Array.of(1, -2, 9, 4, 5, 9))
    expect([...pool(map, 'max', 2).data]).toEqual([5])
    expect([...pool(map, 'mean', 2).data]).toEqual([2])
  })
})

describe.each(networkCases)('%s', (_, config) => {
  const plan = imageNetworkPlan(config)
  const packed = drawnWeights(plan, 1)
  const picture = drawnPicture(config.inputShape, 5)
  const trace = forwardNetwork(plan, packed, picture)

  test('probabilities sum to 1 and follow the logits', () => {
    expect(trace.probabilities.data.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
    const order = (values: Float32Array) =>
      [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
    expect(order(trace.probabilities.data)).toEqual(order(trace.logits.data))
  })

  test('U of each site has the shape that the plan says', () => {
    for (const { id, spatial, channels } of plan.sites) {
      expect(trace.sites[id]?.U.shape).toEqual([...spatial, channels])
    }
  })

  test('going on from a trace gives what a whole walk gives', () => {
    for (const { id, channels } of plan.sites) {
      const overrides = { [id]: { gates: new Float32Array(channels).fill(0.25) } }
      const resumed = forwardNetwork(plan, packed, picture, { overrides, from: { trace, site: id } })
      expect(resumed).toEqual(forwardNetwork(plan, packed, picture, { overrides }))
      expect(resumed.logits.data).not.toEqual(config.squeezeExcite ? trace.logits.data : new Float32Array(0))
    }
  })
})

describe('interventions on a site', () => {
  const config = imageNetworkConfig('inks')
  const plan = imageNetworkPlan(config)
  const packed = drawnWeights(plan, 3)
  const picture = drawnPicture(config.inputShape, 6)
  const own = forwardNetwork(plan, packed, picture)
  const blockWith = (override: SiteOverride) => {
    const trace = forwardNetwork(plan, packed, picture, { overrides: { site1: override } })
    const block = trace.sites.site1?.block
    if (!block) throw new Error('no block')
    return { trace, block }
  }

  test('given gates replace s and reach the prediction; the stages above stay', () => {
    const gates = Float32Array.from({ length: 16 }, (_, c) => c / 16)
    const { trace, block } = blockWith({ gates })
    expect(block.s.data).toEqual(gates)
    expect(block.logits).toEqual(own.sites.site1?.block?.logits)
    expect(valueAt(block.out, { h: 3, w: 4, c: 8 })).toBeCloseTo(
      valueAt(block.U, { h: 3, w: 4, c: 8 }) / 2,
      6,
    )
    expect(trace.logits.data).not.toEqual(own.logits.data)
  })

  test('gates of the wrong number are refused', () => {
    expect(() => blockWith({ gates: new Float32Array(3) })).toThrow(RangeError)
  })

  test('gates at 1 make the block the identity', () => {
    const { block } = blockWith({ gates: new Float32Array(16).fill(1) })
    expect(block.out).toEqual(block.U)
  })

  test('softmax gates sum to 1', () => {
    expect(blockWith({ gate: 'softmax' }).block.s.data.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
  })

  test('the squeeze can be the maximum', () => {
    const { block } = blockWith({ squeeze: 'max' })
    const channel = block.U.data.filter((_, i) => i % 16 === 5)
    expect(block.z.data[5]).toBe(Math.max(...channel))
  })

  test('without the ReLU hidden equals hiddenPre', () => {
    const { block } = blockWith({ dropRelu: true })
    expect(block.hidden.data).toEqual(block.hiddenPre.data)
    expect(block.hiddenPre.data.some((v) => v < 0)).toBe(true)
  })

  test('without biases logits are the product alone', () => {
    const { block } = blockWith({ dropBias: true })
    const sum = [0, 1, 2, 3].reduce(
      (total, k) => total + valueAt(block.hidden, { k }) * valueAt(block.w2, { k, c: 7 }),
      0,
    )
    expect(valueAt(block.logits, { c: 7 })).toBeCloseTo(sum, 5)
    expect(block.b1).toBeUndefined()
  })

  test('rearranged places change U and the prediction, not z', () => {
    const permutation = Uint32Array.from({ length: 196 }, (_, i) => 195 - i)
    const { trace, block } = blockWith({ permutation })
    expect(misfit(block.z.data, own.sites.site1?.block?.z.data ?? [])).toBeLessThanOrEqual(1)
    expect(block.U.data).not.toEqual(own.sites.site1?.U.data)
    expect(trace.logits.data).not.toEqual(own.logits.data)
    expect(() => blockWith({ permutation: new Uint32Array(5) })).toThrow(RangeError)
  })

  test('an unknown site is refused', () => {
    expect(() => siteOf(plan, 'site9')).toThrow(/no site site9 among site1, site2/)
  })
})
