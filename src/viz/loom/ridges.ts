/**
 * Maps of a series as pixels, the one-dimensional twin of maps.ts: one curve a channel, time from left to right, filled
 * to its zero line. U and X̃ share their domain, so what was attenuated is lower.
 */
import type { MapPalette, MapStrip, Rgb } from './maps.ts'

export interface RidgeSize {
  /** Of one map, in pixels of the strip. */
  readonly width: number
  readonly height: number
}

/** Clear pixels between two maps: a fifteenth of the pitch, as in the layout. */
function gapPixels(width: number): number {
  return Math.round(width / 14)
}

/** Share of the hue in the ground of a map: an empty one is still seen. */
const groundShare = 0.07

/**
 * Where zero lies, as a share of the height from above: at the foot if nothing is below zero (behind a ReLU), else in
 * the middle. One decision for all maps of a row.
 */
export function ridgeBaseline(data: Float32Array): number {
  return data.some((value) => value < 0) ? 0.5 : 1
}

/**
 * Curves side by side, each in the middle of its column: [t, c] → one image, clear between the maps.
 * @param domain |value| that reaches the edge; larger ones are clipped
 */
export function paintRidges(
  data: Float32Array,
  [steps, channels]: readonly [t: number, c: number],
  range: { readonly from: number; readonly to: number },
  domain: number,
  palette: MapPalette,
  { width, height }: RidgeSize,
  baseline = ridgeBaseline(data),
): MapStrip {
  const gap = gapPixels(width)
  const pitch = width + gap
  const total = (range.to - range.from) * pitch
  const pixels = new Uint8ClampedArray(total * height * 4)
  const words = new Uint32Array(pixels.buffer)
  const zero = baseline * height
  const reach = baseline === 1 ? height : height / 2
  const ink = inks(palette)
  for (let channel = range.from; channel < range.to; channel++) {
    const left = (channel - range.from) * pitch + Math.floor(gap / 2)
    for (let x = 0; x < width; x++) {
      const value = domain === 0 ? 0 : sampled(data, steps, channels, channel, x, width) / domain
      const top = zero - Math.max(-1, Math.min(1, value)) * reach
      paintColumn(words, total, left + x, height, top, zero, ink)
    }
  }
  return { width: total, height, pixels }
}

/** Value in the middle of a pixel's column, on the line between two steps; each step stands in its cell's middle. */
function sampled(
  data: Float32Array,
  steps: number,
  channels: number,
  channel: number,
  x: number,
  width: number,
): number {
  const at = Math.max(0, Math.min(steps - 1, ((x + 0.5) / width) * steps - 0.5))
  const before = Math.floor(at)
  const share = at - before
  const a = data[before * channels + channel] ?? 0
  const b = data[Math.min(steps - 1, before + 1) * channels + channel] ?? 0
  return a + share * (b - a)
}

interface Inks {
  readonly ground: number
  /** Above zero, by share of the pixel that is covered: 0 … levels. */
  readonly above: Uint32Array
  readonly below: Uint32Array
  /** Every other diagonal below zero: the sign does not hang on colour alone. */
  readonly belowPale: Uint32Array
}

/** Shades between ground and full ink at an edge. */
const levels = 8

function inks({ paper, positive, negative }: MapPalette): Inks {
  const ground = mixed(paper, positive, groundShare)
  const ramp = (hue: Rgb) =>
    Uint32Array.from({ length: levels + 1 }, (_, i) => word(mixed(ground, hue, i / levels)))
  return {
    ground: word(ground),
    above: ramp(positive),
    below: ramp(negative),
    belowPale: ramp(mixed(ground, negative, 0.25)),
  }
}

function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share
  return [at(0), at(1), at(2)]
}

/** As one word in the byte order of the pixels. */
function word(colour: Rgb): number {
  const bytes = new Uint8ClampedArray([...colour, 255])
  return new Uint32Array(bytes.buffer)[0] ?? 0
}

/** @param top, zero ends of the filled part, in pixels from above; in either order */
function paintColumn(
  words: Uint32Array,
  total: number,
  x: number,
  height: number,
  top: number,
  zero: number,
  ink: Inks,
): void {
  const isBelow = top > zero
  const [first, last] = isBelow ? [zero, top] : [top, zero]
  for (let y = 0; y < height; y++) {
    const covered = Math.max(0, Math.min(y + 1, last) - Math.max(y, first))
    const level = Math.round(covered * levels)
    const ramp = !isBelow ? ink.above : (x + y) % 4 > 1 ? ink.belowPale : ink.below
    words[y * total + x] = level === 0 ? ink.ground : (ramp[level] ?? ink.ground)
  }
}
