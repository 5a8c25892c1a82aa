import { readFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import * as api from '../../src/model/api.ts'

const folder = new URL('../../src/model/', import.meta.url)

test('offers what the package promises', () => {
  expect(Object.keys(api)).toEqual(
    expect.arrayContaining([
      'squeezeExcite',
      'reducedChannels',
      'seCost',
      'SqueezeExcite',
      'imageNetwork',
      'imageNetworkDefaults',
      'mlstmFcn',
      'parseTs',
      'parseArff',
      'parseCsv',
      'previewCsv',
      'DataFormatError',
      'registerWasmTrainingKernels',
    ]),
  )
})

test('loads in Node and sets no backend', () => {
  expect(tf.engine().backendName ?? null).toBeNull()
})

/** Where the values, not the types, that api.ts hands on are declared. */
const sources = new Map(
  [...readFileSync(new URL('api.ts', folder), 'utf8').matchAll(/^export \{([^}]*)\} from '(.+)'$/gm)].flatMap(
    ([, names = '', path = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => [name, path] as const),
  ),
)

test.each(Object.entries(api))('%s says what it is, and a function when it throws', (name, value) => {
  const source = readFileSync(new URL(sources.get(name) ?? 'api.ts', folder), 'utf8')
  const declared = new RegExp(
    `^/\\*\\*((?:(?!\\*/)[^])*)\\*/\nexport (function|class|const) ${name}\\b`,
    'm',
  ).exec(source)
  expect(declared?.[1]?.trim()).toMatch(/\w+ \w+/)
  if (typeof value === 'function' && declared?.[2] === 'function') expect(declared[1]).toContain('@throws')
})
