/** What the reader has planted, as data that fits into a URL. */
import type { PlantedSignal } from '../data/series/planted.ts'

export interface PlantChoices {
  /** Which variables carry the class. */
  readonly useful: readonly boolean[]
  readonly signal: PlantedSignal
  /** Deviation of the noise. */
  readonly noise: number
  readonly unequal: boolean
}

export const plantDefaults: PlantChoices = {
  useful: [false, true, false, false, true, false],
  signal: 'frequency',
  noise: 0.5,
  unequal: false,
}

const signals: readonly PlantedSignal[] = ['amplitude', 'frequency', 'timing']
const fewest = 2
const most = 12
export const plantNoises = [0, 0.25, 0.5, 1, 1.5] as const

/** `frequency-010010-0.5`, with `-u` for unequal lengths */
export function formatPlant({ useful, signal, noise, unequal }: PlantChoices): string {
  const bits = useful.map((one) => (one ? '1' : '0')).join('')
  return `${signal}-${bits}-${noise}${unequal ? '-u' : ''}`
}

export function parsePlant(text: string): PlantChoices | null {
  const [name, bits = '', level, ending, more] = text.split('-')
  const signal = signals.find((one) => one === name)
  const noise = plantNoises.find((one) => String(one) === level)
  if (signal === undefined || noise === undefined || more !== undefined) return null
  if (!/^[01]+$/.test(bits) || bits.length < fewest || bits.length > most || !bits.includes('1')) return null
  if (ending !== undefined && ending !== 'u') return null
  return { useful: [...bits].map((bit) => bit === '1'), signal, noise, unequal: ending === 'u' }
}
