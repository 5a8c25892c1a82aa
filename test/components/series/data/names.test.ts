/** What generated classes and variables are called: the letters A and B are left to the two samples. */
import { expect, test } from 'vitest'
import { compileCatalog } from '../../../../build/messages.ts'
import {
  className,
  stepWords,
  variableName,
  variableWithUnit,
} from '../../../../src/components/series/data/names.ts'
import { series as en } from '../../../../src/components/text/en/series.ts'
import { type Catalog, makeLanguage } from '../../../../src/components/text/i18n.tsx'
import { series as ko } from '../../../../src/components/text/ko/series.ts'
import { cuedProblem } from '../../../../src/model/data/series/cued.ts'
import { plantedProblem } from '../../../../src/model/data/series/planted.ts'
import type { SeriesProblem } from '../../../../src/model/data/series/types.ts'
import type { LoadedProblem } from '../../../../src/model/state/series.ts'

const speak = {
  en: makeLanguage('en', {}, compileCatalog(en) as Catalog).t,
  ko: makeLanguage('ko', {}, compileCatalog(ko) as Catalog).t,
}
const few = { train: 6, validation: 3, test: 3 }

function names(key: string, problem: SeriesProblem, lang: 'en' | 'ko') {
  const loaded: LoadedProblem = { key, problem, twins: null, twinLabels: null, truth: null, names: null }
  return {
    classes: problem.classes.map((_, i) => className(loaded, i, speak[lang])),
    variables: problem.channelNames.map((_, v) => variableName(loaded, v, speak[lang])),
  }
}

test('cued: classes by their frequency, variables by what they are', () => {
  const problem = cuedProblem(few)
  expect(names('cued', problem, 'en')).toEqual({
    classes: ['slow', 'medium', 'fast'],
    variables: ['cue', 'signal 1', 'signal 2'],
  })
  expect(names('cued', problem, 'ko')).toEqual({
    classes: ['느림', '보통', '빠름'],
    variables: ['단서', '신호 1', '신호 2'],
  })
})

test('planted: numbered from 1', () => {
  const { problem } = plantedProblem({ ...few, channels: 2, useful: [true, false] })
  const key = 'planted-frequency-10-0.5'
  expect(names(key, problem, 'en')).toEqual({
    classes: ['class 1', 'class 2', 'class 3'],
    variables: ['variable 1', 'variable 2'],
  })
  expect(names(key, problem, 'ko').classes).toEqual(['클래스 1', '클래스 2', '클래스 3'])
})

test('weather: units and days; other data have steps and no units', () => {
  const channelNames = ['precipitation', 'temp_max', 'temp_min', 'wind']
  const loaded = (key: string): LoadedProblem => ({
    key,
    problem: { ...cuedProblem(few), channelNames, channels: 4 },
    twins: null,
    twinLabels: null,
    truth: null,
    names: null,
  })
  const all = (key: string, lang: 'en' | 'ko') =>
    channelNames.map((_, v) => variableWithUnit(loaded(key), v, speak[lang]))
  expect(all('weather-city', 'en')).toEqual([
    'precipitation,\u00a0mm',
    'daily high,\u00a0°C',
    'daily low,\u00a0°C',
    'wind,\u00a0m/s',
  ])
  expect(all('weather-citySeason', 'ko')[3]).toBe('풍속,\u00a0m/s')
  expect(all('own-1-some', 'en')).toEqual(channelNames)
  expect(stepWords(loaded('weather-city'), speak.en)).toMatchObject({ title: 'day' })
  expect(stepWords(loaded('weather-city'), speak.ko).at('14')).toBe('14일')
  expect(stepWords(loaded('cued'), speak.en).at('14')).toBe('step 14')
})

test('own files: as they stand there, also where they are called like generated ones', () => {
  const problem = {
    ...cuedProblem(few),
    classes: ['slow', 'A', '__proto__'],
    channelNames: ['a', 'cue', 'x'],
  }
  expect(names('own-1-some', problem, 'ko')).toEqual({
    classes: ['slow', 'A', '__proto__'],
    variables: ['a', 'cue', 'x'],
  })
})
