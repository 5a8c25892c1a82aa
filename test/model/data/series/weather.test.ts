/** The weather file and its windows, against the CSV file read once more by other means. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packWeather, weatherCsv } from '../../../../scripts/prepare-weather.ts'
import { DataFormatError } from '../../../../src/model/data/errors.ts'
import { decodeWeather, encodeWeather, weatherProblem } from '../../../../src/model/data/series/weather.ts'

const cities = ['Seattle', 'New York']
/** Date and four values of each line, by city. */
const table = new Map(cities.map((city) => [city, new Map<string, number[]>()]))
for (const line of readFileSync(weatherCsv(), 'utf8').split('\n')) {
  const [city = '', date = '', ...values] = line.split(',')
  table.get(city)?.set(date, values.slice(0, 4).map(Number))
}

/** The date `days` after another one. */
function later(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** Windows of the years, city after city, in order of time: first days. */
function windowsOf(years: readonly number[]): (readonly [city: string, first: string])[] {
  return cities.flatMap((city) =>
    years.flatMap((year) => {
      const found: [string, string][] = []
      for (let first = `${year}-01-01`; later(first, 29) <= `${year}-12-31`; first = later(first, 5))
        found.push([city, first])
      return found
    }),
  )
}

const season = (date: string) =>
  ['winter', 'spring', 'summer', 'autumn'][Math.floor((Number(date.slice(5, 7)) % 12) / 3)]
const daysOf = (city: string, first: string) =>
  Array.from({ length: 30 }, (_, i) => table.get(city)?.get(later(first, i)) ?? [])

const bytes = packWeather()
const weather = decodeWeather(bytes)
const parts = { train: [2012, 2013], validation: [2014], test: [2015] } as const
const partNames = ['train', 'validation', 'test'] as const

describe('the file', () => {
  test('every day of the CSV, to the tenth', () => {
    expect(weather.days).toBe(1461)
    expect(weather.firstDay).toBe(Date.UTC(2012, 0, 1) / 86_400_000)
    expect([...weather.values.slice(0, 8)].map((v) => Math.round(10 * v) / 10)).toEqual([
      0, 12.8, 5, 4.7, 10.9, 10.6, 2.8, 4.5,
    ])
    for (const [c, city] of cities.entries()) {
      for (let day = 0; day < 1461; day++) {
        const expected = table.get(city)?.get(later('2012-01-01', day))
        const at = (c * 1461 + day) * 4
        expect([...weather.values.subarray(at, at + 4)]).toEqual(expected?.map(Math.fround))
      }
    }
  })

  test('what was written is read, wherever the bytes lie', () => {
    expect(encodeWeather(weather)).toEqual(bytes)
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(decodeWeather(shifted.subarray(3))).toEqual(weather)
    expect(decodeWeather(bytes.slice().buffer)).toEqual(weather)
  })

  test('cut short anywhere: a DataFormatError', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(() => decodeWeather(bytes.subarray(0, length))).toThrow(DataFormatError)
      }),
    )
  })

  test.each([
    ['another file', 0, 0x1f, 'not a file of weather'],
    ['another version', 4, 2, 'version 2; expected version 1'],
    ['another count', 12, 0, 'bytes for'],
    ['millennia', 15, 255, 'bytes for'],
  ])('%s', (_, at, byte, message) => {
    const damaged = bytes.slice()
    damaged[at] = byte
    expect(() => decodeWeather(damaged)).toThrow(DataFormatError)
    expect(() => decodeWeather(damaged)).toThrow(message)
  })

  test('a CSV with a day missing or no number is refused, with what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'se-weather-'))
    const csv = join(folder, 'weather.csv')
    const lines = readFileSync(weatherCsv(), 'utf8').split('\n')
    writeFileSync(csv, lines.filter((_, i) => i !== 100).join('\n'))
    expect(() => packWeather(csv)).toThrow(/days missing.*npm ci/)
    writeFileSync(csv, lines.join('\n').replace('10.9', 'dry'))
    expect(() => packWeather(csv)).toThrow(/damaged.*npm ci/)
    rmSync(folder, { recursive: true })
  })
})

describe.each(['city', 'citySeason'] as const)('the problem %s', (task) => {
  const { problem, testWindows } = weatherProblem(weather, task)

  test('shapes, names and counts', () => {
    expect([problem.length, problem.channels, problem.groups]).toEqual([30, 4, task === 'city' ? 2 : 8])
    expect(problem.channelNames).toEqual(['precipitation', 'temp_max', 'temp_min', 'wind'])
    expect(partNames.map((name) => problem[name].count)).toEqual([272, 136, 136])
    expect(new Set(problem.classes).size).toBe(problem.groups)
    expect(problem.classes[0]).toBe(task === 'city' ? 'Seattle' : 'Seattle winter')
  })

  test('labels: the city, and the season of the middle day', () => {
    for (const name of partNames) {
      const { y, group, lengths } = problem[name]
      const expected = windowsOf(parts[name]).map(([city, first]) =>
        task === 'city' ? city : `${city} ${season(later(first, 15))}`,
      )
      expect(Array.from(y, (label) => problem.classes[label])).toEqual(expected)
      expect(group).toEqual(y)
      expect(lengths.every((steps) => steps === 30)).toBe(true)
      expect(new Set(y).size).toBe(problem.classes.length)
    }
  })

  test('values: the days of the window, normalised by the training years', () => {
    const seen = windowsOf(parts.train).flatMap(([city, first]) => daysOf(city, first))
    for (let v = 0; v < 4; v++) {
      const values = seen.map((day) => day[v] ?? Number.NaN)
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length
      const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length)
      expect(problem.scale?.mean[v]).toBeCloseTo(mean, 5)
      expect(problem.scale?.deviation[v]).toBeCloseTo(deviation, 5)
      for (const name of partNames) {
        for (const [n, [city, first]] of windowsOf(parts[name]).entries()) {
          for (const [t, day] of daysOf(city, first).entries()) {
            const found = problem[name].x[(n * 30 + t) * 4 + v] ?? Number.NaN
            if (Math.abs(found - ((day[v] ?? 0) - mean) / deviation) > 1e-4) {
              expect.fail(`${name} ${n}, day ${t}, variable ${v}: ${found}`)
            }
          }
        }
      }
    }
  })

  test('the test windows are named by city and first day', () => {
    expect(testWindows.map(({ city, firstDay }) => [cities[city], firstDay])).toEqual(windowsOf([2015]))
    expect(testWindows[0]?.firstDay).toBe('2015-01-01')
    expect(testWindows.at(-1)).toEqual({ city: 1, firstDay: '2015-12-02' })
  })

  test('other weather in 2014 and 2015 leaves training as it is', () => {
    const values = weather.values.map((value, i) => (Math.floor(i / 4) % 1461 < 731 ? value : 40 - value))
    const other = weatherProblem({ ...weather, values }, task).problem
    expect(other.train).toEqual(problem.train)
    expect(other.scale).toEqual(problem.scale)
    for (const name of ['validation', 'test'] as const) expect(other[name].x).not.toEqual(problem[name].x)
  })
})
