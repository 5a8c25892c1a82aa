/** Lines of a long text, one at a time and not cut out. */

/** What ends a line; CR before LF is white space at the end of a line. */
export type Newline = '\n' | '\r'

/** CR alone ends lines where nothing else does. */
export function newlineIn(text: string): Newline {
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n'
}

export type Progress = (doneCharacters: number, total: number) => void

/** Characters between two reports. */
export const progressEvery = 2 ** 20

export interface Lines {
  /** Of the line without its white space: `text.slice(start, end)`, never empty. */
  start: number
  end: number
  /** 1-based. */
  number: number
  /** Goes to the next line that has anything on it. False if there is none; `number` is then that of the last line. */
  next(): boolean
  /** The rest of this line, from `start`, is a line of its own, and the next one. */
  rest(start: number): void
}

export function openLines(text: string, onProgress?: Progress): Lines {
  const newline = newlineIn(text)
  let from = 0
  let reportAt = progressEvery
  return {
    start: 0,
    end: 0,
    number: 0,
    rest(start) {
      from = start
      this.number--
    },
    next() {
      while (from < text.length) {
        const found = text.indexOf(newline, from)
        let end = found < 0 ? text.length : found
        let start = from
        from = end + 1
        this.number++
        while (start < end && text.charCodeAt(start) <= 32) start++
        while (end > start && text.charCodeAt(end - 1) <= 32) end--
        if (from >= reportAt) {
          reportAt = from + progressEvery
          onProgress?.(Math.min(from, text.length), text.length)
        }
        if (start === end) continue
        this.start = start
        this.end = end
        return true
      }
      onProgress?.(text.length, text.length)
      return false
    },
  }
}
