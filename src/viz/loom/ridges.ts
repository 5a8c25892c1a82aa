/**
 * Maps of a series as pixels, the one-dimensional twin of maps.ts: one curve a channel, time from left to right, filled
 * to its zero line. U and X̃ share their domain, so what was attenuated is lower.
 */
import type { Box, LoomLayout } from './layout.ts'
import type { MapPalette, MapStrip, Rgb } from './maps.ts'

export interface RidgeSize {
  /** Of one map, in pixels of the strip. */
  readonly width: number
  readonly height: number
}

export interface RidgeOptions {
  /** Share of the height above the zero line; ridgeBaseline of the data unless told. */
  readonly baseline?: number
  /** Steps from here on are padding: their ground is hatched. */
  readonly padFrom?: number
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
 * Where a step of a map stands in the figure, in design pixels: as tall as the map, or, with a value, from the zero
 * line to the curve.
 * @param bar value as a share of the domain, and the strip's ridgeBaseline
 */
export function ridgeCell(
  layout: Pick<LoomLayout, 'x' | 'mapSize' | 'mapHeight' | 'mapTop'>,
  at: { readonly row: 'U' | 'out'; readonly channel: number; readonly step: number; readonly steps: number },
  bar?: { readonly share: number; readonly baseline: number },
): Box {
  const width = layout.mapSize / at.steps
  const x = layout.x(at.channel) - layout.mapSize / 2 + at.step * width
  const top = layout.mapTop[at.row]
  const height = layout.mapHeight
  if (bar === undefined) return { x, y: top, width, height }
  const zero = top + bar.baseline * height
  const end = zero - clipped(bar.share) * reachOf(bar.baseline, height)
  return { x, y: Math.min(zero, end), width, height: Math.abs(zero - end) }
}

/** Distance from the zero line to the edge that ±domain reaches. */
function reachOf(baseline: number, height: number): number {
  return baseline === 1 ? height : height / 2
}

function clipped(share: number): number {
  return Math.max(-1, Math.min(1, share))
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
  { baseline = ridgeBaseline(data), padFrom = steps }: RidgeOptions = {},
): MapStrip {
  const gap = gapPixels(width)
  const pitch = width + gap
  const total = (range.to - range.from) * pitch
  const pixels = new Uint8ClampedArray(total * height * 4)
  const words = new Uint32Array(pixels.buffer)
  const zero = baseline * height
  const reach = reachOf(baseline, height)
  const ink = inks(palette)
  const map = { left: 0, width, height, padded: Math.round((padFrom / steps) * width) }
  const ends = { first: new Float64Array(width), last: new Float64Array(width) }
  for (let channel = range.from; channel < range.to; channel++) {
    map.left = (channel - range.from) * pitch + Math.floor(gap / 2)
    for (let x = 0; x < width; x++) {
      const value = domain === 0 ? 0 : sampled(data, steps, channels, channel, x, width) / domain
      const end = zero - clipped(value) * reach
      ends.first[x] = Math.min(zero, end)
      ends.last[x] = Math.max(zero, end)
    }
    paintRows(words, total, map, ends, zero, ink)
    paintEdges(words, total, map, ends, zero, ink)
  }
  return { width: total, height, pixels }
}

interface MapPlace extends RidgeSize {
  readonly left: number
  /** Pixels from here on are padding. */
  readonly padded: number
}

/** Where the filled part of every column begins and ends, in pixels from above. */
interface Ends {
  readonly first: Float64Array
  readonly last: Float64Array
}

/** Ground and whole pixels, row by row as they lie in memory. */
function paintRows(
  words: Uint32Array,
  total: number,
  { left, width, height, padded }: MapPlace,
  { first, last }: Ends,
  zero: number,
  ink: Inks,
): void {
  const above = ink.above[levels] ?? 0
  const below = ink.below[levels] ?? 0
  const pale = ink.belowPale[levels] ?? 0
  for (let y = 0; y < height; y++) {
    const row = y * total + left
    for (let x = 0; x < width; x++) {
      const isPale = (x + y) % 4 > 1
      const ground = isPale && x >= padded ? ink.paper : ink.ground
      const isFilled = y >= (first[x] ?? 0) && y + 1 <= (last[x] ?? 0)
      words[row + x] = !isFilled ? ground : y < zero ? above : isPale ? pale : below
    }
  }
}

/** Pixels that are filled in part: those at the two ends of a column. */
function paintEdges(
  words: Uint32Array,
  total: number,
  { left, width }: MapPlace,
  { first, last }: Ends,
  zero: number,
  ink: Inks,
): void {
  for (let x = 0; x < width; x++) {
    const [from, to] = [first[x] ?? 0, last[x] ?? 0]
    for (const y of [Math.floor(from), Math.ceil(to) - 1]) {
      const covered = Math.min(y + 1, to) - Math.max(y, from)
      const level = Math.round(covered * levels)
      if (covered >= 1 || level <= 0) continue
      const ramp = to <= zero ? ink.above : (x + y) % 4 > 1 ? ink.belowPale : ink.below
      words[y * total + left + x] = ramp[level] ?? ink.ground
    }
  }
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
  readonly paper: number
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
    paper: word(paper),
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
