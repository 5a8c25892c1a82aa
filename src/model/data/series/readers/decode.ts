/** Bytes of a file to text. */

import { dataError } from '../../dataErrors.ts'
import { DataFormatError } from '../../errors.ts'

const saveAs =
  'a text file in UTF-8: in a spreadsheet save it as “CSV UTF-8”, in an editor choose the encoding UTF-8'

/** First bytes of files that are often taken for the text inside them. */
const packed: readonly (readonly [
  bytes: readonly number[],
  what: string,
  code: 'zip' | 'gzip' | 'oldSpreadsheet' | 'pdf',
])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or a spreadsheet (.xlsx)', 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive', 'zip'],
  [[0x1f, 0x8b], 'a gzip archive', 'gzip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old spreadsheet (.xls)', 'oldSpreadsheet'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document', 'pdf'],
]

/**
 * UTF-8, or UTF-16 with a byte order mark. The mark is not part of the text.
 *
 * @param cut whether the bytes are only the beginning of a file: a character they end within is then left out
 * @throws DataFormatError if it is a known binary format, another encoding, or has bytes that text does not have
 */
export function decodeText(bytes: Uint8Array, cut = false): string {
  const binary = packed.find(([beginning]) => beginning.every((byte, i) => bytes[i] === byte))
  if (binary !== undefined)
    throw new DataFormatError(
      binary[1],
      'the text file itself, unpacked or saved as CSV',
      null,
      dataError(binary[2]),
    )
  const encoding = encodingOf(bytes)
  const zero = encoding === 'utf-8' ? bytes.indexOf(0) : -1
  if (zero >= 0) {
    throw new DataFormatError(
      `a zero byte at position ${zero}: no text, or UTF-16 without a mark`,
      saveAs,
      null,
      dataError('zeroByte', { position: zero }),
    )
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    throw new DataFormatError(
      `bytes that are no ${encoding.toUpperCase()}`,
      saveAs,
      null,
      dataError('encoding'),
    )
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
