/** The series network at full length: what the page claims of it, from five seeds. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { packWeather } from '../../scripts/prepare-weather.ts'
import { startWasm } from '../../scripts/training/nodeRun.ts'
import { runSeriesStudy } from '../../scripts/training/seriesStudy.ts'
import { cuedProblem } from '../../src/model/data/series/cued.ts'
import { decodeWeather, weatherProblem } from '../../src/model/data/series/weather.ts'
import type { Study } from '../../src/model/networks/snapshotTypes.ts'

const seeds = [1, 2, 3, 4, 5]
const kept = JSON.parse(
  readFileSync(new URL('../../public/snapshots/study.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Study>>

beforeAll(startWasm)

test('weather: both cities are told apart by year, with SE and without', async () => {
  const { problem } = weatherProblem(decodeWeather(packWeather()), 'city')
  const study = await runSeriesStudy('series', problem, seeds, console.log)
  for (const accuracy of [...study.withSe, ...study.withoutSe]) expect(accuracy).toBeGreaterThanOrEqual(0.95)
  expect(study).toEqual(kept.series)
})

test('cued: only with SE is the cue used, and its gates carry it', async () => {
  const study = await runSeriesStudy('cued', cuedProblem(), seeds, console.log)
  for (const [i, accuracy] of study.withSe.entries()) {
    expect(accuracy).toBeGreaterThan(0.9)
    expect(study.withoutSe[i]).toBeLessThan(0.7)
    expect(study.frozenGates[i]).toBeLessThan(0.7)
    expect(study.transplanted[i]).toBeGreaterThan(0.7)
  }
  expect(study).toEqual(kept.cued)
})
