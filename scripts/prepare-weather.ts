/** Makes public/packaged/weather.bin from the CSV file of the npm package vega-datasets. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { encodeWeather, weatherCities, weatherVariables } from '../src/model/data/series/weather.ts'

const remedy = 'Run `npm ci` to install the package vega-datasets again.'

/** The CSV file. @throws Error if the package is not installed */
export function weatherCsv(): string {
  // The package exports no package.json: its entry is at build/, beside data/.
  try {
    const entry = createRequire(import.meta.url).resolve('vega-datasets')
    return join(dirname(dirname(entry)), 'data', 'weather.csv')
  } catch {
    throw new Error(
      `The npm package vega-datasets, from which the weather comes, is not installed. ${remedy}`,
    )
  }
}

/** @throws Error if the file is not what is expected */
export function packWeather(csv = weatherCsv()): Uint8Array {
  const [header = '', ...lines] = readFileSync(csv, 'utf8').trim().split(/\r?\n/)
  const columns = header.split(',')
  const rows = lines.map((line) => line.split(','))
  const at = (row: readonly string[], column: string) => row[columns.indexOf(column)] ?? ''
  const ofCity = weatherCities.map((city) => rows.filter((row) => at(row, 'location') === city))
  const days = ofCity[0]?.length ?? 0
  const firstDay = Date.parse(at(ofCity[0]?.[0] ?? [], 'date')) / 86_400_000
  for (const city of ofCity) {
    const unbroken = city.every((row, i) => Date.parse(at(row, 'date')) / 86_400_000 === firstDay + i)
    if (city.length !== days || !unbroken) throw new Error(`${csv} has days missing. ${remedy}`)
  }
  const values = ofCity.flat().flatMap((row) => weatherVariables.map((name) => Number(at(row, name))))
  if (values.length === 0 || !values.every(Number.isFinite)) throw new Error(`${csv} is damaged. ${remedy}`)
  return encodeWeather({ firstDay, days, values: Float32Array.from(values) })
}
