/**
 * The block's arithmetic once more, written out for the tests: nothing but loops over the stored weights.
 * U and the probabilities come from the network's own forward pass; everything between is computed here.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { forwardNetwork, type NetworkTrace } from '../../src/model/networks/forward.ts'
import { networkPlan } from '../../src/model/networks/networkPlan.ts'
import type { NetworkPlan, Site } from '../../src/model/networks/planTypes.ts'
import { decodeSnapshot } from '../../src/model/networks/snapshot.ts'
import type { ImageSnapshot } from '../../src/model/networks/snapshotTypes.ts'
import { weight } from '../../src/model/networks/weights.ts'
import { type Picture, pictureOf, withOtherBar } from '../../src/model/state/pictures.ts'
import { dist } from './fixtures.ts'

export interface Network {
  readonly snapshot: ImageSnapshot
  readonly plan: NetworkPlan
}

export async function readNetwork(id: string): Promise<Network> {
  const file = await readFile(join(dist, 'snapshots', `${id}.bin`))
  const snapshot = decodeSnapshot(Uint8Array.from(file).buffer) as ImageSnapshot
  return { snapshot, plan: networkPlan(snapshot.config) }
}

/** The pictures that the page opens with: A, and B beside it. */
export function firstPictures({ snapshot }: Network): { readonly a: Picture; readonly b: Picture } {
  const featured = snapshot.featuredSample
  const stored = snapshot.samples.find(({ index }) => featured === null || index === featured.index)
  if (stored === undefined) throw new Error(`${snapshot.id} holds no picture`)
  const source = { net: snapshot.net, stored: snapshot.samples, heldOut: null, drawn: null }
  const bar = snapshot.net === 'inks' ? (featured?.barA ?? stored.bar) : null
  const a = pictureOf(source, { kind: 'heldOut', index: stored.index, bar })
  if (a === null) throw new Error('picture A is missing')
  const next = snapshot.samples.find((one) => one.labels[0] !== a.label)
  const b =
    snapshot.net === 'inks'
      ? withOtherBar(a)
      : next === undefined
        ? null
        : pictureOf(source, { kind: 'heldOut', index: next.index, bar: null })
  if (b === null) throw new Error('picture B is missing')
  return { a, b }
}

/** Values of one block, by name; arrays run over channels (or hidden units), maps are [h][w][c]. */
export interface Block {
  readonly channels: number
  readonly reduced: number
  readonly map: readonly [number, number]
  readonly u: (h: number, w: number, c: number) => number
  readonly w1: (c: number, k: number) => number
  readonly w2: (k: number, c: number) => number
  readonly z: readonly number[]
  readonly hidden: readonly number[]
  readonly logits: readonly number[]
  readonly s: readonly number[]
}

/** Mean, two matrices with biases, ReLU and σ: the paper's equations 2 to 4. */
export function recompute({ snapshot, plan }: Network, site: Site, trace: NetworkTrace): Block {
  const U = trace.sites[site.id]?.U
  if (U === undefined) throw new Error(`no U at ${site.id}`)
  const part = (name: string) => weight(plan, snapshot.weights, `${site.id}/${name}`).data
  const [w1, b1, w2, b2] = [part('w1'), part('b1'), part('w2'), part('b2')]
  const { channels, reduced } = site
  const [h, w] = [site.spatial[0] ?? 1, site.spatial[1] ?? 1]
  const u = (y: number, x: number, c: number) => U.data[(y * w + x) * channels + c] ?? Number.NaN
  const over = (count: number, at: (i: number) => number) => Array.from({ length: count }, (_, i) => at(i))
  const sum = (count: number, at: (i: number) => number) => over(count, at).reduce((total, x) => total + x, 0)
  const first = (c: number, k: number) => w1[c * reduced + k] ?? Number.NaN
  const second = (k: number, c: number) => w2[k * channels + c] ?? Number.NaN
  const z = over(channels, (c) => sum(h, (y) => sum(w, (x) => u(y, x, c))) / (h * w))
  const hidden = over(reduced, (k) =>
    Math.max(0, sum(channels, (c) => first(c, k) * (z[c] ?? Number.NaN)) + (b1[k] ?? Number.NaN)),
  )
  const logits = over(
    channels,
    (c) => sum(reduced, (k) => second(k, c) * (hidden[k] ?? Number.NaN)) + (b2[c] ?? Number.NaN),
  )
  const s = logits.map((logit) => 1 / (1 + Math.exp(-logit)))
  return { channels, reduced, map: [h, w], u, w1: first, w2: second, z, hidden, logits, s }
}

export function forward({ snapshot, plan }: Network, picture: Picture): NetworkTrace {
  return forwardNetwork(plan, snapshot.weights, picture.input)
}

/** Numbers as the English page prints them; written out here, so that a change of a format is noticed. */
const print = (options: Intl.NumberFormatOptions) => {
  const format = new Intl.NumberFormat('en', options)
  return (x: number) => format.format(x === 0 ? 0 : x).replace('-', '−')
}
const three = print({ minimumSignificantDigits: 3, maximumSignificantDigits: 3 })
/** 2.56 · 10⁻⁵ */
const powers = (x: number) => {
  const [mantissa = '', exponent = ''] = x.toExponential(2).split('e')
  const raised = [...exponent.replace('+', '')].map((sign) =>
    sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)],
  )
  return `${mantissa.replace('-', '−')}\u00a0·\u00a010${raised.join('')}`
}

export const printed = {
  value: (x: number) => (x === 0 ? '0' : Math.abs(x) < 1e-3 || Math.abs(x) >= 1e5 ? powers(x) : three(x)),
  short: print({ maximumSignificantDigits: 3 }),
  gate: print({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  percent: print({ style: 'percent', maximumFractionDigits: 0 }),
  percent1: print({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
} as const

/** Is the text this number as printed? A float32's error away from a rounding limit both neighbours are right. */
export function says(text: string, value: number, format: (x: number) => string): boolean {
  return [1, 1 - 2e-6, 1 + 2e-6].some((by) => text === format(value * by))
}

export function argmax(values: ArrayLike<number>): number {
  return Array.from(values).reduce((best, value, i, all) => (value > (all[best] ?? 0) ? i : best), 0)
}
