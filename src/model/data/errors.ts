/** What every reader of data throws when the data is not what it should be. */
export class DataFormatError extends Error {
  /** 1-based line of a text file; null for binary data and whole-file troubles. */
  readonly line: number | null
  /** What should have stood there. */
  readonly expected: string

  constructor(message: string, expected: string, line: number | null = null) {
    super(`${line === null ? '' : `line ${line}: `}${message}; expected ${expected}`)
    this.name = 'DataFormatError'
    this.line = line
    this.expected = expected
  }
}
