/** Whatever is wrong with a call of the block's functions is said by name, with what was given and what would be right. */
import { describe, expect, test } from 'vitest'
import { seCost } from '../../../src/model/block/cost.ts'
import { reducedChannels } from '../../../src/model/block/options.ts'
import { squeezeExcite } from '../../../src/model/block/squeezeExcite.ts'
import { expectRefusal, wrong } from '../refused.ts'

const values = (...shape: number[]) => ({
  shape,
  data: new Float32Array(shape.reduce((a, b) => a * b, 1)),
})
const u = values(2, 3, 4)
const [w1, b1, w2, b2] = [values(4, 2), values(2), values(2, 4), values(4)]
const ranks = '[n, t, c], [n, h, w, c] or [n, t, h, w, c]; a single sample has n = 1'

describe('squeezeExcite', () => {
  test('what is right passes', () => {
    expect(squeezeExcite(u, { w1, b1, w2, b2 }).out.shape).toEqual([2, 3, 4])
    expect(squeezeExcite(u, wrong({ w1, w2, b1: undefined }), wrong({ gate: undefined })).s.shape).toEqual([
      2, 4,
    ])
  })

  test.each<[what: string, options: unknown, kind: typeof RangeError, message: string]>([
    ['unknown', { ratio: 4 }, RangeError, 'unknown option ratio; expected squeeze or gate'],
    ['unknown, left open', { bias: undefined }, RangeError, 'unknown option bias; expected squeeze or gate'],
    [
      'no gate',
      { gate: 'silu' },
      RangeError,
      'gate is silu; expected one of sigmoid, softmax, tanh, relu, hardSigmoid',
    ],
    ['no text', { squeeze: 1 }, RangeError, 'squeeze is 1; expected one of mean, max'],
    ['null', { squeeze: null }, RangeError, 'squeeze is null; expected one of mean, max'],
    ['of all objects', { squeeze: 'toString' }, RangeError, 'squeeze is toString; expected one of mean, max'],
    ['no object', null, TypeError, 'options is null; expected an object with squeeze and gate'],
    ['a word', 'tanh', TypeError, 'options is tanh; expected an object with squeeze and gate'],
    ['a list', ['max'], TypeError, 'options is [max]; expected an object with squeeze and gate'],
  ])('an option: %s', (_, options, kind, message) => {
    expectRefusal(() => squeezeExcite(u, { w1, w2 }, wrong(options)), kind, message)
  })

  test.each<[what: string, u: unknown, kind: typeof RangeError, message: string]>([
    ['nothing', undefined, TypeError, 'u is undefined; expected an object {shape, data}'],
    ['bare numbers', new Float32Array(2), TypeError, 'u is a Float32Array; expected an object {shape, data}'],
    ['nested lists', [[[1]]], TypeError, 'u is [[…]]; expected an object {shape, data}'],
    ['no shape', { data: u.data }, TypeError, 'u.shape is undefined; expected a list of lengths'],
    ['a size', { ...u, shape: 24 }, TypeError, 'u.shape is 24; expected a list of lengths'],
    [
      'half',
      { ...u, shape: [2, 1.5, 8] },
      RangeError,
      'u.shape is [2, 1.5, 8]; expected whole numbers from 1',
    ],
    ['none', { ...u, shape: [2, 0, 4] }, RangeError, 'u.shape is [2, 0, 4]; expected whole numbers from 1'],
    [
      'below',
      { ...u, shape: [-2, -3, 4] },
      RangeError,
      'u.shape is [-2, -3, 4]; expected whole numbers from 1',
    ],
    [
      'unknown',
      { ...u, shape: [null, 3, 4] },
      RangeError,
      'u.shape is [null, 3, 4]; expected whole numbers from 1',
    ],
    [
      'holes',
      { ...u, shape: new Array(3) },
      RangeError,
      'u.shape is [undefined, undefined, undefined]; expected whole numbers from 1',
    ],
    ['no batch', values(3, 4), RangeError, `u.shape is [3, 4]; expected ${ranks}`],
    ['four axes', values(1, 1, 1, 1, 1, 1), RangeError, `u.shape is [1, 1, 1, 1, 1, 1]; expected ${ranks}`],
    [
      'a plain list',
      { shape: [1, 1, 2], data: [1, 2] },
      TypeError,
      'u.data is [1, 2]; expected a Float32Array',
    ],
    [
      'float64',
      { ...u, data: new Float64Array(24) },
      TypeError,
      'u.data is a Float64Array; expected a Float32Array',
    ],
    [
      'a promise',
      { ...u, data: Promise.resolve() },
      TypeError,
      'u.data is a Promise; expected a Float32Array',
    ],
    ['a tensor', { ...u, data: () => null }, TypeError, 'u.data is a function; expected a Float32Array'],
    [
      'too few',
      { ...u, data: u.data.subarray(1) },
      RangeError,
      'u.data has length 23; shape [2, 3, 4] needs 24 values',
    ],
  ])('u: %s', (_, given, kind, message) => {
    expectRefusal(() => squeezeExcite(wrong(given), { w1, w2 }), kind, message)
  })

  const both = 'expected an object with w1, w2 and, both or none, b1, b2'
  test.each<[what: string, weights: unknown, kind: typeof RangeError, message: string]>([
    ['nothing', undefined, TypeError, `weights is undefined; ${both}`],
    ['a list', [w1, w2], TypeError, `weights is [an object, an object]; ${both}`],
    ['one', { w1 }, TypeError, 'weights.w2 is undefined; expected an object {shape, data}'],
    ['unknown', { w1, w2, bias: b1 }, RangeError, 'unknown option weights.bias; expected w1, b1, w2 or b2'],
    [
      'b1 alone',
      { w1, b1, w2 },
      RangeError,
      'weights.b2 is missing; expected b1 and b2 together or not at all',
    ],
    [
      'b2 alone',
      { w1, w2, b2 },
      RangeError,
      'weights.b1 is missing; expected b1 and b2 together or not at all',
    ],
    ['w1 for other channels', { w1: values(3, 2), w2 }, RangeError, 'weights.w1 has 3 along c; expected 4'],
    ['w1 of one axis', { w1: values(4), w2 }, RangeError, 'weights.w1.shape is [4]; expected [c, k]'],
    ['w2 turned', { w1, w2: values(4, 2) }, RangeError, 'weights.w2 has 4 along k; expected 2'],
    ['w2 for other channels', { w1, w2: values(2, 5) }, RangeError, 'weights.w2 has 5 along c; expected 4'],
    ['b1', { w1, b1: values(4), w2, b2 }, RangeError, 'weights.b1 has 4 along k; expected 2'],
    ['b2', { w1, b1, w2, b2: values(2) }, RangeError, 'weights.b2 has 2 along c; expected 4'],
    [
      'a plain list',
      { w1, w2: { shape: [2, 4], data: Array(8).fill(0) } },
      TypeError,
      'weights.w2.data is [0, 0, 0, 0, 0, 0, 0, 0]; expected a Float32Array',
    ],
    [
      'too many',
      { w1: { shape: [4, 2], data: new Float32Array(9) }, w2 },
      RangeError,
      'weights.w1.data has length 9; shape [4, 2] needs 8 values',
    ],
  ])('weights: %s', (_, weights, kind, message) => {
    expectRefusal(() => squeezeExcite(u, wrong(weights)), kind, message)
  })
})

describe('reducedChannels', () => {
  test.each<[channels: unknown, ratio: unknown, message: string]>([
    [0, 4, 'channels is 0; expected a whole number from 1'],
    [8.5, 4, 'channels is 8.5; expected a whole number from 1'],
    ['8', 4, 'channels is “8”; expected a whole number from 1'],
    [8n, 4, 'channels is 8n; expected a whole number from 1'],
    [undefined, undefined, 'channels is undefined; expected a whole number from 1'],
    [8, undefined, 'ratio is undefined; expected a whole number from 1'],
    [8, 0, 'ratio is 0; expected a whole number from 1'],
    [8, -2, 'ratio is -2; expected a whole number from 1'],
    [8, Number.NaN, 'ratio is NaN; expected a whole number from 1'],
    [8, Number.POSITIVE_INFINITY, 'ratio is Infinity; expected a whole number from 1'],
  ])('of %s, %s', (channels, ratio, message) => {
    expectRefusal(() => reducedChannels(wrong(channels), wrong(ratio)), RangeError, message)
  })
})

describe('seCost', () => {
  const stage = { channels: 8, blocks: 1 }
  const options = { ratio: 4, bias: true }
  const asked = 'expected a list of {channels, blocks, spatial?, reduced?}'
  const known = 'expected channels, blocks, spatial or reduced'

  test.each<[what: string, stages: unknown, kind: typeof RangeError, message: string]>([
    ['nothing', undefined, TypeError, `stages is undefined; ${asked}`],
    ['one alone', stage, TypeError, `stages is an object; ${asked}`],
    [
      'a width',
      [8],
      TypeError,
      'stages[0] is 8; expected an object with channels, blocks, spatial and reduced',
    ],
    ['unknown', [stage, { ...stage, ratio: 4 }], RangeError, `unknown option stages[1].ratio; ${known}`],
    [
      'no count',
      [{ channels: 8 }],
      RangeError,
      'stages[0].blocks is undefined; expected a whole number from 1',
    ],
    [
      'no width',
      [{ blocks: 1 }],
      RangeError,
      'stages[0].channels is undefined; expected a whole number from 1',
    ],
    [
      'a width in words',
      [{ ...stage, channels: '8' }],
      RangeError,
      'stages[0].channels is “8”; expected a whole number from 1',
    ],
    [
      'null is no width',
      [{ ...stage, reduced: null }],
      RangeError,
      'stages[0].reduced is null; expected a whole number from 1',
    ],
    [
      'no axis',
      [{ ...stage, spatial: [] }],
      RangeError,
      'stages[0].spatial is []; expected a whole number from 0, or a list of whole numbers from 1',
    ],
    [
      'holes',
      [{ ...stage, spatial: new Array(2) }],
      RangeError,
      'stages[0].spatial is [undefined, undefined]; expected a whole number from 0, or a list of whole numbers from 1',
    ],
    [
      'a length of 0',
      [stage, { ...stage, spatial: [7, 0] }],
      RangeError,
      'stages[1].spatial is [7, 0]; expected a whole number from 0, or a list of whole numbers from 1',
    ],
  ])('stages: %s', (_, stages, kind, message) => {
    expectRefusal(() => seCost(wrong(stages), options), kind, message)
  })

  test.each<[what: string, options: unknown, kind: typeof RangeError, message: string]>([
    ['nothing', undefined, TypeError, 'options is undefined; expected an object with ratio and bias'],
    ['a ratio', 4, TypeError, 'options is 4; expected an object with ratio and bias'],
    ['unknown', { ...options, useBias: true }, RangeError, 'unknown option useBias; expected ratio or bias'],
    ['no ratio', { bias: true }, RangeError, 'ratio is undefined; expected a whole number from 1'],
    ['no bias', { ratio: 4 }, RangeError, 'bias is undefined; expected true or false'],
    ['a bias in words', { ratio: 4, bias: 'false' }, RangeError, 'bias is “false”; expected true or false'],
  ])('options: %s', (_, given, kind, message) => {
    expectRefusal(() => seCost([stage], wrong(given)), kind, message)
  })

  test('no stage costs nothing', () => {
    expect(seCost([], options)).toMatchObject({ stages: [], weights: 0, biases: 0, multiplyAdds: 0 })
  })
})
