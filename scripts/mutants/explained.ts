/** Changes that no test can notice, because nothing that can be seen differs; each with the reason. */
import type { Mutant } from './sites.ts'

interface Explained {
  readonly file: string
  /** The line as it stands, without the space around it: lines move, their text seldom changes. */
  readonly line: string
  readonly before: string
  readonly after: string
  readonly reason: string
}

const explained: readonly Explained[] = [
  {
    file: 'src/model/data/drawing.ts',
    line: 'return [Math.max(0, Math.ceil(low)), Math.min(pictureSide - 1, Math.floor(high))]',
    before: 'floor',
    after: 'ceil',
    reason: 'pixels beyond the reach of the pen are looked at and get no ink',
  },
  {
    file: 'src/model/data/drawing.ts',
    line: 'return [Math.max(0, Math.ceil(low)), Math.min(pictureSide - 1, Math.floor(high))]',
    before: 'ceil',
    after: 'floor',
    reason: 'pixels beyond the reach of the pen are looked at and get no ink',
  },
  {
    file: 'src/model/state/openRows.ts',
    line: '2,',
    before: '2',
    after: '3',
    reason: 'one result more is kept than is asked for; each is the same object as before',
  },
  {
    file: 'src/model/state/steps.ts',
    line: 'return steps.find((step) => step.id === id) ?? (steps[0] as Step)',
    before: '0',
    after: '1',
    reason: 'the types hold that every step is in the table',
  },
  {
    file: 'src/model/data/mnist.ts',
    line: 'if (at < size) pixels[at] = value',
    before: '<',
    after: '<=',
    reason: 'a write just beyond a typed array does nothing; that there was one is told from the count',
  },
]

/** @param code of the mutant's file @returns why it cannot be noticed; undefined: it should be */
export function reasonFor(mutant: Mutant, code: string): string | undefined {
  const line = code.split('\n')[mutant.line - 1]?.trim()
  return explained.find(
    (one) =>
      one.file === mutant.file &&
      one.line === line &&
      one.before === mutant.before &&
      one.after === mutant.after,
  )?.reason
}

/** Explanations of lines that are no more. @param read a file's text */
export function stale(read: (file: string) => string): string[] {
  return explained
    .filter(
      ({ file, line }) =>
        !read(file)
          .split('\n')
          .some((one) => one.trim() === line),
    )
    .map(({ file, line }) => `${file}: ${line}`)
}
