/** Dates of time stamps, read the same in every browser and time zone. */

const date =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ] *(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?: *(?:(Z)|([+-])(\d{2}):?(\d{2})))?$/i

/**
 * Milliseconds since 1970 of an ISO 8601 date with or without a time of day (`2024-05-01`, `2024-05-01T10:00:00.5Z`,
 * `2024/05/01 10:00`); null if it is none, or no day of the calendar. Without a zone it is taken as UTC: only the order
 * counts here.
 */
export function parseDate(text: string): number | null {
  const parts = date.exec(text)
  if (parts === null) return null
  const part = (i: number) => Number(parts[i] ?? 0)
  const [year, month, day] = [part(1), part(3), part(4)]
  const [hours, minutes, seconds] = [part(5), part(6), part(7)]
  const midnight = new Date(Date.UTC(year, month - 1, day))
  // A day or month too many leads to another month.
  const real =
    midnight.getUTCFullYear() === year &&
    midnight.getUTCMonth() === month - 1 &&
    hours <= 24 &&
    minutes < 60 &&
    // A leap second.
    seconds <= 60
  if (!real) return null
  const offset = (parts[10] === '-' ? -1 : 1) * (part(11) * 60 + part(12))
  const fraction = Number(`0.${parts[8] ?? 0}`)
  return midnight.getTime() + ((hours * 60 + minutes - offset) * 60 + seconds + fraction) * 1000
}
