/** Small made-up series in the archives' own formats: four movements of six variables, told apart with ease. */

const [channels, length] = [6, 40]
const names = ['Standing', 'Running', 'Walking', 'Badminton'] as const

/** Variable `c` at step `t` of recording `n`: class by frequency and height, a little of its own. */
function value(n: number, c: number, t: number): number {
  const label = n % names.length
  const own = Math.sin(n * 12.9898 + c * 78.233) * 0.5
  const noise = Math.sin((n + 1) * (t + 1) * (c + 2) * 43.7) * 0.3
  return Number((label * Math.sin(t * (0.2 + 0.25 * label) + own + c) + noise).toFixed(4))
}

const dimension = (n: number, c: number) => Array.from({ length }, (_, t) => value(n, c, t)).join(',')
const dimensions = (n: number) => Array.from({ length: channels }, (_, c) => dimension(n, c))
const label = (n: number) => names[n % names.length] ?? ''

/** @param first number of the first recording: other numbers, other recordings */
export function tsFile(first: number, count: number): string {
  const head = [
    '# made up',
    '@problemName Moves',
    '@timeStamps false',
    '@missing false',
    '@univariate false',
    `@dimensions ${channels}`,
    '@equalLength true',
    `@seriesLength ${length}`,
    `@classLabel true ${names.join(' ')}`,
    '@data',
  ]
  const lines = Array.from({ length: count }, (_, i) =>
    [...dimensions(first + i), label(first + i)].join(':'),
  )
  return `${[...head, ...lines].join('\n')}\n`
}

export function arffFile(first: number, count: number): string {
  const head = [
    '% made up',
    "@relation 'Moves'",
    '@attribute relationalAtt relational',
    ...Array.from({ length }, (_, t) => `@attribute att${t} numeric`),
    '@end relationalAtt',
    `@attribute activity {${names.join(',')}}`,
    '@data',
  ]
  const lines = Array.from(
    { length: count },
    (_, i) => `"${dimensions(first + i).join('\\n')}",${label(first + i)}`,
  )
  return `${[...head, ...lines].join('\n')}\n`
}
