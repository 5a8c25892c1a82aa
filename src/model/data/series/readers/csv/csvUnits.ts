/** Units that stand behind every number of a column: `3.2 V`, `12%`. */
import { isNoValue } from '../tokens.ts'
import { isCalled } from './csvNames.ts'
import { type Decimal, numberIn } from './csvNumbers.ts'

const words =
  '% ‰ ° °C °F ℃ K V mV µV μV uV A mA µA W mW kW kWh Hz kHz g mg kg m mm cm km m/s m/s2 m/s² m/s^2 km/h s ms min h bpm ' +
  'Pa hPa kPa bar mbar psi N Nm rpm dB dBm lx lux T mT µT μT uT deg rad rad/s deg/s °/s ppm ppb mmHg J kJ cal kcal Ohm Ω kΩ C F L l ml'
const units = new Set(words.split(' '))

/** Unit of each column whose numbers all have the same one, by its position; not of classes. @param rows of data */
export function unitsIn(
  rows: readonly (readonly string[])[],
  decimal: Decimal,
  names: readonly string[] | null = null,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  const width = Math.max(0, ...rows.map(({ length }) => length))
  for (let at = 0; at < width; at++) {
    const known = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => !isNoValue(cell))
    const unit = /[^\d.,\s]+$/.exec(known[0] ?? '')?.[0] ?? ''
    const isEverywhere = known.every(
      (cell) => cell.endsWith(unit) && numberIn(withoutUnit(cell, unit), decimal) !== null,
    )
    if (units.has(unit) && isEverywhere && !isCalled(names?.[at] ?? '', 'label')) found.set(at, unit)
  }
  return found
}

export function withoutUnit(cell: string, unit: string): string {
  const text = cell.trim()
  return text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
}
