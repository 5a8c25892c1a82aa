/** Dates of time stamps, read the same in every browser and time zone. */

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: *([ap])\.?m\.?)?`
const zone = String.raw`(?: *(?:(Z)|(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})))?`
const iso = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ] *${clock})?${zone}$`, 'i')
const dotted = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,? +${clock})?${zone}$`, 'i')
const slashed = new RegExp(`^(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})(?:,? +${clock})?${zone}$`, 'i')
const timeOfDay = new RegExp(`^${clock}$`, 'i')

type Parts = readonly (string | undefined)[]

/** Milliseconds of a time of day and its zone, as matched; null if there is none such. */
function clockOf([hour, minute, second, fraction, half, , sign, zoneHour, zoneMinute]: Parts): number | null {
  const part = (text: string | undefined) => Number(text ?? 0)
  const twelve = part(hour) % 12
  const hours = half === undefined ? part(hour) : half.toLowerCase() === 'p' ? twelve + 12 : twelve
  const isReal =
    (half === undefined ? hours <= 24 : part(hour) >= 1 && part(hour) <= 12) &&
    part(minute) < 60 &&
    // A leap second.
    part(second) <= 60
  if (!isReal) return null
  const offset = (sign === '-' ? -1 : 1) * (part(zoneHour) * 60 + part(zoneMinute))
  return ((hours * 60 + part(minute) - offset) * 60 + part(second) + Number(`0.${fraction ?? 0}`)) * 1000
}

/** null if it is no day of the calendar. */
function dayOf(year: number, month: number, day: number): number | null {
  const midnight = new Date(Date.UTC(year, month - 1, day))
  // A day or month too many leads to another month.
  const isReal =
    midnight.getUTCFullYear() === year &&
    midnight.getUTCMonth() === month - 1 &&
    midnight.getUTCDate() === day
  return isReal ? midnight.getTime() : null
}

const sum = (day: number | null, time: number | null) => (day === null || time === null ? null : day + time)

/**
 * Milliseconds since 1970 of an ISO 8601 date with or without a time of day (`2024-05-01`, `2024-05-01T10:00:00.5Z`,
 * `2024/05/01 10:00`), of a date with points (`1.5.2024 10:00`), or since midnight of a time of day (`10:00:00`, `1:30
 * PM`); null if it is none, or no day of the calendar. Without a zone it is taken as UTC: only the order counts here.
 */
export function parseDate(text: string): number | null {
  const found = iso.exec(text)
  if (found !== null) {
    const [, year, , month, day, ...rest] = found
    return sum(dayOf(Number(year), Number(month), Number(day)), clockOf(rest))
  }
  const points = dotted.exec(text)
  if (points !== null) {
    const [, day, month, year, ...rest] = points
    return sum(dayOf(Number(year), Number(month), Number(day)), clockOf(rest))
  }
  const hours = timeOfDay.exec(text)
  return hours === null ? null : clockOf(hours.slice(1))
}

/**
 * A date whose day and month may stand in either order (`01/02/2024`, `1-2-2024 10:00`): with the day first, and with
 * the month first (`american`); NaN where that is no day of the calendar. null if it is no such date.
 */
export function parseSlashed(text: string): { readonly time: number; readonly american: number } | null {
  const found = slashed.exec(text)
  if (found === null) return null
  const [, first, , second, year, ...rest] = found
  const [a, b, time] = [Number(first), Number(second), clockOf(rest)]
  const european = sum(dayOf(Number(year), b, a), time) ?? Number.NaN
  const american = sum(dayOf(Number(year), a, b), time) ?? Number.NaN
  return Number.isNaN(european) && Number.isNaN(american) ? null : { time: european, american }
}
