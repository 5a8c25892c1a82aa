/**
 * Daily weather of two cities, 2012–2015 (NOAA, public domain; `data/weather.csv` of the npm package vega-datasets), as
 * this project stores it, and the problems made of it.
 *
 *     bytes 0–3    `SEWE`
 *           4–7    version, 1                        \
 *           8–11   first day, days since 1970-01-01   | unsigned 32 bit, little-endian
 *          12–15   days of each city                 /
 *          16 …    tenths, 16 bit, little-endian: city after city, day after day, the four variables
 */
import { DataFormatError } from '../errors.ts'
import { scaled, scaleOf } from './normalise.ts'
import type { SeriesPart, SeriesProblem } from './types.ts'

export const weatherCities = ['Seattle', 'New York'] as const
export const weatherVariables = ['precipitation', 'temp_max', 'temp_min', 'wind'] as const
export const weatherUnits = ['mm', '°C', '°C', 'm/s'] as const
const seasons = ['winter', 'spring', 'summer', 'autumn'] as const

/** Every day of both cities. */
export interface WeatherDays {
  /** Days since 1970-01-01. */
  readonly firstDay: number
  readonly days: number
  /** [city · day · variable]: mm, °C, °C, m/s */
  readonly values: Float32Array
}

const magic = [0x53, 0x45, 0x57, 0x45]
const version = 1
const headerBytes = 16
const variables = weatherVariables.length
const cities = weatherCities.length
/** A century: a header that claims more is damaged. */
const mostDays = 36_525

export function encodeWeather({ firstDay, days, values }: WeatherDays): Uint8Array {
  const bytes = new Uint8Array(headerBytes + 2 * values.length)
  bytes.set(magic)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of [version, firstDay, days].entries()) view.setUint32(4 + 4 * i, value, true)
  for (const [i, value] of values.entries()) view.setInt16(headerBytes + 2 * i, Math.round(10 * value), true)
  return bytes
}

/** @throws DataFormatError if it is not a file of `encodeWeather`, or damaged */
export function decodeWeather(file: ArrayBuffer | Uint8Array): WeatherDays {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file)
  if (bytes.length < headerBytes || magic.some((byte, i) => bytes[i] !== byte)) {
    throw new DataFormatError('not a file of weather', 'the bytes SEWE and a header of 16 bytes')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [found = 0, firstDay = 0, days = 0] = [4, 8, 12].map((at) => view.getUint32(at, true))
  if (found !== version) throw new DataFormatError(`version ${found}`, `version ${version}`)
  const size = days > mostDays ? Number.NaN : headerBytes + 2 * days * cities * variables
  if (bytes.length !== size) {
    throw new DataFormatError(`${bytes.length} bytes for ${days} days`, `${size} bytes`)
  }
  const values = Float32Array.from(
    { length: days * cities * variables },
    (_, i) => view.getInt16(headerBytes + 2 * i, true) / 10,
  )
  return { firstDay, days, values }
}

/** Days of one series. */
const windowDays = 30
/** Days from the beginning of one to that of the next. */
const windowStride = 5

export interface WeatherWindow {
  readonly city: number
  /** Day of the first value, `2015-03-27`. */
  readonly firstDay: string
}

export type WeatherTask = 'city' | 'citySeason'

export interface WeatherProblem {
  readonly problem: SeriesProblem
  /** Where and when each test series was measured. */
  readonly testWindows: readonly WeatherWindow[]
}

/** Which years a part is made of: windows overlap, so they are told apart by the year, and none crosses one. */
const years = { train: [2012, 2013], validation: [2014], test: [2015] } as const

/**
 * Windows of 30 days of four variables. To be told apart: the city, or city and (meteorological) season of the
 * window's middle day. Normalised by variable over the training years.
 */
export function weatherProblem(weather: WeatherDays, task: WeatherTask): WeatherProblem {
  const parts = { train: years.train, validation: years.validation, test: years.test }
  const windows = {
    train: windowsOf(weather, parts.train),
    validation: windowsOf(weather, parts.validation),
    test: windowsOf(weather, parts.test),
  }
  const raw = (part: keyof typeof windows) => valuesOf(weather, windows[part])
  const scale = scaleOf(raw('train'), variables)
  const part = (name: keyof typeof windows): SeriesPart => {
    const y = Uint8Array.from(windows[name], (window) => classOf(window, task))
    return {
      count: y.length,
      x: scaled(raw(name), variables, scale),
      y,
      group: y,
      lengths: new Uint16Array(y.length).fill(windowDays),
    }
  }
  const classes =
    task === 'city'
      ? weatherCities
      : weatherCities.flatMap((city) => seasons.map((season) => `${city} ${season}`))
  return {
    problem: {
      name: 'weather',
      channels: variables,
      channelNames: weatherVariables,
      classes,
      length: windowDays,
      groups: classes.length,
      train: part('train'),
      validation: part('validation'),
      test: part('test'),
      scale,
    },
    testWindows: windows.test,
  }
}

const msOfDay = 86_400_000

function dayOf(year: number): number {
  return Date.UTC(year, 0, 1) / msOfDay
}

function windowsOf({ firstDay, days }: WeatherDays, wanted: readonly number[]): WeatherWindow[] {
  return weatherCities.flatMap((_, city) =>
    wanted.flatMap((year) => {
      const [first, end] = [Math.max(firstDay, dayOf(year)), Math.min(firstDay + days, dayOf(year + 1))]
      const count = Math.max(0, Math.floor((end - first - windowDays) / windowStride) + 1)
      return Array.from({ length: count }, (_, i) => ({ city, firstDay: isoDay(first + i * windowStride) }))
    }),
  )
}

function isoDay(day: number): string {
  return new Date(day * msOfDay).toISOString().slice(0, 10)
}

function valuesOf({ firstDay, days, values }: WeatherDays, windows: readonly WeatherWindow[]): Float32Array {
  const size = windowDays * variables
  const x = new Float32Array(windows.length * size)
  for (const [n, window] of windows.entries()) {
    const from = (window.city * days + Date.parse(window.firstDay) / msOfDay - firstDay) * variables
    x.set(values.subarray(from, from + size), n * size)
  }
  return x
}

function classOf({ city, firstDay }: WeatherWindow, task: WeatherTask): number {
  if (task === 'city') return city
  const middle = new Date(Date.parse(firstDay) + (windowDays / 2) * msOfDay)
  // December begins the winter.
  return city * seasons.length + Math.floor(((middle.getUTCMonth() + 1) % 12) / 3)
}
