/** PNG files as small as the first view needs them (PNG specification: chunks IHDR, PLTE, tRNS, IDAT, IEND). */
import { deflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** RGBA, a row after the other. */
  readonly pixels: Uint8ClampedArray
}

/** At most 256 colours: one byte a pixel and a palette. More: four bytes a pixel. */
export function png(image: Pixels): Buffer {
  const palette = paletteOf(image)
  const [depth, values] = palette === null ? [4, image.pixels] : [1, palette.indices]
  const header = Buffer.alloc(13)
  header.writeUInt32BE(image.width, 0)
  header.writeUInt32BE(image.height, 4)
  header.set([8, palette === null ? 6 : 3, 0, 0, 0], 8)
  const row = image.width * depth
  // Every row begins with the number of its filter: 0, none.
  const lines = Buffer.alloc(image.height * (row + 1))
  for (let y = 0; y < image.height; y++) {
    lines.set(values.subarray(y * row, (y + 1) * row), y * (row + 1) + 1)
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette === null ? [] : [chunk('PLTE', palette.colours), chunk('tRNS', palette.opacities)]),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

interface Palette {
  readonly indices: Uint8Array
  /** RGB of each. */
  readonly colours: Buffer
  readonly opacities: Buffer
}

/** null if there are more colours than a byte can number. */
function paletteOf({ pixels }: Pixels): Palette | null {
  const words = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  const numbers = new Map<number, number>()
  const indices = new Uint8Array(pixels.length / 4)
  for (let i = 0; i < indices.length; i++) {
    const colour = words.getUint32(4 * i)
    const known = numbers.get(colour)
    if (known === undefined && numbers.size === 256) return null
    indices[i] = known ?? numbers.size
    if (known === undefined) numbers.set(colour, numbers.size)
  }
  const all = [...numbers.keys()]
  return {
    indices,
    colours: Buffer.from(
      all.flatMap((colour) => [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255]),
    ),
    opacities: Buffer.from(all.map((colour) => colour & 255)),
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** CRC-32 as PNG wants it, polynomial 0xedb88320. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
