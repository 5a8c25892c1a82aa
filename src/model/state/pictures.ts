/** From what the URL names to pixels: samples of the snapshot, the held-out file, the reader's own. */
import { greyPicture } from '../data/digits.ts'
import { composeInks, heldOutPair } from '../data/inks.ts'
import { type DigitSet, digitImage, digitLabel } from '../data/mnist.ts'
import type { ImageNetId } from '../networks/config.ts'
import type { StoredSample } from '../networks/snapshotTypes.ts'
import type { Nd } from '../tensor.ts'
import type { Ink, SampleSpec } from './sampleCode.ts'

export interface Picture {
  /** Same key, same pixels. */
  readonly key: string
  readonly spec: SampleSpec
  readonly input: Nd
  /** One digit (`digits`) or the two of the two inks; none of a series. */
  readonly digits: readonly Uint8Array[]
  /** Class of each digit; null where the reader drew it. */
  readonly labels: readonly (number | null)[]
  /** Ink of the bar; of a series its cue; null where there is neither. */
  readonly bar: Ink | null
  /** What the network should read; null where nobody knows. */
  readonly label: number | null
  /** Of a series: its steps before the padding. null for pictures. */
  readonly series: { readonly steps: number } | null
}

export interface PictureSource {
  readonly net: ImageNetId
  readonly stored: readonly StoredSample[]
  readonly heldOut: DigitSet | null
  /** Pixels of the reader's own drawing, 28 × 28. */
  readonly drawn: Uint8Array | null
}

/** null while the held-out file that the picture needs is not here. */
export function pictureOf(source: PictureSource, spec: SampleSpec): Picture | null {
  switch (spec.kind) {
    case 'heldOut':
      return heldOutPicture(source, spec.index, spec.bar, spec)
    case 'composed': {
      if (source.heldOut === null) return null
      const { first, second, bar } = spec
      return source.net === 'digits'
        ? digitsPicture(digitImage(source.heldOut, first), digitLabel(source.heldOut, first), spec)
        : twoInks(
            [digitImage(source.heldOut, first), digitImage(source.heldOut, second)],
            [digitLabel(source.heldOut, first), digitLabel(source.heldOut, second)],
            bar,
            spec,
          )
    }
    case 'drawn':
      if (source.drawn === null) return null
      return source.net === 'digits'
        ? digitsPicture(source.drawn, null, spec)
        : drawnInks(source, source.drawn, spec)
  }
}

/** The same picture with the bar in the other ink; null for `digits`, which have no bar. */
export function withOtherBar(picture: Picture): Picture | null {
  if (picture.bar === null) return null
  const bar: Ink = picture.bar === 0 ? 1 : 0
  return twoInks(picture.digits, picture.labels, bar, withBar(picture.spec, bar))
}

export function withBar(spec: SampleSpec, bar: Ink): SampleSpec {
  return spec.kind === 'drawn' ? spec : { ...spec, bar }
}

function heldOutPicture(
  source: PictureSource,
  index: number,
  bar: Ink | null,
  spec: SampleSpec,
): Picture | null {
  const stored = source.stored.find((sample) => sample.index === index)
  if (stored !== undefined) {
    return source.net === 'digits'
      ? digitsPicture(stored.digits[0] as Uint8Array, stored.labels[0] ?? null, spec)
      : twoInks(stored.digits, stored.labels, bar ?? stored.bar, spec)
  }
  if (source.heldOut === null) return null
  const set = source.heldOut
  if (index >= set.count) return null
  if (source.net === 'digits') return digitsPicture(digitImage(set, index), digitLabel(set, index), spec)
  const pair = heldOutPair(set, index)
  return twoInks(
    [digitImage(set, pair.a), digitImage(set, pair.b)],
    [digitLabel(set, pair.a), digitLabel(set, pair.b)],
    bar ?? pair.bar,
    spec,
  )
}

/** The reader's digit in ink 0, a held-out digit in ink 1, the bar in ink 0. */
function drawnInks(source: PictureSource, drawn: Uint8Array, spec: SampleSpec): Picture | null {
  const other = source.stored[0]
  if (other === undefined) return null
  return twoInks([drawn, other.digits[1] as Uint8Array], [null, other.labels[1] ?? null], 0, spec)
}

function digitsPicture(pixels: Uint8Array, label: number | null, spec: SampleSpec): Picture {
  return {
    key: `d${checksum(pixels)}`,
    spec,
    input: greyPicture(pixels),
    digits: [pixels],
    labels: [label],
    bar: null,
    label,
    series: null,
  }
}

function twoInks(
  digits: readonly Uint8Array[],
  labels: readonly (number | null)[],
  bar: Ink,
  spec: SampleSpec,
): Picture {
  const [a, b] = digits as [Uint8Array, Uint8Array]
  return {
    key: `i${checksum(a)}-${checksum(b)}-${bar}`,
    spec,
    input: composeInks(a, b, bar),
    digits,
    labels,
    bar,
    label: labels[bar] ?? null,
    series: null,
  }
}

/** FNV-1a: names pixels in cache keys. */
function checksum(pixels: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const pixel of pixels) hash = Math.imul(hash ^ pixel, 0x01000193)
  return (hash >>> 0).toString(36)
}
