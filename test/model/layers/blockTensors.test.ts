import * as tf from '@tensorflow/tfjs-core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Description,
  type Expression,
  parametersOf,
  type Sizes,
  type Stage,
} from '../../../src/model/block/description.ts'
import { evaluate } from '../../../src/model/block/evaluate.ts'
import { seBlock } from '../../../src/model/block/seBlock.ts'
import { normal, seededState } from '../../../src/model/data/rng.ts'
import { blockTensors } from '../../../src/model/layers/blockTensors.ts'
import { type Axis, type Nd, nd, sizeOf } from '../../../src/model/tensor.ts'
import { nodeBackends, startBackend } from '../tfBackend.ts'

beforeEach(() => tf.engine().startScope())
afterEach(() => tf.engine().endScope())

const sizes: Sizes = { t: 5, h: 3, w: 2, c: 4, k: 3 }
const samples = 2

const read = <Id extends string>(tensor: Id, ...axes: Axis[]) => ({ tensor, axes })
const stage = (id: string, axes: readonly Axis[], expression: Expression): Stage => ({
  id,
  axes,
  role: 'ink',
  symbol: id,
  mark: null,
  expression,
})

/** The block with other stages between the logits and its end. */
function withStages(extra: readonly Stage[], out: Expression): Description {
  const { inputs, stages } = seBlock()
  const [kept, last] = [stages.slice(0, -1), stages.at(-1)]
  return { inputs, stages: [...kept, ...extra, { ...(last as Stage), expression: out }] }
}

const U = read('U', 'h', 'w', 'c')
const described: readonly (readonly [string, Description])[] = [
  ['the block', seBlock()],
  ['over time, no bias, dropped ReLU', seBlock({ spatial: ['t'], useBias: false, dropRelu: true })],
  ['over time and space', seBlock({ spatial: ['t', 'h', 'w'] })],
  ['maximum and tanh', seBlock({ squeeze: 'max', gate: 'tanh' })],
  ['softmax', seBlock({ gate: 'softmax' })],
  ['ReLU as gate', seBlock({ gate: 'relu' })],
  [
    'a stage more before the gate',
    withStages(
      [
        stage('scaled', ['c'], { op: 'map', of: read('logits', 'c'), fn: 'hardSigmoid' }),
        stage('gate', ['c'], { op: 'map', of: read('scaled', 'c'), fn: 'sigmoid' }),
      ],
      { op: 'product', of: U, by: read('gate', 'c') },
    ),
  ],
  [
    'a gate over space',
    withStages(
      [
        stage('map', ['h', 'w'], { op: 'contract', weight: read('s', 'c'), of: U, bias: null }),
        stage('mask', ['h', 'w'], { op: 'softmax', of: read('map', 'h', 'w'), over: 'h' }),
      ],
      { op: 'product', of: U, by: read('mask', 'h', 'w') },
    ),
  ],
  [
    'both layers as one matrix, which depends on no sample',
    withStages(
      [
        stage('w21', ['k', 'c'], { op: 'product', of: read('w2', 'k', 'c'), by: read('b1', 'k') }),
        stage('one', ['c'], { op: 'max', of: read('w21', 'k', 'c') }),
        stage('gate', ['c'], { op: 'product', of: read('one', 'c'), by: read('s', 'c') }),
      ],
      { op: 'product', of: U, by: read('gate', 'c') },
    ),
  ],
]

interface Batch {
  /** One a sample. */
  readonly inputs: readonly Readonly<Record<string, Nd>>[]
  readonly tensors: Readonly<Record<string, tf.Tensor>>
}

/** @param varying inputs that are other ones for every sample */
function randomBatch({ inputs }: Description, seed: number, varying: readonly string[] = ['U']): Batch {
  const state = seededState(seed)
  const draw = (axes: readonly Axis[]) => {
    const shape = axes.map((axis) => sizes[axis] ?? 0)
    return nd(
      axes,
      shape,
      Float32Array.from({ length: sizeOf(shape) }, () => normal(state)),
    )
  }
  const drawn = inputs.map(({ id, axes }) => {
    const shared = draw(axes)
    return [id, Array.from({ length: samples }, () => (varying.includes(id) ? draw(axes) : shared))] as const
  })
  return {
    inputs: Array.from({ length: samples }, (_, n) =>
      Object.fromEntries(drawn.map(([id, tensors]) => [id, tensors[n] as Nd])),
    ),
    tensors: Object.fromEntries(
      drawn.map(([id, tensors]) => {
        const stacked = tensors.map(({ data, shape }) => tf.tensor(data, [...shape]))
        return [id, varying.includes(id) ? tf.stack(stacked) : (stacked[0] as tf.Tensor)]
      }),
    ),
  }
}

/** Every stage of every sample is what the plain loops compute. */
function expectSame(description: Description, { inputs, tensors }: Batch): void {
  const made = blockTensors(description, tensors)
  const traces = inputs.map((one) => evaluate(description, one) as Record<string, Nd>)
  for (const { id } of description.stages) {
    const tensor = made[id] as tf.Tensor
    const shape = traces[0]?.[id]?.shape ?? []
    const perSample = tensor.rank > shape.length
    expect(tensor.shape, id).toEqual(perSample ? [samples, ...shape] : shape)
    const values = tensor.dataSync()
    for (const [n, trace] of traces.entries()) {
      const expected = trace[id]?.data ?? new Float32Array()
      const start = perSample ? n * expected.length : 0
      for (const [i, value] of expected.entries()) expect(values[start + i], id).toBeCloseTo(value, 4)
    }
  }
}

describe.each(nodeBackends)('on %s', (backend) => {
  beforeEach(() => startBackend(backend))

  test.each(described)('%s: the same as with plain loops', (_, description) => {
    expectSame(description, randomBatch(description, 7))
  })

  test('any contraction: shared, summed and single axes, in any order', () => {
    const axes = ['h', 'w', 'c', 'k'] as const
    const someAxes = fc.shuffledSubarray([...axes], { minLength: 1 })
    fc.assert(
      fc.property(
        someAxes,
        someAxes,
        fc.shuffledSubarray([...axes]),
        fc.subarray(['a', 'b']),
        fc.integer({ min: 1, max: 999 }),
        (first, second, order, varying, seed) => {
          const kept = order.filter((axis) => first.includes(axis) || second.includes(axis))
          const input = (id: string, own: readonly Axis[]) =>
            ({ id, axes: own, role: 'U', symbol: id, mark: null }) as const
          const description: Description = {
            inputs: [input('a', first), input('b', second)],
            stages: [
              stage('made', kept, {
                op: 'contract',
                of: read('a', ...first),
                weight: read('b', ...second),
                bias: null,
              }),
            ],
          }
          const batch = randomBatch(description, seed, varying)
          expectSame(description, batch)
          for (const tensor of Object.values(batch.tensors)) tensor.dispose()
        },
      ),
      { numRuns: 60 },
    )
  })

  test.each(described)('%s: gradients are those of finite differences', (_, description) => {
    const { inputs, tensors } = randomBatch(description, 11)
    const loss = (trace: Readonly<Record<string, Nd>>) =>
      Array.from(trace.out?.data ?? []).reduce((sum, value) => sum + value * value, 0)
    const names = ['U', ...parametersOf(description).map(({ id }) => id)]
    const gradients = tf.grads((...given: tf.Tensor[]) =>
      tf.sum(
        tf.square(
          blockTensors(description, Object.fromEntries(given.map((one, i) => [names[i], one])))
            .out as tf.Tensor,
        ),
      ),
    )(names.map((name) => tensors[name] as tf.Tensor))
    for (const [i, name] of names.entries()) {
      const values = gradients[i]?.dataSync() ?? []
      const size = inputs[0]?.[name]?.data.length ?? 0
      // Every weight, and of U a handful.
      const step = name === 'U' ? 7 : 1
      for (let place = 0; place < size; place += step) {
        const slope = inputs.reduce((sum, sample, n) => {
          if (name === 'U' && n > 0) return sum
          const moved = (by: number) => {
            const input = sample[name] as Nd
            const data = Float64Array.from(input.data) as unknown as Float32Array
            data[place] = (data[place] ?? 0) + by
            return loss(evaluate(description, { ...sample, [name]: { ...input, data } }))
          }
          return sum + (moved(0.01) - moved(-0.01)) / 0.02
        }, 0)
        const off = Math.abs((values[place] ?? Number.NaN) - slope)
        expect(off, `${name}[${place}]: ${values[place]}, ${slope}`).toBeLessThan(
          0.02 * Math.max(1, Math.abs(slope)),
        )
      }
    }
  })
})

describe('what a description must not say', () => {
  beforeEach(() => startBackend('cpu'))
  const tensors = () => randomBatch(seBlock(), 3).tensors
  const out = { op: 'product', of: U, by: read('s', 'c') } as const

  test.each([
    [
      'an axis that is not read',
      stage('wide', ['c', 'k'], { op: 'map', of: read('s', 'c'), fn: 'relu' }),
      'wide keeps k, which it does not read',
    ],
    [
      'an axis that is not kept',
      stage('lost', ['h'], { op: 'map', of: U, fn: 'relu' }),
      'lost reads w, which it does not keep',
    ],
    ['a product over an axis', stage('thin', ['h', 'w'], out), 'thin reads c, which it does not keep'],
    [
      'what is not there',
      stage('void', ['c'], { op: 'map', of: read('scaled', 'c'), fn: 'relu' }),
      'void reads scaled before it is computed',
    ],
  ] as const)('%s', (_, extra, message) => {
    expect(() => blockTensors(withStages([extra], out), tensors())).toThrow(message)
  })

  test('an input that is missing, or has other axes', () => {
    const { b1, ...others } = tensors()
    expect(() => blockTensors(seBlock(), others)).toThrow('b1 is missing')
    expect(() => blockTensors(seBlock(), { ...others, b1: tf.zeros([2, 3, 4]) })).toThrow(
      'b1 has 3 axes; expected (k), with or without n',
    )
  })
})
