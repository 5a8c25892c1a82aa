/** Which picture is on show, as data that fits into a URL. */
import type { NetId } from '../networks/config.ts'

export type Ink = 0 | 1

export type SampleSpec =
  /** A held-out picture; for `inks` the bar can be overridden. */
  | { readonly kind: 'heldOut'; readonly index: number; readonly bar: Ink | null }
  /** Two held-out digits (positions in the held-out file) and the ink of the bar, chosen by the reader. */
  | { readonly kind: 'composed'; readonly first: number; readonly second: number; readonly bar: Ink }
  /** Drawn by the reader; the pixels stay in this browser's memory, so the URL only says that it was drawn. */
  | { readonly kind: 'drawn' }

/** `12`, `12b0`, `c101-57b1`, `drawn` */
export function formatSample(sample: SampleSpec): string {
  if (sample.kind === 'drawn') return 'drawn'
  if (sample.kind === 'composed') return `c${sample.first}-${sample.second}b${sample.bar}`
  return `${sample.index}${sample.bar === null ? '' : `b${sample.bar}`}`
}

const heldOutCount = 2000

/** Reads what `formatSample` writes; whether such a picture exists is asked elsewhere (`isBeyond`). */
export function parseSample(text: string): SampleSpec | null {
  if (text === 'drawn') return { kind: 'drawn' }
  const held = /^(\d{1,9})(?:b([01]))?$/.exec(text)
  if (held !== null) return { kind: 'heldOut', index: Number(held[1]), bar: ink(held[2]) }
  const composed = /^c(\d{1,4})-(\d{1,4})b([01])$/.exec(text)
  if (composed === null) return null
  const [first, second, bar] = [Number(composed[1]), Number(composed[2]), ink(composed[3])]
  return first < heldOutCount && second < heldOutCount && bar !== null
    ? { kind: 'composed', first, second, bar }
    : null
}

/** Whether a held-out picture of that number cannot be: of series only the file says how many there are. */
export function isBeyond(sample: SampleSpec, net: NetId): boolean {
  return net !== 'series' && sample.kind === 'heldOut' && sample.index >= heldOutCount
}

function ink(text: string | undefined): Ink | null {
  return text === undefined ? null : text === '1' ? 1 : 0
}
