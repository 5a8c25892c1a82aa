import { expect, test } from 'vitest'
import { decodeText } from '../../src/model/data/series/readers/decode.ts'

test.each([
  ['windows-1252 beyond Latin-1', [0xb5, 0x56, 0x2c, 0x31, 0x96, 0x32], 'µV,1–2', 'windows-1252'],
  ['CP949', [0xc7, 0xd1, 0xb1, 0xdb, 0x2c, 0x31], '한글,1', 'euc-kr'],
])('%s', (_, bytes, text, encoding) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding })
})
