/** What the composer offers and how a choice changes a picture. */
import type { Ink } from '../../model/state/sampleCode.ts'

export interface DigitChoice {
  /** Position in the held-out file. */
  readonly index: number
  /** 0–255, [28 · 28] */
  readonly pixels: Uint8Array
}

/** Digits by class, 0–9: some handwritten examples of each. */
export type DigitsByClass = readonly (readonly DigitChoice[])[]

/** Two digits (positions in the held-out file) and the ink of the bar. */
export interface Composition {
  /** In ink 0. */
  readonly first: number
  /** In ink 1. */
  readonly second: number
  readonly bar: Ink
}

export type Slot = 'first' | 'second'

/** Class of a digit; null: not among the offered ones. */
export function classOf(digits: DigitsByClass, index: number): number | null {
  const found = digits.findIndex((examples) => examples.some((example) => example.index === index))
  return found < 0 ? null : found
}

/** The next example of the class on show, after the last again the first. */
export function otherHand(digits: DigitsByClass, index: number): number {
  const examples = digits[classOf(digits, index) ?? -1] ?? []
  const at = examples.findIndex((example) => example.index === index)
  return examples[(at + 1) % examples.length]?.index ?? index
}

/** Example that stands for a class: the one on show, or the first. */
export function exampleOf(digits: DigitsByClass, digit: number, shown: number): DigitChoice | null {
  const examples = digits[digit] ?? []
  return examples.find((example) => example.index === shown) ?? examples[0] ?? null
}

/** A digit in one of the inks, [28, 28, 2], 0–1. */
export function inOneInk(pixels: Uint8Array, ink: Ink): Float32Array {
  const data = new Float32Array(pixels.length * 2)
  for (const [i, pixel] of pixels.entries()) data[2 * i + ink] = pixel / 255
  return data
}
