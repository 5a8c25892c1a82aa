/** Archives as tools write them, and as nobody should. */
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, test } from 'vitest'
import { packedIn, unpack } from '../../../../../../src/model/data/series/readers/bundle/zip.ts'

const plenty = 2 ** 20

async function zipOf(files: Readonly<Record<string, string | Uint8Array>>, options = {}): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), options)
  for (const [path, content] of Object.entries(files))
    await writer.add(
      path,
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
    )
  return writer.close()
}

test('lists the files, not the folders, and unpacks what is wanted in the order that is asked for', async () => {
  const zip = await zipOf({ 'A/A_TRAIN.ts': 'one', 'A/A_TEST.ts': 'other', 'A/걷기.csv': 'x' })
  expect(await packedIn(zip)).toEqual([
    { path: 'A/A_TRAIN.ts', size: 3 },
    { path: 'A/A_TEST.ts', size: 5 },
    { path: 'A/걷기.csv', size: 1 },
  ])
  const blobs = await unpack(zip, ['A/A_TEST.ts', 'A/A_TRAIN.ts'], plenty)
  expect(await Promise.all(blobs.map((blob) => blob.text()))).toEqual(['other', 'one'])
})

test('stored without compression, and 2 MB in one file', async () => {
  const text = Array.from({ length: 2 ** 18 }, (_, i) => String(i % 9999).padStart(7)).join('\n')
  for (const level of [0, 6]) {
    const [blob] = await unpack(await zipOf({ 'a.csv': text }, { level }), ['a.csv'], 2 ** 22)
    expect(await blob?.text()).toBe(text)
  }
})

describe('is refused with its cause', () => {
  test('more than may be, whatever the archive says of itself', async () => {
    const zip = await zipOf({ 'a.csv': '0,0\n'.repeat(2 ** 17), 'b.csv': '0' })
    expect(zip.size).toBeLessThan(10_000)
    await expect(unpack(zip, ['b.csv', 'a.csv'], 2 ** 18)).rejects.toMatchObject({
      file: 'a.csv',
      dataError: { code: 'manyBytes', values: { most: 2 ** 18 } },
    })
    // Half of it is enough to know.
    const bytes = new Uint8Array(await zip.arrayBuffer())
    const size = new DataView(bytes.buffer)
    for (let at = 0; at + 30 < bytes.length; at++) {
      const signature = size.getUint32(at, true)
      if (signature === 0x04034b50) size.setUint32(at + 22, 4, true)
      if (signature === 0x02014b50) size.setUint32(at + 24, 4, true)
    }
    await expect(unpack(new Blob([bytes]), ['a.csv'], 2 ** 18)).rejects.toMatchObject({
      name: 'DataFormatError',
    })
  })
  test('a file with a password', async () => {
    const zip = await zipOf({ 'a.csv': '1' }, { password: 'secret' })
    await expect(unpack(zip, ['a.csv'], plenty)).rejects.toMatchObject({
      file: 'a.csv',
      dataError: { code: 'zipLocked' },
    })
  })
  test('a part of an archive, bytes that changed, and no archive at all', async () => {
    const zip = await zipOf({ 'a.csv': 'some text that is long enough to be packed, packed, packed' })
    await expect(packedIn(zip.slice(0, zip.size - 30))).rejects.toMatchObject({
      dataError: { code: 'zipDamaged' },
    })
    await expect(packedIn(new Blob(['x,y\n1,2\n']))).rejects.toMatchObject({
      dataError: { code: 'zipDamaged' },
    })
    const bytes = new Uint8Array(await zip.arrayBuffer())
    bytes[45] = (bytes[45] ?? 0) ^ 0xff
    await expect(unpack(new Blob([bytes]), ['a.csv'], plenty)).rejects.toMatchObject({
      file: 'a.csv',
      dataError: { code: 'zipDamaged' },
    })
  })
  test('more files than anybody has', async () => {
    const one = new Uint8Array(await (await zipOf({ 'a.csv': '1' })).arrayBuffer())
    const view = new DataView(one.buffer)
    const end = one.length - 22
    const [size, begin] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
    const record = one.slice(begin, begin + size)
    const tail = one.slice(end)
    const count = 20_001
    const counts = new DataView(tail.buffer)
    counts.setUint16(8, count, true)
    counts.setUint16(10, count, true)
    counts.setUint32(12, count * size, true)
    const zip = new Blob([one.slice(0, begin), ...Array.from({ length: count }, () => record), tail])
    await expect(packedIn(zip)).rejects.toMatchObject({
      dataError: { code: 'zipMany', values: { most: 20_000 } },
    })
  })
})

test('names of Korean Windows, which have no mark, are read', async () => {
  const zip = await zipOf({ 'AAAA/1.csv': '1' })
  const bytes = new Uint8Array(await zip.arrayBuffer())
  // 걷기 in CP949, and no mark for UTF-8.
  const name = [0xb0, 0xc8, 0xb1, 0xe2]
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 < bytes.length; at++) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) {
      bytes.set(name, at + 30)
      view.setUint16(at + 6, view.getUint16(at + 6, true) & ~0x800, true)
    }
    if (signature === 0x02014b50) {
      bytes.set(name, at + 46)
      view.setUint16(at + 8, view.getUint16(at + 8, true) & ~0x800, true)
    }
  }
  expect((await packedIn(new Blob([bytes]))).map(({ path }) => path)).toEqual(['걷기/1.csv'])
})
