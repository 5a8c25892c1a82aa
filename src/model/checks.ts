/**
 * What callers may give: a check for every option, and one wording for what is none of the choices, such as
 * `gate is silu; expected one of sigmoid, tanh`.
 */

export interface Check {
  /** What would be right. */
  readonly expected: string
  fits(value: unknown): boolean
}

/** One for each option: the compiler asks for those that are missing. */
export type Checks<T> = Readonly<Record<keyof T, Check>>

/** Sizes and counts. */
export function whole(least: number): Check {
  return {
    expected: `a whole number from ${least}`,
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= least,
  }
}

/** Any whole number is a seed, 0 and those below it too. */
export const anySeed: Check = { expected: 'a whole number', fits: Number.isSafeInteger }

export const yesOrNo: Check = { expected: 'true or false', fits: (value) => typeof value === 'boolean' }

export const anyText: Check = { expected: 'a text', fits: (value) => typeof value === 'string' }

export const anyFunction: Check = { expected: 'a function', fits: (value) => typeof value === 'function' }

export const anyList: Check = { expected: 'a list', fits: Array.isArray }

export function oneOf(choices: readonly string[]): Check {
  return {
    expected: `one of ${choices.join(', ')}`,
    fits: (value) => typeof value === 'string' && choices.includes(value),
  }
}

/** @param count of its elements; at least one if left out */
export function listOf(element: Check, expected: string, count?: number): Check {
  return {
    expected,
    fits: (value) =>
      Array.isArray(value) &&
      (count === undefined ? value.length > 0 : value.length === count) &&
      // A hole is an element too, which `every` alone would pass over.
      Array.from(value).every((one) => element.fits(one)),
  }
}

/** May be left out. */
export function optional({ expected, fits }: Check): Check {
  return { expected, fits: (value) => value === undefined || fits(value) }
}

/** @throws TypeError if it is not the kind of thing that is asked for */
export function holdArgument(name: string, value: unknown, check: Check): void {
  if (!check.fits(value)) throw new TypeError(refusal(name, value, check.expected))
}

/** @throws RangeError if it is none of the choices, whatever its type */
export function holdOption(name: string, value: unknown, check: Check): void {
  if (!check.fits(value)) throw new RangeError(refusal(name, value, check.expected))
}

/**
 * @param name of the whole, which goes before that of an option unless it is `options`
 * @param like what to give instead if it is no object
 * @throws TypeError if it is no object
 * @throws RangeError if an option is unknown, or none of its choices
 */
export function holdOptions(
  given: unknown,
  checks: Readonly<Record<string, Check>>,
  name = 'options',
  like = `an object with ${alternatives(Object.keys(checks), 'and')}`,
): void {
  if (!isRecord(given)) throw new TypeError(refusal(name, given, like))
  holdNames(given, Object.keys(checks), name)
  for (const [option, check] of Object.entries(checks)) {
    holdOption(pathOf(name, option), given[option], check)
  }
}

/** @throws RangeError if an option has another name than these */
export function holdNames(given: object, known: readonly string[], name = 'options'): void {
  const stranger = Object.keys(given).find((option) => !known.includes(option))
  if (stranger !== undefined)
    throw new RangeError(`unknown option ${pathOf(name, stranger)}; expected ${alternatives(known, 'or')}`)
}

/** What says something of itself by name: no list, no array of numbers, no function. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
}

export function refusal(name: string, value: unknown, expected: string): string {
  return `${name} is ${shownValue(value)}; expected ${expected}`
}

function pathOf(name: string, option: string): string {
  return name === 'options' ? option : `${name}.${option}`
}

function alternatives(names: readonly string[], last: 'and' | 'or'): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
}

const mostElements = 8
const mostCharacters = 40

/** A text only in quotes where it could be taken for something else. */
function shownValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return /^(?!(true|false|null|undefined|NaN|Infinity)$)[a-z_]\w*$/i.test(value)
        ? shortened(value)
        : `“${shortened(value)}”`
    case 'bigint':
      return `${value}n`
    case 'function':
      return 'a function'
    case 'object':
      return Array.isArray(value) ? shownList(value) : value === null ? 'null' : shownObject(value)
    default:
      return String(value)
  }
}

function shownList(values: readonly unknown[]): string {
  const shown = Array.from(values.slice(0, mostElements), (one) =>
    Array.isArray(one) ? '[…]' : shownValue(one),
  )
  return `[${[...shown, ...(values.length > mostElements ? ['…'] : [])].join(', ')}]`
}

function shownObject(value: object): string {
  const maker: unknown = value.constructor
  const name = typeof maker === 'function' ? maker.name : ''
  if (name === '' || name === 'Object') return 'an object'
  return `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${name}`
}

function shortened(value: string): string {
  return value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value
}
