/** Pictures of the two inks as pixels: prints in which one ink lies over the other. */
import type { Rgb } from '../../viz/loom/maps.ts'
import { type Palette, rgb } from '../../viz/palette.ts'

export interface InkPalette {
  readonly paper: Rgb
  readonly inkA: Rgb
  readonly inkB: Rgb
  /** Where both inks cover. */
  readonly both: Rgb
  /** Ink of a picture with one channel. */
  readonly ink: Rgb
}

/**
 * On light paper the inks multiply (filters over white light), on dark paper they screen (lights that add):
 * either way the overlap is neither ink and stands out from the paper more than each.
 */
export function inkPalette(palette: Palette): InkPalette {
  const [paper, inkA, inkB] = [rgb(palette.paper), rgb(palette.inkA), rgb(palette.inkB)]
  const dark = paper[0] + paper[1] + paper[2] < 384
  const mix = (a: number, b: number) => (dark ? 255 - ((255 - a) * (255 - b)) / 255 : (a * b) / 255)
  const both: Rgb = [mix(inkA[0], inkB[0]), mix(inkA[1], inkB[1]), mix(inkA[2], inkB[2])]
  return { paper, inkA, inkB, both, ink: rgb(palette.x) }
}

/**
 * RGBA, [h, w]. Each pixel averages the four possible prints (paper, ink A, ink B, both) by the area each covers,
 * as if the inks covered independently (Neugebauer 1937).
 * @param data [h, w, c], 0–1, c = 1 or 2
 * @throws RangeError on another number of channels or values
 */
export function inkPixels(
  data: Float32Array,
  height: number,
  width: number,
  channels: number,
  palette: InkPalette,
): Uint8ClampedArray<ArrayBuffer> {
  if ((channels !== 1 && channels !== 2) || data.length !== height * width * channels) {
    throw new RangeError(`no picture of ${height} × ${width} × ${channels} in ${data.length} values`)
  }
  const { paper, both } = palette
  const [first, second] = channels === 2 ? [palette.inkA, palette.inkB] : [palette.ink, palette.ink]
  const pixels = new Uint8ClampedArray(height * width * 4)
  for (let i = 0; i < height * width; i++) {
    const a = share(data[i * channels])
    const b = channels === 2 ? share(data[i * 2 + 1]) : 0
    for (const k of [0, 1, 2] as const) {
      pixels[i * 4 + k] =
        (1 - a) * (1 - b) * paper[k] + a * (1 - b) * first[k] + (1 - a) * b * second[k] + a * b * both[k]
    }
    pixels[i * 4 + 3] = 255
  }
  return pixels
}

function share(value: number | undefined): number {
  return Math.min(1, Math.max(0, value ?? 0))
}
