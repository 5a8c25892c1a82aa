import { type Field, type Fields, fieldNames, fields } from './fields.ts'
import { isBeyond } from './sampleCode.ts'

/** A value that was not understood: the default stands in for it, and the reader is told. */
export interface UrlProblem {
  readonly name: string
  readonly value: string
}

export interface Decoded {
  readonly values: Partial<Fields>
  readonly problems: readonly UrlProblem[]
}

function parameterOf(name: keyof Fields): string {
  return fields[name].parameter ?? name
}

/** Longest value that is read, above all that this page writes: 256 gates set by hand. A longer one is reported, not parsed. */
const longest = 4096

/** The beginning of a value that was not understood, for the reader to know it by. */
function begun(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`
}

/** Reads a query string. Never throws; names that are not ours are left alone. */
export function decodeQuery(query: string): Decoded {
  const parameters = new URLSearchParams(query)
  const values: Record<string, unknown> = {}
  const problems: UrlProblem[] = []
  for (const name of fieldNames) {
    const text = parameters.get(parameterOf(name))
    if (text === null || !fields[name].stored.includes('url')) continue
    const value = text.length > longest ? null : fields[name].parse(text)
    if (value === null) problems.push({ name: parameterOf(name), value: begun(text) })
    else values[name] = value
  }
  return withoutBeyond({ values: values as Partial<Fields>, problems }, parameters)
}

/** How far the numbers of samples go depends on the network that the same address names. */
function withoutBeyond({ values, problems }: Decoded, parameters: URLSearchParams): Decoded {
  const { sample, ...others } = values
  const net = values.net ?? (values.from === 'mlstm-fcn' ? 'series' : fields.net.initial)
  if (sample == null || !isBeyond(sample, net)) return { values, problems }
  return {
    values: others,
    problems: [...problems, { name: 'sample', value: begun(parameters.get('sample') ?? '') }],
  }
}

/** Writes what differs from the defaults, in the order of the table; `base` keeps parameters that are not ours. */
export function encodeQuery(state: Fields, base = ''): string {
  const parameters = new URLSearchParams(base)
  for (const name of fieldNames) {
    const field = fields[name] as Field<unknown>
    const parameter = parameterOf(name)
    parameters.delete(parameter)
    if (!field.stored.includes('url')) continue
    const text = field.format(state[name])
    if (text !== field.format(field.initial)) parameters.set(parameter, text)
  }
  const query = parameters.toString().replaceAll('%7E', '~').replaceAll('%3A', ':')
  return query === '' ? '' : `?${query}`
}
