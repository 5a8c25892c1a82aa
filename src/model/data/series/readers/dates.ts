/** Dates of time stamps, read the same in every browser and time zone. */

const half = String.raw`[ap]\.?m\.?|오전|오후`
const clock = String.raw`(?:(?<before>${half}) *)?(?<hour>\d{1,2})(?<mark>[:.])(?<minute>\d{2})(?:\k<mark>(?<second>\d{2})(?:[.,:](?<fraction>\d{1,9}))?)?(?: *(?<after>${half}))?`
const zone = String.raw`(?: *(?:Z|(?<zone>[A-Z]{3,4})|(?:UTC|GMT)?(?<sign>[+-])(?<zoneHour>\d{2})(?::?(?<zoneMinute>\d{2}))?)(?:\[[\w/+-]+\])?)?`
const behind = `(?:[T,:]? *${clock})?${zone}$`

/** Year, month and day in an order that leaves no doubt. */
const withMarks = [
  // 2024-05-01, 2024/5/1, and Korean 2024. 5. 1.
  String.raw`^(?<year>\d{4})(?<between>[-/.]|\. )(?<month>\d{1,2})\k<between>(?<day>\d{1,2})\.?`,
  // In Korean, Chinese and Japanese a sign of their script stands behind each number.
  String.raw`^(?<year>\d{4})[년\p{sc=Han}] *(?<month>\d{1,2})[월\p{sc=Han}] *(?<day>\d{1,2})[일\p{sc=Han}]`,
  // 1.5.2024
  String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`,
  // 1-May-2024, 1 May 24, 01/May/2024, and Wed, 1 May 2024
  String.raw`^(?:\p{L}{3,9}, )?(?<day>\d{1,2})[-/. ]+(?<word>\p{L}{3,9})[-/. ]+(?<year>\d{4}|\d{2})`,
  // May 1, 2024
  String.raw`^(?<word>\p{L}{3,9})\.? +(?<day>\d{1,2}),? +(?<year>\d{4})`,
].map((date) => date + behind)
// 20240501T100000Z
const basic = String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})[T_](?<hour>\d{2})(?<minute>\d{2})(?:(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?${zone}$`
const dates = [...withMarks, basic].map((date) => new RegExp(date, 'iu'))
const slashed = new RegExp(String.raw`^(\d{1,2})(?<between>[/-])(\d{1,2})\k<between>(\d{4})${behind}`, 'iu')
/** With points only if there are seconds: 10.30 is a number. */
const timeOfDay = new RegExp(String.raw`^(?!\d+\.\d+$)${clock}$`, 'iu')
/** 36:00:00, and 1 day 12:00:00. */
const hours =
  /^(?:(?<days>\d{1,5}) days?,? *)?(?<hour>\d{1,4}):(?<minute>\d{2}):(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?$/i
/** 75:03.5 */
const minutes = /^(?<minute>\d{1,4}):(?<second>\d{2})[.,](?<fraction>\d{1,9})$/

/** By their first letters, in English and German. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const germanMonths: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12 }

/** What most files have, for speed. */
const usual = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2}(?:\.\d{1,9})?)Z?$/

/** Names of zones, in hours before UTC; what is not here is no time. */
const zones: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, WET: 0, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, KST: 9, JST: 9 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
}

type Parts = Readonly<Record<string, string | undefined>>

const part = (text: string | undefined) => Number(text ?? 0)

/** Milliseconds of hours, minutes and seconds, as matched; null if minutes or seconds are too many. */
function spanOf({ days, hour, minute, second, fraction }: Parts, most: number): number | null {
  // A leap second.
  if ((hour !== undefined && part(minute) >= 60) || part(second) > 60 || part(hour) > most) return null
  const all = ((part(days) * 24 + part(hour)) * 60 + part(minute)) * 60 + part(second)
  return (all + Number(`0.${fraction ?? 0}`)) * 1000
}

/** Milliseconds of a time of day and its zone, as matched; null if there is none such. */
function clockOf(found: Parts): number | null {
  const { before, after, hour, zone, sign, zoneHour, zoneMinute } = found
  const hoursAhead = zone === undefined ? 0 : zones[zone.toUpperCase()]
  if (hoursAhead === undefined) return null
  // Behind a day alone, two digits more are no zone.
  if (hour === undefined && sign !== undefined && zoneMinute === undefined) return null
  const word = (before ?? after)?.toLowerCase()
  if (word !== undefined && (part(hour) < 1 || part(hour) > 12)) return null
  const isLater = word?.startsWith('p') === true || word === '오후'
  const hours = word === undefined ? part(hour) : (part(hour) % 12) + (isLater ? 12 : 0)
  const time = spanOf({ ...found, hour: String(hours), days: undefined }, 24)
  const offset = (sign === '-' ? -1 : 1) * (part(zoneHour) * 60 + part(zoneMinute))
  return time === null ? null : time - (offset + hoursAhead * 60) * 60_000
}

function monthOf({ month, word }: Parts): number {
  if (word === undefined) return part(month)
  const start = word.slice(0, 3).toLowerCase()
  return germanMonths[start] ?? months.indexOf(start) + 1
}

/** Of two digits: from 1970 to 2069. */
function yearOf({ year }: Parts): number {
  if (year?.length !== 2) return part(year)
  return part(year) + (part(year) < 70 ? 2000 : 1900)
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
 * `2024/05/01 10:00`, `20240501T100000Z`), of a date with points or with the month in words (`1.5.2024 10:00`,
 * `1-May-2024`), or of a time of day or a span of time (`10:00:00`, `1:30 PM`, `75:03.5`, `36:00:00`); null if it is
 * none, or no day of the calendar. Without a zone it is taken as UTC: only the order counts here.
 */
export function parseDate(text: string): number | null {
  const quick = usual.exec(text)
  if (quick !== null) {
    const [, year, month, day, hour, minute, second] = quick.map(Number)
    const time = ((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)
    const isReal = (hour ?? 0) <= 24 && (minute ?? 0) < 60 && Math.floor(second ?? 0) <= 60
    return isReal ? sum(dayOf(year ?? 0, month ?? 0, day ?? 0), time * 1000) : null
  }
  const plain = text
    .replace(/(\d{1,2})시(?: *(\d{1,2})분)?(?: *(\d{1,2})초)?$/, (_, hour, minute = '0', second = '0') =>
      [hour, minute.padStart(2, '0'), second.padStart(2, '0')].join(':'),
    )
    .replace(/ Uhr$/, '')
  for (const date of dates) {
    const found = date.exec(plain)?.groups
    if (found !== undefined) return sum(dayOf(yearOf(found), monthOf(found), part(found.day)), clockOf(found))
  }
  const day = timeOfDay.exec(plain)?.groups
  const time = day === undefined ? null : clockOf(day)
  if (time !== null) return time
  const span = (hours.exec(text) ?? minutes.exec(text))?.groups
  return span === undefined ? null : spanOf(span, Number.POSITIVE_INFINITY)
}

/**
 * A date whose day and month may stand in either order (`01/02/2024`, `1-2-2024 10:00`): with the day first, and with
 * the month first (`american`); NaN where that is no day of the calendar. null if it is no such date.
 */
export function parseSlashed(text: string): { readonly time: number; readonly american: number } | null {
  const found = slashed.exec(text)
  if (found === null) return null
  const [, first, , second, year] = found
  const [a, b, time] = [Number(first), Number(second), clockOf(found.groups ?? {})]
  const european = sum(dayOf(Number(year), b, a), time) ?? Number.NaN
  const american = sum(dayOf(Number(year), a, b), time) ?? Number.NaN
  return Number.isNaN(european) && Number.isNaN(american) ? null : { time: european, american }
}
