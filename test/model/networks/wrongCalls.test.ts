/** Whatever is wrong with the options of a network is said by name, and no tensor is left behind. */
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { imageNetwork } from '../../../src/model/networks/imageNetwork.ts'
import { mlstmFcn } from '../../../src/model/networks/mlstmFcn.ts'
import { expectRefusal, wrong } from '../refused.ts'
import { startBackend } from '../tfBackend.ts'

beforeAll(() => startBackend('cpu'))

const whole = 'expected a whole number from 1'
const truth = 'expected true or false'

describe('imageNetwork', () => {
  const names = ['classes', 'filters', 'ratio', 'squeezeExcite', 'place', 'squeeze', 'gate', 'useBias']
  const all = `inputShape, ${names.join(', ')}`
  const pixels = 'expected three whole numbers from 1: height, width and channels'
  const stages = 'expected a list of whole numbers from 1, one for each stage'

  test.each<[what: string, options: object, message: string]>([
    ['reduction', { reduction: 4 }, `unknown option reduction; expected ${all} or seed`],
    ['dataFormat', { dataFormat: 'channelsLast' }, `unknown option dataFormat; expected ${all} or seed`],
    ['a place', { place: 'before' }, 'place is before; expected one of standard, pre, post, identity'],
    ['no place', { place: null }, 'place is null; expected one of standard, pre, post, identity'],
    [
      'a place, without SE',
      { place: 'before', squeezeExcite: false },
      'place is before; expected one of standard, pre, post, identity',
    ],
    ['a squeeze', { squeeze: 'median' }, 'squeeze is median; expected one of mean, max'],
    ['a gate', { gate: 'silu' }, 'gate is silu; expected one of sigmoid, softmax, tanh, relu, hardSigmoid'],
    ['no shape', { inputShape: undefined }, `inputShape is undefined; ${pixels}`],
    ['two lengths', { inputShape: [28, 28] }, `inputShape is [28, 28]; ${pixels}`],
    ['a batch', { inputShape: [null, 28, 28, 1] }, `inputShape is [null, 28, 28, 1]; ${pixels}`],
    ['half a pixel', { inputShape: [28, 28.5, 1] }, `inputShape is [28, 28.5, 1]; ${pixels}`],
    ['a length alone', { inputShape: 28 }, `inputShape is 28; ${pixels}`],
    ['holes', { inputShape: new Array(3) }, `inputShape is [undefined, undefined, undefined]; ${pixels}`],
    ['no class', { classes: 0 }, `classes is 0; ${whole}`],
    ['classes in words', { classes: '10' }, `classes is “10”; ${whole}`],
    ['no stage', { filters: [] }, `filters is []; ${stages}`],
    ['one stage, no list', { filters: 16 }, `filters is 16; ${stages}`],
    ['a stage without channels', { filters: [16, 0] }, `filters is [16, 0]; ${stages}`],
    [
      'a stage that loses channels',
      { filters: [16, 8] },
      'filters is [16, 8]; expected no fewer channels than in the stage before',
    ],
    [
      'too many stages',
      { inputShape: [28, 7, 1], filters: [8, 8, 8] },
      'inputShape is [28, 7, 1]; expected at least 8×8 pixels for 3 stages',
    ],
    ['ratio 0', { ratio: 0 }, `ratio is 0; ${whole}`],
    ['ratio NaN', { ratio: Number.NaN }, `ratio is NaN; ${whole}`],
    ['SE in words', { squeezeExcite: 'yes' }, `squeezeExcite is yes; ${truth}`],
    ['bias by number', { useBias: 1 }, `useBias is 1; ${truth}`],
    ['half a seed', { seed: 1.5 }, 'seed is 1.5; expected a whole number'],
    ['an endless seed', { seed: Number.NEGATIVE_INFINITY }, 'seed is -Infinity; expected a whole number'],
  ])('%s', (_, options, message) => {
    expectRefusal(() => imageNetwork(wrong({ inputShape: [28, 28, 1], ...options })), RangeError, message)
  })

  test.each([[undefined], [null], [28], ['inks'], [[28, 28, 1]]])('%s is no object', (options) => {
    const like = `expected an object with ${all} and seed`
    const got = Array.isArray(options) ? `[${options.join(', ')}]` : String(options)
    expectRefusal(() => imageNetwork(wrong(options)), TypeError, `options is ${got}; ${like}`)
  })

  test('what is undefined is left out', () => {
    const before = tf.memory().numTensors
    const network = imageNetwork(
      wrong({ inputShape: [12, 12, 1], filters: [4], classes: undefined, seed: undefined }),
    )
    expect(network.outputs[0]?.shape).toEqual([null, 10])
    network.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })

  const kernelOf = (seed: number) => {
    const network = imageNetwork({ inputShape: [12, 12, 1], filters: [4], seed })
    const values = [...(network.getWeights()[0] as tf.Tensor).dataSync()].join()
    network.dispose()
    return values
  }

  test('every whole seed is one of its own', () => {
    const seeds = [0, 1, -1, 2 ** 32 - 1]
    expect(seeds.map(kernelOf)).toEqual(seeds.map(kernelOf))
    expect(new Set(seeds.map(kernelOf)).size).toBe(seeds.length)
  })
})

describe('mlstmFcn', () => {
  const needed = { channels: 3, length: 12, classes: 3 }
  const options = 'filters, kernels, ratio, lstmUnits, dropout, shuffle, squeezeExcite, recurrentActivation'
  const all = `channels, length, classes, ${options}`
  const three = 'expected three whole numbers from 1'
  const rate = 'expected a drop rate from 0 to below 1'

  test.each<[what: string, options: object, message: string]>([
    ['lstm', { lstm: false }, `unknown option lstm; expected ${all} or seed`],
    ['reduction', { reduction: 4 }, `unknown option reduction; expected ${all} or seed`],
    ['no channels', { channels: 0 }, `channels is 0; ${whole}`],
    ['half a step', { length: 1.5 }, `length is 1.5; ${whole}`],
    ['no classes', { classes: undefined }, `classes is undefined; ${whole}`],
    ['classes by name', { classes: ['A', 'B'] }, `classes is [A, B]; ${whole}`],
    ['two filters', { filters: [8, 8] }, `filters is [8, 8]; ${three}`],
    ['a filter of 0', { filters: [8, 0, 8] }, `filters is [8, 0, 8]; ${three}`],
    [
      'filters with holes',
      { filters: new Array(3) },
      `filters is [undefined, undefined, undefined]; ${three}`,
    ],
    ['four kernels', { kernels: [8, 5, 3, 3] }, `kernels is [8, 5, 3, 3]; ${three}`],
    ['one kernel', { kernels: 8 }, `kernels is 8; ${three}`],
    ['a ratio of 0', { ratio: 0 }, `ratio is 0; ${whole}`],
    ['a ratio in words', { ratio: '16' }, `ratio is “16”; ${whole}`],
    ['no units', { lstmUnits: Number.NaN }, `lstmUnits is NaN; ${whole}`],
    ['everything dropped', { dropout: 1 }, `dropout is 1; ${rate}`],
    ['a negative rate', { dropout: -0.1 }, `dropout is -0.1; ${rate}`],
    ['no rate', { dropout: Number.NaN }, `dropout is NaN; ${rate}`],
    ['a rate in words', { dropout: '0.5' }, `dropout is “0.5”; ${rate}`],
    ['shuffle by a word', { shuffle: 'no' }, `shuffle is no; ${truth}`],
    ['SE by number', { squeezeExcite: 1 }, `squeezeExcite is 1; ${truth}`],
    [
      'an activation of Keras by its other name',
      { recurrentActivation: 'hard_sigmoid' },
      'recurrentActivation is hard_sigmoid; expected one of hardSigmoid, sigmoid',
    ],
    ['half a seed', { seed: 0.5 }, 'seed is 0.5; expected a whole number'],
    ['no seed', { seed: null }, 'seed is null; expected a whole number'],
  ])('%s', (_, options, message) => {
    expectRefusal(() => mlstmFcn(wrong({ ...needed, ...options })), RangeError, message)
  })

  test.each([[undefined], [null], [3]])('%s is no object', (options) => {
    const like = `expected an object with ${all} and seed`
    expectRefusal(() => mlstmFcn(wrong(options)), TypeError, `options is ${options}; ${like}`)
  })
})
