/** Problems that can be had again from their name alone: what a kept run was trained on. */
import type { Fields } from './fields.ts'
import { formatPlant, parsePlant } from './plantCode.ts'

type DataChoices = Pick<Fields, 'data' | 'task' | 'plant'>

/** What the choices are called; null for what only the reader has (files, gestures). */
export function seriesKey({ data, task, plant }: DataChoices): string | null {
  switch (data) {
    case 'weather':
      return `weather-${task}`
    case 'planted':
      return `planted-${formatPlant(plant)}`
    case 'cued':
      return 'cued'
    case 'own':
    case 'gestures':
      return null
  }
}

/** The choices that a name stands for; null if it is none of `seriesKey`. */
export function choicesOfKey(key: string): Partial<DataChoices> | null {
  if (key === 'cued') return { data: 'cued' }
  if (key === 'weather-city' || key === 'weather-citySeason') {
    return { data: 'weather', task: key === 'weather-city' ? 'city' : 'citySeason' }
  }
  const plant = key.startsWith('planted-') ? parsePlant(key.slice('planted-'.length)) : null
  return plant === null || formatPlant(plant) !== key.slice('planted-'.length)
    ? null
    : { data: 'planted', plant }
}
