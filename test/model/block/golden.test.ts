import { describe, expect, test } from 'vitest'
import { pointwise, softmax } from '../../../src/model/block/gates.ts'
import { reducedChannels } from '../../../src/model/block/options.ts'
import { type SqueezeExciteWeights, squeezeExcite } from '../../../src/model/block/squeezeExcite.ts'
import {
  channelLast,
  type GoldenTensor,
  goldenTensor,
  misfit,
  readGolden,
  readSeGolden,
  type SeGolden,
  seGoldenNames,
  seGoldenOptions,
} from '../golden.ts'

function goldenWeights({ tensors, params }: SeGolden): SqueezeExciteWeights {
  return {
    w1: goldenTensor(tensors, 'W1_io'),
    w2: goldenTensor(tensors, 'W2_io'),
    ...(params.bias ? { b1: goldenTensor(tensors, 'b1'), b2: goldenTensor(tensors, 'b2') } : {}),
  }
}

describe.each(seGoldenNames)('%s', (name) => {
  const golden = readSeGolden(name)
  const layout = channelLast(golden)
  const { squeeze, gate } = seGoldenOptions(golden)
  const result = squeezeExcite(goldenTensor(golden.tensors, `U_${layout}`), goldenWeights(golden), {
    squeeze,
    gate,
  })

  test.each([
    ['z', 'z'],
    ['hiddenPre', 'hidden_pre'],
    ['hidden', 'hidden'],
    ['logits', 'logits'],
    ['s', 's'],
    ['out', `out_${layout}`],
  ] as const)('%s is what PyTorch computes', (stage, goldenName) => {
    const expected = goldenTensor(golden.tensors, goldenName)
    expect(result[stage].shape).toEqual(expected.shape)
    expect(misfit(result[stage].data, expected.data)).toBeLessThanOrEqual(1)
  })
})

test('a dead bottleneck without biases leaves every gate at one half', () => {
  const golden = readSeGolden('se2d_dead_bottleneck_nobias')
  const { hidden, s } = squeezeExcite(goldenTensor(golden.tensors, 'U_nhwc'), goldenWeights(golden))
  expect(new Set(hidden.data)).toEqual(new Set([0]))
  expect(new Set(s.data)).toEqual(new Set([0.5]))
})

interface Tables {
  readonly activations: Readonly<Record<string, GoldenTensor>>
  readonly reduced_channels: readonly {
    readonly C: number
    readonly floor_max1_r16: number
    readonly floor_r2: number
  }[]
}

describe('tables', () => {
  const tables = readGolden<Tables>('tables')
  const { data: x } = goldenTensor(tables.activations, 'x')

  test.each([
    ['sigmoid', 'sigmoid'],
    ['tanh', 'tanh'],
    ['relu', 'relu'],
    ['hardSigmoid', 'hard_sigmoid_relu6'],
  ] as const)('%s', (name, goldenName) => {
    const expected = goldenTensor(tables.activations, goldenName).data
    expect(misfit(Array.from(x, pointwise[name].apply), expected)).toBeLessThanOrEqual(1)
  })

  test('softmax, with values from −10,000 to 10,000', () => {
    const expected = goldenTensor(tables.activations, 'softmax').data
    expect(misfit(softmax([...x]), expected)).toBeLessThanOrEqual(1)
  })

  test.each(tables.reduced_channels)('C = $C', ({ C, floor_max1_r16, floor_r2 }) => {
    expect(reducedChannels(C, 16)).toBe(floor_max1_r16)
    expect(reducedChannels(C, 2)).toBe(floor_r2)
  })
})

test.each(['sigmoid', 'tanh', 'relu', 'hardSigmoid', 'identity'] as const)('the slope of %s', (name) => {
  const { apply, derivative } = pointwise[name]
  const step = 1e-5
  for (const x of [-8, -3.5, -2.9, -1, -0.01, 0.01, 0.7, 2.9, 3.5, 8]) {
    expect(derivative(x)).toBeCloseTo((apply(x + step) - apply(x - step)) / (2 * step), 8)
  }
})
