/** Five seeds at full length. The figures it writes are those that the page shows. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { loadData, startWasm } from '../../scripts/training/nodeRun.ts'
import { runStudy } from '../../scripts/training/study.ts'
import { decodeSnapshot } from '../../src/model/networks/snapshot.ts'
import type { Study } from '../../src/model/networks/snapshotTypes.ts'

const seeds = [1, 2, 3, 4, 5]
const directory = new URL('../../public/snapshots/', import.meta.url)
const file = new URL('study.json', directory)

beforeAll(startWasm)

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** Each study is kept as soon as it is done; the other one stays. */
function keep(study: Study): void {
  mkdirSync(directory, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ ...kept(), [study.net]: study }, null, 2)}\n`)
}

function kept(): Readonly<Record<string, Study>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Study>
  } catch {
    return {}
  }
}

/** The stored run is the first of the seeds; its weights were rounded. */
function storedAccuracy(id: string): number {
  return decodeSnapshot(readFileSync(new URL(`${id}.bin`, directory))).accuracy
}

test('inks: SE reads better, and its gates carry what the bar says', async () => {
  const study = await runStudy('inks', seeds, loadData(), console.log)
  keep(study)
  for (const [i, accuracy] of study.withSe.entries()) {
    expect(accuracy).toBeGreaterThan(study.withoutSe[i] ?? 1)
    expect(study.barContrast[i]).toBeGreaterThan(0.5)
  }
  expect(mean(study.withSe) - mean(study.withoutSe)).toBeGreaterThan(0.03)
  expect(mean(study.ownGates) - mean(study.frozenGates)).toBeGreaterThan(0.2)
  expect(mean(study.transplanted)).toBeGreaterThan(0.6)
  expect(Math.abs(storedAccuracy('inks-se') - (study.withSe[0] ?? 0))).toBeLessThan(0.01)
  expect(Math.abs(storedAccuracy('inks-plain') - (study.withoutSe[0] ?? 0))).toBeLessThan(0.01)
})

test('digits: both learn; what SE adds is small', async () => {
  const study = await runStudy('digits', seeds, loadData(), console.log)
  keep(study)
  for (const accuracy of [...study.withSe, ...study.withoutSe]) expect(accuracy).toBeGreaterThan(0.95)
  expect(Math.abs(mean(study.withSe) - mean(study.withoutSe))).toBeLessThan(0.02)
  expect(Math.abs(storedAccuracy('digits-se') - (study.withSe[0] ?? 0))).toBeLessThan(0.01)
})
