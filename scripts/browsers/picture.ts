/** What is really painted: the pixels of a screenshot. */
import { PNG } from 'pngjs'

export type Colour = readonly [red: number, green: number, blue: number]

export interface Picture {
  readonly width: number
  readonly height: number
  /** RGBA, a row after the other. */
  readonly data: Uint8Array
}

export function pictureOf(png: Uint8Array): Picture {
  return PNG.sync.read(Buffer.from(png))
}

/** @throws RangeError if the place is not on the picture */
export function colourAt({ width, height, data }: Picture, x: number, y: number): Colour {
  if (!(x >= 0 && x < width && y >= 0 && y < height))
    throw new RangeError(`no pixel at ${x}, ${y} of ${width} × ${height}`)
  const at = 4 * (y * width + x)
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
}

/** The largest difference of a channel of colour, 0 to 255. */
export function difference(a: Colour, b: Colour): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))))
}

/** An upright line on the picture, in its pixels; `x` is its middle. */
export interface Upright {
  readonly x: number
  readonly from: number
  readonly to: number
  /** Of its stroke, laid over what is below it with `opacity`, 0 to 1. */
  readonly colour: Colour
  readonly opacity: number
}

/** So far beside the line stands what is below it. */
const beside = 5
/** Rounding, and what a compositor makes of it. */
const tolerance = 10

/**
 * In how many of the rows the line is seen: a pixel at most one from its middle has the line's colour over that of both
 * sides. Rows are not counted whose sides differ, since something else stands there, or have the line's own colour.
 * @throws RangeError if the line is not on the picture
 */
export function rowsPainted(
  picture: Picture,
  line: Upright,
): { readonly painted: number; readonly of: number } {
  const middle = Math.floor(line.x)
  let [painted, of] = [0, 0]
  for (let y = Math.ceil(line.from); y < Math.floor(line.to); y++) {
    const [left, right] = [colourAt(picture, middle - beside, y), colourAt(picture, middle + beside, y)]
    if (difference(left, right) > tolerance) continue
    const [r, g, b] = left.map((value, i) => value + ((line.colour[i] ?? 0) - value) * line.opacity)
    const wanted: Colour = [r ?? 0, g ?? 0, b ?? 0]
    if (difference(left, wanted) <= 2 * tolerance) continue
    of += 1
    const isThere = [-1, 0, 1].some(
      (by) => difference(colourAt(picture, middle + by, y), wanted) <= tolerance,
    )
    if (isThere) painted += 1
  }
  return { painted, of }
}

/** Pixels that differ by more than rounding. @throws RangeError if the sizes differ */
export function pixelsThatDiffer(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`${a.width} × ${a.height} and ${b.width} × ${b.height}`)
  let count = 0
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++)
      if (difference(colourAt(a, x, y), colourAt(b, x, y)) > tolerance) count += 1
  return count
}
