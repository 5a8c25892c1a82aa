import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Pixels, png } from '../../build/png.ts'

/** Reads what `png` writes: filter 0, palette or RGBA. */
function read(file: Buffer): Pixels {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const part = (name: string) => chunks.get(name) ?? Buffer.alloc(0)
  const [width, height] = [part('IHDR').readUInt32BE(0), part('IHDR').readUInt32BE(4)]
  const indexed = part('IHDR')[9] === 3
  const lines = inflateSync(part('IDAT'))
  const depth = indexed ? 1 : 4
  const values = Array.from({ length: width * height * depth }, (_, i) => {
    const y = Math.floor(i / (width * depth))
    return lines[i + y + 1] ?? Number.NaN
  })
  const rgba = (colour: number) => [
    ...part('PLTE').subarray(3 * colour, 3 * colour + 3),
    part('tRNS')[colour] ?? 255,
  ]
  return { width, height, pixels: new Uint8ClampedArray(indexed ? values.flatMap(rgba) : values) }
}

const noise = (width: number, height: number, colours: number): Pixels => ({
  width,
  height,
  pixels: new Uint8ClampedArray(
    Array.from({ length: width * height }, (_, i) => {
      const colour = (i * 7919) % colours
      return [colour & 255, colour >> 8, 255 - (colour & 255), colour % 3 === 0 ? 0 : 255]
    }).flat(),
  ),
})

describe('png', () => {
  test.each([
    ['few colours', noise(17, 9, 200), 3],
    ['as many as a byte numbers', noise(32, 16, 256), 3],
    ['more than a byte numbers', noise(32, 16, 257), 6],
  ] as const)('%s: reads back as it was', (_, image, type) => {
    const file = png(image)
    expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect(file[25]).toBe(type)
    expect(read(file)).toEqual(image)
  })

  test('ends with the chunk whose checksum the specification gives', () => {
    expect(
      png(noise(1, 1, 1))
        .subarray(-12)
        .toString('hex'),
    ).toBe('0000000049454e44ae426082')
  })
})
