import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { seededState } from '../../../src/model/data/rng.ts'
import { inference, runGraph } from '../../../src/model/engine/run/graph.ts'
import { type SeriesNetworkConfig, seriesNetworkConfig } from '../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import { initialise } from '../../../src/model/networks/initializers.ts'
import { lstmSteps } from '../../../src/model/networks/lstm.ts'
import type { NetworkPlan, PackedWeights } from '../../../src/model/networks/planTypes.ts'
import { seriesNetworkPlan } from '../../../src/model/networks/seriesPlan.ts'
import { initialWeights, weight } from '../../../src/model/networks/weights.ts'
import { nd, sizeOf } from '../../../src/model/tensor.ts'
import { type GoldenTensor, goldenTensor, misfit, readGolden } from '../golden.ts'
import { nodeBackends, startBackend } from '../tfBackend.ts'
import { drawnWeights } from './networkCases.ts'

interface MlstmGolden {
  readonly params: { readonly N: number; readonly V: number; readonly T: number; readonly classes: number }
  readonly tensors: Readonly<Record<string, GoldenTensor>>
  readonly fcn: Readonly<Record<string, GoldenTensor>>
  readonly recurrent_activation: Readonly<
    Record<'hard_sigmoid' | 'sigmoid', Readonly<Record<string, GoldenTensor>>>
  >
}

/** What the weights are called there. */
function goldenName(name: string): string {
  const fixed: Readonly<Record<string, string>> = {
    'lstm/kernel': 'lstm_kernel',
    'lstm/recurrent': 'lstm_recurrent_kernel',
    'lstm/bias': 'lstm_bias',
    'head/kernel': 'dense_kernel',
    'head/bias': 'dense_bias',
  }
  const found = fixed[name]
  if (found !== undefined) return found
  return name
    .replace(/^block(\d)\/conv/, 'conv$1')
    .replace(/^block(\d)\/bn/, 'bn$1')
    .replace(/^site(\d)/, 'se$1')
    .replace('/mean', '/moving_mean')
    .replace('/variance', '/moving_variance')
    .replace('/', '_')
}

/** Values of the golden by the names that both computations give them. */
const intermediates: readonly (readonly [golden: string, own: string])[] = [1, 2, 3].flatMap((block) => [
  [`conv${block}_ntc`, `block${block}/conv`] as const,
  [`bn${block}_ntc`, `block${block}/bn`] as const,
  [`relu${block}_ntc`, `block${block}/relu`] as const,
  ...(block === 3
    ? []
    : ([
        [`se${block}_z`, `site${block}/z`],
        [`se${block}_hidden`, `site${block}/hidden`],
        [`se${block}_s`, `site${block}/s`],
        [`se${block}_out_ntc`, `site${block}`],
      ] as const)),
])

describe.each(['mlstm_fcn_shuffle', 'mlstm_fcn_masked_variable'])('%s', (file) => {
  const golden = readGolden<MlstmGolden>(file)
  const { N, V, T, classes } = golden.params
  const { data: x } = goldenTensor(golden.tensors, 'x_ntv')

  describe.each([
    ['hardSigmoid', 'hard_sigmoid'],
    ['sigmoid', 'sigmoid'],
  ] as const)('recurrent activation %s', (recurrentActivation, called) => {
    const config = seriesNetworkConfig('small', [T, V], classes, {
      filters: [8, 16, 8],
      ratio: 4,
      lstmUnits: 4,
      recurrentActivation,
    })
    const plan = seriesNetworkPlan(config)
    const packed = new Float32Array(plan.size)
    for (const { name, offset, shape } of plan.weights) {
      const { data, shape: found } = goldenTensor(golden.tensors, goldenName(name))
      expect(found, name).toEqual([...shape])
      packed.set(data, offset)
    }
    const lstm = golden.recurrent_activation[called]
    const wanted = (name: string) => goldenTensor({ ...golden.fcn, ...lstm }, name).data
    const of = (values: Float32Array, n: number) => {
      const size = values.length / N
      return values.subarray(n * size, (n + 1) * size)
    }

    test.each(Array.from({ length: N }, (_, n) => n))('reference, series %i: every intermediate', (n) => {
      const input = nd(['t', 'c'], [T, V], of(x, n))
      const trace = forwardNetwork(plan, packed, input)
      const own = (name: string) => {
        const [id = '', stage] = name.split('/')
        const block = trace.sites[id]?.block
        if (block && stage !== undefined) return block[stage as 'z' | 'hidden' | 's'].data
        return trace.outputs[name]?.data ?? new Float32Array()
      }
      for (const [name, id] of intermediates) {
        expect(misfit(own(id), of(wanted(name), n)), id).toBeLessThanOrEqual(1)
      }
      expect(misfit(own('head/mean'), of(wanted('gap'), n))).toBeLessThanOrEqual(1)
      expect(misfit(own('lstm'), of(wanted('lstm_h'), n))).toBeLessThanOrEqual(1)
      expect(misfit(own('head/concat'), of(wanted('concat'), n))).toBeLessThanOrEqual(1)
      expect(misfit(trace.logits.data, of(wanted('logits'), n))).toBeLessThanOrEqual(1)
      expect(misfit(trace.probabilities.data, of(wanted('probs'), n))).toBeLessThanOrEqual(1)
      const part = (name: string) => weight(plan, packed, `lstm/${name}`)
      const weights = { kernel: part('kernel'), recurrent: part('recurrent'), bias: part('bias') }
      const steps = lstmSteps(input, weights, config)
      const rows = (pick: 'hidden' | 'state') => steps.flatMap((step) => [...step[pick]])
      expect(misfit(rows('hidden'), of(wanted('lstm_h_steps'), n))).toBeLessThanOrEqual(1)
      expect(misfit(rows('state'), of(wanted('lstm_c_steps'), n))).toBeLessThanOrEqual(1)
    })

    test.each(nodeBackends)('tfjs on %s: every intermediate', async (backend) => {
      await startBackend(backend)
      const before = tf.memory().numTensors
      const outputs = outputsOf(plan, packed, x, config)
      const close = (name: string, id: string) => {
        const values = outputs.get(id)
        expect(values, id).toBeDefined()
        expect(misfit(values ?? [], wanted(name)), id).toBeLessThanOrEqual(1)
      }
      for (const [name, id] of intermediates) close(name, id)
      close('gap', 'head/mean')
      close('lstm_h', 'lstm')
      close('concat', 'head/concat')
      close('logits', 'head')
      expect(tf.memory().numTensors).toBe(before)
    })
  })
})

function outputsOf(
  plan: NetworkPlan,
  packed: PackedWeights,
  x: Float32Array,
  { inputShape: [time, variables] }: SeriesNetworkConfig,
): ReadonlyMap<string, Float32Array> {
  const values = new Map<string, Float32Array>()
  tf.tidy(() => {
    const weights = new Map(
      plan.weights.map(({ name, offset, shape }) => [
        name,
        tf.tensor(packed.slice(offset, offset + sizeOf(shape)), [...shape]),
      ]),
    )
    const input = tf.tensor4d(x, [x.length / (time * variables), 1, time, variables])
    const { outputs } = runGraph(plan, weights, input, inference)
    for (const [id, tensor] of outputs) values.set(id, tensor.dataSync() as Float32Array)
  })
  return values
}

/** JapaneseVowels: 26 steps at most, 12 variables, 9 classes; counts of the reference code. */
test.each([
  [true, 289_585],
  [false, 289_137],
])('paper size, shuffle %s: %i parameters', (shuffle, count) => {
  expect(seriesNetworkPlan(seriesNetworkConfig('paper', [26, 12], 9, { shuffle })).size).toBe(count)
})

const variants: readonly (readonly [string, Partial<SeriesNetworkConfig>])[] = [
  ['as in the reference', {}],
  ['without SE', { squeezeExcite: false }],
  ['without the LSTM', { lstm: false }],
  ['without shuffle', { shuffle: false }],
  ['without shuffle, sigmoid', { shuffle: false, recurrentActivation: 'sigmoid' }],
]

describe.each(variants)('%s', (_, changes) => {
  const config = seriesNetworkConfig('small', [20, 3], 4, changes)
  const plan = seriesNetworkPlan(config)
  const packed = drawnWeights(plan, 3)

  test('every operation reads what stands before it, and the weights fill the packed array', () => {
    const known = new Set<string>()
    for (const op of plan.ops) {
      if ('from' in op) expect(known).toContain(op.from)
      if ('other' in op) expect(known).toContain(op.other)
      known.add(op.id)
    }
    expect(
      plan.weights.reduce((end, { offset, shape }) => (offset === end ? end + sizeOf(shape) : -1), 0),
    ).toBe(plan.size)
  })

  test('SE stands after the first two convolutions and not after the third', () => {
    expect(plan.sites.map(({ id, u, channels, spatial }) => [id, u, channels, [...spatial]])).toEqual([
      ['site1', 'block1/relu', 16, [20]],
      ['site2', 'block2/relu', 32, [20]],
    ])
  })

  test('the reference and tfjs agree', async () => {
    await startBackend('cpu')
    const x = Float32Array.from({ length: 2 * 20 * 3 }, (_, i) => Math.sin(i * i))
    // A variable that is 0 throughout, a step that is 0 throughout.
    for (let t = 0; t < 20; t++) x[t * 3 + 1] = 0
    x.fill(0, 60 + 5 * 3, 60 + 6 * 3)
    const outputs = outputsOf(plan, packed, x, config)
    for (const n of [0, 1]) {
      const trace = forwardNetwork(plan, packed, nd(['t', 'c'], [20, 3], x.slice(60 * n, 60 * (n + 1))))
      expect(
        misfit(outputs.get('head')?.slice(4 * n, 4 * (n + 1)) ?? [], trace.logits.data),
      ).toBeLessThanOrEqual(1)
    }
  })
})

describe('initial weights', () => {
  const plan = seriesNetworkPlan(seriesNetworkConfig('paper', [40, 6], 4))
  const packed = initialWeights(plan, 5)
  const values = (name: string) => weight(plan, packed, name).data

  test('He uniform: within √(6 / fan-in), and as wide', () => {
    const limit = Math.sqrt(6 / (8 * 6))
    const kernel = values('block1/conv/kernel')
    expect(Math.max(...kernel.map(Math.abs))).toBeLessThanOrEqual(limit)
    const variance = kernel.reduce((sum, v) => sum + v * v, 0) / kernel.length
    expect(variance / (2 / (8 * 6))).toBeCloseTo(1, 1)
  })

  test('Glorot uniform: within √(6 / (fan-in + fan-out))', () => {
    const limit = Math.sqrt(6 / (40 + 32))
    const largest = Math.max(...values('lstm/kernel').map(Math.abs))
    expect(largest).toBeLessThanOrEqual(limit)
    expect(largest).toBeGreaterThan(0.9 * limit)
  })

  test('Glorot uniform: of a kernel with a window, both fans count it', () => {
    // fan-in 3 · 4 · 5 = 60, fan-out 3 · 4 · 7 = 84.
    const kernel = new Float32Array(3 * 4 * 5 * 7)
    initialise(kernel, [3, 4, 5, 7], 'glorotUniform', seededState(2))
    const largest = Math.max(...kernel.map(Math.abs))
    expect(largest).toBeLessThanOrEqual(Math.sqrt(6 / 144))
    expect(largest).toBeGreaterThan(0.97 * Math.sqrt(6 / 144))
  })

  test('orthogonal: the rows have length 1 and stand at right angles', () => {
    const matrix = values('lstm/recurrent')
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b <= a; b++) {
        let product = 0
        for (let g = 0; g < 32; g++) product += (matrix[a * 32 + g] ?? 0) * (matrix[b * 32 + g] ?? 0)
        expect(product).toBeCloseTo(a === b ? 1 : 0, 5)
      }
    }
  })

  test('the forget gate begins open, all other biases at 0', () => {
    expect([...values('lstm/bias')]).toEqual([...Array(8).fill(0), ...Array(8).fill(1), ...Array(16).fill(0)])
    expect(Math.max(...values('block1/conv/bias').map(Math.abs))).toBe(0)
  })
})

test.each([
  ['no steps', { inputShape: [0, 3] }],
  ['half a variable', { inputShape: [8, 1.5] }],
  ['no third convolution', { filters: [4, 4], kernels: [3, 3] }],
  ['more kernels than filters', { kernels: [8, 5, 3, 3] }],
  ['everything dropped', { dropout: 1 }],
  ['no classes', { classes: 0 }],
] as const satisfies readonly (readonly [string, Partial<SeriesNetworkConfig>])[])(
  '%s: refused',
  (_, changes) => {
    expect(() => seriesNetworkPlan(seriesNetworkConfig('small', [20, 3], 2, changes))).toThrow(RangeError)
  },
)

beforeAll(() => startBackend('cpu'))
