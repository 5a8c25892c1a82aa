import type { DataError } from './dataErrors.ts'

/** What every reader of data throws when the data is not what it should be. */
export class DataFormatError extends Error {
  /** 1-based line of a text file; null for binary data and whole-file troubles. */
  readonly line: number | null
  /** What should have stood there. */
  readonly expected: string
  /** For the page to say in its own words; null for data of this project's own. */
  readonly dataError: DataError | null
  /** What is wrong, without line and expectation. */
  readonly reason: string
  /** Name of the file, where there are several. */
  readonly file: string | null

  constructor(
    reason: string,
    expected: string,
    line: number | null = null,
    dataError: DataError | null = null,
    file: string | null = null,
  ) {
    const place = `${file === null ? '' : `${file}: `}${line === null ? '' : `line ${line}: `}`
    super(`${place}${reason}; expected ${expected}`)
    this.name = 'DataFormatError'
    this.reason = reason
    this.line = line
    this.expected = expected
    this.dataError = dataError
    this.file = file
  }
}

/** The same, said of a file, and of another line if that is known better. */
export function inFile(error: DataFormatError, file: string, line = error.line): DataFormatError {
  return new DataFormatError(error.reason, error.expected, line, error.dataError, file)
}

/** Series that can be read, but not be made ready for a network. */
export class PreparationError extends RangeError {
  readonly dataError: DataError

  constructor(message: string, dataError: DataError) {
    super(message)
    this.name = 'PreparationError'
    this.dataError = dataError
  }
}

/** What is wrong, as plain data: it goes into the store and from there to whoever says it. */
export interface DataIssue {
  /** In English, for developers and where there is nothing better. */
  readonly message: string
  /** 1-based, of a file; null where it is not about one line. */
  readonly line: number | null
  readonly dataError: DataError | null
  /** Name of the file, where there are several. */
  readonly file?: string | null
}

export function dataIssueOf(error: unknown): DataIssue {
  if (error instanceof DataFormatError)
    return { message: error.message, line: error.line, dataError: error.dataError, file: error.file }
  if (error instanceof PreparationError)
    return { message: error.message, line: null, dataError: error.dataError }
  return { message: error instanceof Error ? error.message : String(error), line: null, dataError: null }
}
