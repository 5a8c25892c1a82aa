/** How classes and variables of a problem are called: in the reader's language where they are this page's own. */
import { weatherUnits, weatherVariables } from '../../../model/data/series/weather.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import type { TextKey, Translate } from '../../text/i18n.tsx'

const cities = ['Seattle', 'New York'] as const
const seasons = ['winter', 'spring', 'summer', 'autumn'] as const

/** Names from files are text, whatever stands in them. */
export function className({ key, problem }: LoadedProblem, index: number, t: Translate): string {
  const name = problem.classes[index] ?? String(index)
  // Numbers and words, not letters: A and B are the two samples that are compared.
  if (key.startsWith('planted-')) return t('series.planted.class', { number: index + 1 })
  if (key === 'cued') return nameOf(cuedClasses, name, t)
  if (!key.startsWith('weather-')) return name
  const city = cities.find((one) => name.startsWith(one))
  const season = seasons.find((one) => name.endsWith(one))
  if (city === undefined) return name
  const words = t(`series.class.${city}`)
  return season === undefined ? words : `${words}, ${t(`series.season.${season}`)}`
}

const cuedClasses: Readonly<Record<string, TextKey>> = {
  slow: 'series.class.slow',
  medium: 'series.class.medium',
  fast: 'series.class.fast',
}

const ownVariables: Readonly<Record<string, TextKey>> = {
  ...Object.fromEntries(weatherVariables.map((name) => [name, `series.variable.${name}` as const])),
  cue: 'series.variable.cue',
  a: 'series.variable.a',
  b: 'series.variable.b',
  x: 'series.variable.x',
  y: 'series.variable.y',
  speed: 'series.variable.speed',
  pressure: 'series.variable.pressure',
}

export function variableName({ key, problem }: LoadedProblem, index: number, t: Translate): string {
  const name = problem.channelNames[index] ?? String(index)
  if (key.startsWith('planted-')) return t('series.planted.variable', { number: index + 1 })
  return key.startsWith('own-') ? name : nameOf(ownVariables, name, t)
}

/** With its unit, where one is known; no line begins with that. */
export function variableWithUnit(loaded: LoadedProblem, index: number, t: Translate): string {
  const name = variableName(loaded, index, t)
  const unit = loaded.key.startsWith('weather-') ? weatherUnits[index] : undefined
  return unit === undefined ? name : `${name},\u00a0${unit}`
}

/** What a step of the series is: alone, as the title of an axis, and with its number. */
export function stepWords({ key }: LoadedProblem, t: Translate) {
  const isDay = key.startsWith('weather-')
  return {
    title: t(isDay ? 'series.chartDay' : 'series.step'),
    at: (step: string) => t(isDay ? 'series.chartAtDay' : 'series.chartAtStep', { step }),
  }
}

function nameOf(words: Readonly<Record<string, TextKey>>, name: string, t: Translate): string {
  const key = words[name]
  return key === undefined ? name : t(key)
}
