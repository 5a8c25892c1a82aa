import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import * as api from '../../src/model/api.ts'

test('offers what the package promises', () => {
  expect(Object.keys(api)).toEqual(
    expect.arrayContaining([
      'squeezeExcite',
      'reducedChannels',
      'seCost',
      'SqueezeExcite',
      'imageNetwork',
      'mlstmFcn',
      'parseTs',
      'parseArff',
      'parseCsv',
      'previewCsv',
      'DataFormatError',
    ]),
  )
})

test('loads in Node and sets no backend', () => {
  expect(tf.engine().backendName ?? null).toBeNull()
})
