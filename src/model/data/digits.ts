/** `digits`: MNIST as it is, one grey channel. */
import { type Nd, nd } from '../tensor.ts'
import { pictureSide } from './inks.ts'
import { type DigitSet, digitImage } from './mnist.ts'

/** Pixels 0–255, [28 · 28] → [h 28, w 28, c 1], 0–1. */
export function greyPicture(pixels: Uint8Array): Nd {
  const data = new Float32Array(pixels.length)
  writeGrey(data, 0, pixels)
  return nd(['h', 'w', 'c'], [pictureSide, pictureSide, 1], data)
}

/** As `greyPicture`, into a batch, from position `at` on. */
export function writeGrey(into: Float32Array, at: number, pixels: Uint8Array): void {
  for (let i = 0; i < pixels.length; i++) into[at + i] = (pixels[i] ?? 0) / 255
}

export function digitPicture(digits: DigitSet, index: number): Nd {
  return greyPicture(digitImage(digits, index))
}
