/** Bytes of a file to text. */

import { type DataErrorCode, dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'

const saveAs =
  'a text file in UTF-8: in a spreadsheet save it as “CSV UTF-8”, in an editor choose the encoding UTF-8'

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))

/** First bytes of files that are often taken for the text inside them. */
const packed = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or a spreadsheet (.xlsx)', 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive', 'zip'],
  [[0x1f, 0x8b], 'a gzip archive', 'gzip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old spreadsheet (.xls)', 'oldSpreadsheet'],
  [ascii('%PDF'), 'a PDF document', 'pdf'],
  [[0x93, ...ascii('NUMPY')], 'a NumPy array (.npy)', 'numpy'],
  [ascii('MATLAB 5'), 'a MATLAB file (.mat)', 'matlab'],
  [[0x89, ...ascii('HDF')], 'an HDF5 file (.h5, or .mat of MATLAB 7.3)', 'hdf5'],
  [ascii('PAR1'), 'a Parquet file', 'parquet'],
  [ascii('ARROW1'), 'an Arrow or Feather file', 'parquet'],
  [ascii('SQLite'), 'a SQLite database', 'sqlite'],
] as const satisfies readonly (readonly [bytes: readonly number[], what: string, code: DataErrorCode])[]

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr' | 'windows-1252'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * UTF-8, or UTF-16; what is neither is taken for the encoding of a Korean (CP949) or a Western European Windows
 * (`oldEncoding`). A byte order mark is not part of the text.
 *
 * @param cut whether the bytes are only the beginning of a file: a character they end within is then left out
 * @throws DataFormatError if it is a known binary format, or has bytes that text does not have
 */
export function decodeText(bytes: Uint8Array, cut = false): Decoded {
  const binary = packed.find(([beginning]) => beginning.every((byte, i) => bytes[i] === byte))
  if (binary !== undefined)
    throw new DataFormatError(
      binary[1],
      'the text file itself, unpacked or saved as CSV',
      null,
      dataError(binary[2]),
    )
  const encoding = unicodeOf(bytes)
  const zero = encoding === 'utf-8' ? bytes.indexOf(0) : -1
  if (zero >= 0) {
    throw new DataFormatError(
      `a zero byte at position ${zero}: no text`,
      saveAs,
      null,
      dataError('zeroByte', { position: zero }),
    )
  }
  const text = decoded(bytes, encoding, cut)
  if (text !== null) return { text, encoding }
  const old = encoding === 'utf-8' ? oldEncoding(bytes) : null
  const oldText = old === null ? null : decoded(bytes, old, cut)
  if (old !== null && oldText !== null) return { text: oldText, encoding: old }
  throw new DataFormatError(
    `bytes that are no ${encoding.toUpperCase()}`,
    saveAs,
    null,
    dataError('encoding'),
  )
}

/** null if the bytes are not in this encoding, or the browser does not know it. */
function decoded(bytes: Uint8Array, encoding: Encoding, cut: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return null
  }
}

/** How many bytes are looked at to tell encodings apart. */
const looked = 4096

function unicodeOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Without a mark: of ASCII in UTF-16 every second byte is zero.
  const beginning = bytes.subarray(0, looked)
  const zeros = [0, 1].map((parity) => beginning.filter((byte, i) => byte === 0 && i % 2 === parity).length)
  const [even = 0, odd = 0] = zeros
  const most = beginning.length / 4
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : 'utf-8'
}

/**
 * In CP949 letters beyond ASCII are pairs of bytes from 0xA1 on (all the syllables of KS X 1001), in windows-1252 single
 * bytes, of which seldom two stand together. null: no text in either, or UTF-8 that is damaged.
 */
function oldEncoding(bytes: Uint8Array): 'euc-kr' | 'windows-1252' | null {
  if (bytes.some((byte) => byte < 32 && !blank.has(byte))) return null
  const asUtf8 = new TextDecoder().decode(bytes.subarray(0, looked * 16))
  const others = asUtf8.match(/[^\0-\x7f]/gu) ?? []
  const damaged = others.filter((character) => character.codePointAt(0) === replacement).length
  if (damaged <= others.length - damaged) return null
  let pairs = 0
  let single = 0
  for (let i = 0; i < bytes.length && pairs + single < looked; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue
    if ((bytes[i] ?? 0) >= 0xa1 && (bytes[i + 1] ?? 0) >= 0xa1) {
      pairs++
      i++
    } else single++
  }
  if (pairs > single) return 'euc-kr'
  return bytes.some((byte) => unused.has(byte)) ? null : 'windows-1252'
}

/** What stands for bytes that are no UTF-8. */
const replacement = 0xfffd
/** Tab, line feed, form feed, carriage return. */
const blank = new Set([9, 10, 12, 13])
/** By windows-1252. */
const unused = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
