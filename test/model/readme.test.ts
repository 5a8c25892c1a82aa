/** The example of README.md does what its comments say. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format } from 'node:util'
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test, vi } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

beforeAll(async () => {
  await tf.setBackend('cpu')
})

/** The one block of code that imports the package. */
function example(): string {
  const blocks = [...read('README.md').matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code)
  const [code, ...others] = blocks.filter((one) => one.includes("from 'se-explainer/model'"))
  if (code === undefined || others.length > 0) throw new Error(`${blocks.length} blocks, not one example`)
  return code
}

test('the package leads to the API', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({
    name: 'se-explainer',
    exports: { './model': './src/model/api.ts' },
  })
})

test('the example of the README prints what it says', async () => {
  const code = example()
  const said = [...code.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(([, comment]) => comment)
  expect(said.length).toBe(code.split('console.log').length - 1)
  expect(said.length).toBeGreaterThan(5)

  // Within the project, so that its packages are found.
  const folder = new URL(`.cache/readme-${process.pid}/`, root)
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    mkdirSync(folder, { recursive: true })
    const file = fileURLToPath(new URL('example.js', folder))
    writeFileSync(file, code.replace("'se-explainer/model'", "'../../src/model/api.ts'"))
    await import(/* @vite-ignore */ file)
    expect(printed.mock.calls.map((args) => format(...args))).toEqual(said)
  } finally {
    printed.mockRestore()
    rmSync(folder, { recursive: true })
  }
})
