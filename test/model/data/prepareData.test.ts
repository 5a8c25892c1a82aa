import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mnistFolder, prepareData, spreadOverClasses } from '../../../scripts/prepare-data.ts'
import { decodeDigits } from '../../../src/model/data/mnist.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'se-data-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** The package's files by link, but for one, which is copied so that it can be damaged. */
function sourceWithCopyOf(name: string): string {
  for (const file of [
    'train-images-idx3-ubyte',
    'train-labels-idx1-ubyte',
    't10k-images-idx3-ubyte',
    't10k-labels-idx1-ubyte',
  ]) {
    const from = join(mnistFolder(), file)
    if (file === name) copyFileSync(from, join(folder, file))
    else symlinkSync(from, join(folder, file))
  }
  return folder
}

describe('what is made', { timeout: 60_000 }, () => {
  const packaged = mkdtempSync(join(tmpdir(), 'se-packaged-'))
  let made: readonly string[]
  beforeAll(() => {
    made = prepareData(null, packaged)
  }, 60_000)
  afterAll(() => {
    rmSync(packaged, { recursive: true })
  })

  test.each([
    ['mnist-train.bin', 12_000],
    ['mnist-heldout.bin', 2000],
  ] as const)('%s: %i digits, classes balanced', (file, count) => {
    expect(made).toContain(file)
    const digits = decodeDigits(readFileSync(join(packaged, file)))
    expect([digits.count, digits.rows, digits.columns]).toEqual([count, 28, 28])
    const perClass = new Uint32Array(10)
    for (const label of digits.labels) perClass[label] = (perClass[label] ?? 0) + 1
    expect([...perClass]).toEqual(Array.from({ length: 10 }, () => count / 10))
    // Ink where MNIST has it: a mean of about 0.13 of full ink, and blank corners.
    let sum = 0
    for (const value of digits.images.subarray(0, 784 * 1000)) sum += value
    expect(sum / 784_000 / 255).toBeCloseTo(0.13, 1)
    expect(digits.images[0]).toBe(0)
  })

  test('nothing to do the second time, without a look at the source', () => {
    const before = statSync(join(packaged, 'mnist-train.bin')).mtimeMs
    expect(prepareData('nowhere', packaged)).toEqual([])
    expect(statSync(join(packaged, 'mnist-train.bin')).mtimeMs).toBe(before)
  })

  test('a damaged result is made again, the other one left alone', () => {
    truncateSync(join(packaged, 'mnist-heldout.bin'), 1000)
    // What a process has left that was killed while it wrote.
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(packaged, `mnist-heldout.bin.part-${pid}`), 'half')
    expect(prepareData(null, packaged)).toEqual(['mnist-heldout.bin'])
    expect(decodeDigits(readFileSync(join(packaged, 'mnist-heldout.bin'))).count).toBe(2000)
    expect(readdirSync(packaged).sort()).toEqual(['mnist-heldout.bin', 'mnist-train.bin', 'weather.bin'])
  })
})

describe('a package that is not as it should be says so, and what to do', { timeout: 60_000 }, () => {
  const out = () => join(folder, 'packaged')

  test('a truncated file', () => {
    const from = sourceWithCopyOf('train-labels-idx1-ubyte')
    truncateSync(join(from, 'train-labels-idx1-ubyte'), 5000)
    expect(() => prepareData(from, out())).toThrow(
      /train-labels-idx1-ubyte has 5000 bytes instead of 60008.*npm ci/,
    )
  })

  test('a changed byte', () => {
    const from = sourceWithCopyOf('t10k-labels-idx1-ubyte')
    const bytes = readFileSync(join(from, 't10k-labels-idx1-ubyte'))
    bytes[77] = ((bytes[77] ?? 0) + 1) % 10
    writeFileSync(join(from, 't10k-labels-idx1-ubyte'), bytes)
    expect(() => prepareData(from, out())).toThrow(
      /t10k-labels-idx1-ubyte has the right size but another sha256.*npm ci/,
    )
  })

  test('a missing file', () => {
    expect(() => prepareData(folder, out())).toThrow(/train-images-idx3-ubyte is missing.*npm ci/)
  })
})

test('images of a class are spread over the file', () => {
  const labels = Uint8Array.from({ length: 400 }, (_, i) => i % 10)
  const chosen = spreadOverClasses(labels, 4)
  expect(chosen).toHaveLength(40)
  expect(chosen.filter((i) => labels[i] === 7)).toEqual([7, 107, 207, 307])
  expect(() => spreadOverClasses(labels, 41)).toThrow('40 images of 0, 41 wanted')
})
