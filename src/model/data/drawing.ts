/**
 * A hand's strokes as an image in the manner of MNIST (LeCun, Cortes, Burges:
 * scaled into a box of 20 × 20 with its proportions kept, then placed so that
 * its centre of mass is the centre of 28 × 28).
 */
import { pictureSide } from './inks.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The path of a pen from touching down to lifting off; one point is a dot. */
export type Stroke = readonly Point[]

/** Longest side of the ink, in pixels. */
const boxSide = 20
/** Where MNIST's centres of mass lie (measured over 2,000 of its images: 14.01, 13.99), from the first pixel's centre. */
const centre = 14
/** Half the pen's width, in pixels: about 150 of 784 pixels carry ink, as in MNIST. */
const penRadius = 1.2
/** Over this distance ink fades to paper. */
const softEdge = 0.5
/** A drawing smaller than this part of the canvas is not blown up to full size: a dot stays a dot. */
const smallest = 0.05

/**
 * @param strokes in the canvas's own unit, from its top left corner
 * @param size side of the canvas in the same unit
 * @returns pixels 0 paper … 255 ink, [28 · 28]; null if nothing was drawn
 */
export function drawnDigit(strokes: readonly Stroke[], size: number): Uint8Array | null {
  const drawn = strokes.filter((stroke) => stroke.length > 0)
  if (drawn.length === 0) return null
  const fitted = fitIntoBox(drawn, size)
  const mass = centreOfMass(rasterise(fitted))
  // Fractions of a pixel as well: the strokes move, not the image.
  const centred = fitted.map((stroke) =>
    stroke.map(({ x, y }) => ({ x: x + centre - mass.x, y: y + centre - mass.y })),
  )
  return Uint8Array.from(rasterise(centred), (ink) => Math.round(255 * ink))
}

/** Scaled so that the ink, with the pen's width, fills the box; the box in the middle of the picture. */
function fitIntoBox(strokes: readonly Stroke[], size: number): Stroke[] {
  const xs = strokes.flatMap((stroke) => stroke.map((point) => point.x))
  const ys = strokes.flatMap((stroke) => stroke.map((point) => point.y))
  const [left, right] = extent(xs)
  const [top, bottom] = extent(ys)
  const longest = Math.max(right - left, bottom - top, smallest * size)
  const scale = (boxSide - 2 * (penRadius + softEdge)) / longest
  const middle = (pictureSide - 1) / 2
  return strokes.map((stroke) =>
    stroke.map(({ x, y }) => ({
      x: middle + scale * (x - (left + right) / 2),
      y: middle + scale * (y - (top + bottom) / 2),
    })),
  )
}

/** Not Math.min(...values): a long drawing has more points than a call takes arguments. */
function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

/** Ink 0–1 by the distance of each pixel's centre from the nearest stroke, [28 · 28]. */
function rasterise(strokes: readonly Stroke[]): Float32Array {
  const ink = new Float32Array(pictureSide * pictureSide)
  for (const stroke of strokes) {
    for (const [i, to] of stroke.entries()) inkSegment(ink, stroke[i - 1] ?? to, to)
  }
  return ink
}

/** Looks only at the pixels that the pen can reach: a long drawing has thousands of segments. */
function inkSegment(ink: Float32Array, from: Point, to: Point): void {
  const reach = penRadius + softEdge
  const [left, right] = pixelsWithin(Math.min(from.x, to.x) - reach, Math.max(from.x, to.x) + reach)
  const [top, bottom] = pixelsWithin(Math.min(from.y, to.y) - reach, Math.max(from.y, to.y) + reach)
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const cover = (reach - distanceToSegment(x, y, from, to)) / (2 * softEdge)
      const pixel = y * pictureSide + x
      ink[pixel] = Math.max(ink[pixel] ?? 0, Math.min(1, cover))
    }
  }
}

function pixelsWithin(low: number, high: number): [number, number] {
  return [Math.max(0, Math.ceil(low)), Math.min(pictureSide - 1, Math.floor(high))]
}

function distanceToSegment(x: number, y: number, from: Point, to: Point): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / squared
  const nearest = Math.min(1, Math.max(0, along))
  return Math.hypot(x - from.x - nearest * dx, y - from.y - nearest * dy)
}

/** From the first pixel's centre. */
function centreOfMass(ink: Float32Array): Point {
  let mass = 0
  let x = 0
  let y = 0
  for (const [pixel, value] of ink.entries()) {
    mass += value
    x += value * (pixel % pictureSide)
    y += value * Math.floor(pixel / pictureSide)
  }
  return { x: x / mass, y: y / mass }
}
