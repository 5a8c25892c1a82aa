/**
 * Feature maps as pixels. One strip of C maps is one image: U and X̃ share ramp and domain,
 * or the attenuation would disappear from the picture.
 */

/** 0–255 each. */
export type Rgb = readonly [number, number, number]

export interface MapPalette {
  readonly paper: Rgb
  /** Role hue: the colour of +domain. */
  readonly positive: Rgb
  /** Neutral grey of the hatching below zero. */
  readonly negative: Rgb
}

export interface MapStrip {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
}

/** Pixels a cell is drawn with; the hatching needs more than one. */
const cellPixels = 4

/** Clear pixels between two maps: a fifteenth of the pitch, as in the layout. */
function gapPixels(columns: number, cell: number): number {
  return Math.round((columns * cell) / 14)
}

/**
 * Maps side by side, each in the middle of its column: [h, w, c] → one image, clear between the maps.
 * @param cell pixels along a cell's side; at 1 nothing is hatched
 * @param domain |value| that gets the full hue; larger ones are clipped
 */
export function paintMaps(
  data: Float32Array,
  shape: readonly [h: number, w: number, c: number],
  range: { readonly from: number; readonly to: number },
  domain: number,
  palette: MapPalette,
  cell = cellPixels,
): MapStrip {
  const [h, w, c] = shape
  const gap = gapPixels(w, cell)
  const pitch = w * cell + gap
  const width = (range.to - range.from) * pitch
  const height = h * cell
  const pixels = new Uint8ClampedArray(width * height * 4)
  const words = new Uint32Array(pixels.buffer)
  const ink = mixer(palette)
  for (let channel = range.from; channel < range.to; channel++) {
    const start = (channel - range.from) * pitch + Math.floor(gap / 2)
    for (let i = 0; i < h; i++) {
      for (let j = 0; j < w; j++) {
        const value = domain === 0 ? 0 : (data[(i * w + j) * c + channel] ?? 0) / domain
        const share = Math.min(1, Math.abs(value)) ** ramp
        const full = ink(value, share)
        // Below zero every other diagonal is nearly paper: the sign does not hang on colour alone.
        const hatch = value < 0 ? ink(value, share * 0.25) : full
        fillCell(words, width, start + j * cell, i * cell, cell, full, hatch)
      }
    }
  }
  return { width, height, pixels }
}

/** Paper with a share of the hue, as one word in the byte order of the pixels: four bytes are written at a time. */
function mixer({ paper, positive, negative }: MapPalette): (value: number, share: number) => number {
  const bytes = new Uint8ClampedArray([0, 0, 0, 255])
  const word = new Uint32Array(bytes.buffer)
  return (value, share) => {
    const hue = value < 0 ? negative : positive
    bytes[0] = paper[0] + (hue[0] - paper[0]) * share
    bytes[1] = paper[1] + (hue[1] - paper[1]) * share
    bytes[2] = paper[2] + (hue[2] - paper[2]) * share
    return word[0] ?? 0
  }
}

function fillCell(
  words: Uint32Array,
  width: number,
  left: number,
  top: number,
  cell: number,
  full: number,
  hatch: number,
): void {
  for (let y = 0; y < cell; y++) {
    const row = (top + y) * width + left
    for (let x = 0; x < cell; x++) words[row + x] = (x + y) % 4 > 1 ? hatch : full
  }
}

/** Exponent below 1: small activations stay visible; the legend says so by its own ramp. */
const ramp = 0.7

/** A domain that does not flicker: the next of 1, 1.5, 2, 3, 5, 7 × 10ⁿ. */
export function niceDomain(largest: number): number {
  if (!(largest > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = [1, 1.5, 2, 3, 5, 7, 10].find((s) => largest <= s * power * (1 + 1e-9)) ?? 10
  return step * power
}

export function largestMagnitude(...arrays: readonly Float32Array[]): number {
  let largest = 0
  for (const array of arrays)
    for (const value of array) if (Math.abs(value) > largest) largest = Math.abs(value)
  return largest
}

export function hasNegative(...arrays: readonly Float32Array[]): boolean {
  for (const array of arrays) for (const value of array) if (value < 0) return true
  return false
}
