/** The numbers that the lesson names, from the tensors on show and from stored studies. Pure; formatted by lessonValues.ts. */

import type { SeTrace } from '../../model/block/seBlock.ts'
import { inksDefaults } from '../../model/data/inks.ts'
import type { NetworkTrace } from '../../model/networks/forward.ts'
import type { NetworkPlan, Site } from '../../model/networks/planTypes.ts'
import type { Picture } from '../../model/state/pictures.ts'
import { mapSize } from '../../model/state/shown.ts'
import type { BlockView } from '../../model/state/view.ts'
import { argmax } from '../../model/tensor.ts'
import { cellWindow } from '../steps/cellWindow.ts'

export interface LessonInput {
  readonly plan: NetworkPlan
  readonly site: Site
  readonly view: BlockView
  /** What is selected: channel and cell of U. */
  readonly at: { readonly channel: number; readonly cell: { readonly h: number; readonly w: number } }
  readonly picture: Picture
  readonly other: Picture | null
  /** The picture with the other's gates at this site (`blockView` with the source `transplant`); null: none to lend, or not asked for. */
  readonly lent: NetworkTrace | null
}

/** A class and its probability, 0–1. */
export interface Reading {
  readonly class: number
  readonly probability: number
}

export interface LessonFacts {
  readonly channels: number
  readonly reduced: number
  /** Cells of one map of U. */
  readonly places: number
  /** Channels of X, what enters the unit; 0 where no convolution makes U. */
  readonly inputs: number
  readonly channel: number
  readonly window: WindowFacts
  /** Mean |u| of the channel, and whether U is below zero anywhere. */
  readonly magnitude: number
  readonly signed: boolean
  /** null: a network without SE. */
  readonly block: BlockFacts | null
  /** The bar, or the cue, of the other picture. */
  readonly otherBar: 0 | 1 | null
  readonly own: Reading
  /** With the reader's interventions. */
  readonly now: Reading
  readonly other: Reading | null
  readonly lent: Reading | null
  /** Both pictures are read right, and their answers differ. */
  readonly turns: boolean
}

export interface WindowFacts {
  /** Pixels or steps that the selected cell sees through kernels, within the picture. */
  readonly width: number
  readonly height: number
  /** Whether the picture's edge cuts it. */
  readonly cut: boolean
  /** Whether part of the bar is among them; none: there is no bar. */
  readonly bar: 'yes' | 'no' | 'none'
  /** Cells of the map whose window holds part of the bar. */
  readonly cells: number
  /** Whether gates of an earlier site, made of whole maps, stand before it. */
  readonly gated: boolean
}

export interface BlockFacts {
  readonly z: number
  /** How far the other picture's z and gate of the channel are from this one's (its own gates). */
  readonly zMove: number
  readonly sMove: number
  /**
   * The other channels' means account for at least nine tenths of the move of the channel's logit, which crosses 0,
   * and its own mean hardly moves: by less than a tenth of what the gate does.
   */
  readonly othersDecide: boolean
  /** Gates on different sides of ½ for the two pictures. */
  readonly flips: number
  /** Mean |s − s of the other picture|; 0 without one. */
  readonly apart: number
  /** Hidden units above 0 for one version alone: bar or cue 0 (teal, signal 1), bar or cue 1. */
  readonly onlyFirst: number
  readonly onlySecond: number
  /** Hidden values on show above, below 0. */
  readonly above: number
  readonly below: number
  /** Gates on show. */
  readonly sum: number
  readonly largest: number
  readonly negative: number
  readonly overOne: number
  readonly atZero: number
  /** Exactly 0 or 1. */
  readonly atEnds: number
  /** Largest of the network's own gates. */
  readonly ownLargest: number
}

export function lessonFacts(input: LessonInput): LessonFacts {
  const { plan, site, view, at, picture, other, lent } = input
  const here = view.trace.sites[site.id]
  const own = view.own.sites[site.id]?.block ?? null
  const [own_, other_] = [readingOf(view.own), view.ownOther && readingOf(view.ownOther)]
  const values = channelOf(here?.U.data ?? [], site.channels, at.channel)
  return {
    channels: site.channels,
    reduced: site.reduced,
    places: values.length,
    inputs: site.transform === null ? 0 : (view.own.outputs[site.transform.x]?.shape.at(-1) ?? 0),
    channel: at.channel,
    window: windowFacts(plan, site, at.cell, picture),
    magnitude: values.reduce((sum, u) => sum + Math.abs(u), 0) / Math.max(1, values.length),
    signed: here?.U.data.some((u) => u < 0) ?? false,
    block:
      here?.block && own
        ? blockFacts(here.block, own, view.ownOther?.sites[site.id]?.block ?? null, at.channel, picture.bar)
        : null,
    otherBar: other?.bar ?? null,
    own: own_,
    now: readingOf(view.trace),
    other: view.other && readingOf(view.other),
    lent: lent && readingOf(lent),
    turns:
      other_ !== null &&
      own_.class === picture.label &&
      other_.class === other?.label &&
      own_.class !== other_.class,
  }
}

function readingOf({ probabilities }: NetworkTrace): Reading {
  const best = argmax(probabilities.data)
  return { class: best, probability: probabilities.data[best] ?? 0 }
}

/** Values of one channel; channels are the last axis. */
function channelOf(data: ArrayLike<number>, channels: number, channel: number): number[] {
  return Array.from({ length: data.length / channels }, (_, i) => data[i * channels + channel] ?? 0)
}

function windowFacts(
  plan: NetworkPlan,
  site: Site,
  cell: LessonInput['at']['cell'],
  picture: Picture,
): WindowFacts {
  const see = (h: number, w: number) => cellWindow(plan, site.u, { h, w }, picture.input)
  const { inside, gated, x, width, height } = see(cell.h, cell.w)
  const hasBar = picture.bar !== null && picture.series === null
  const [rows, columns] = mapSize(site)
  // The bar covers the left edge from top to bottom: a column of cells sees it or does not.
  const seeing = Array.from({ length: columns }, (_, w) => see(0, w).x < inksDefaults.barWidth)
  return {
    ...inside,
    cut: inside.width < width || inside.height < height,
    bar: !hasBar ? 'none' : x < inksDefaults.barWidth ? 'yes' : 'no',
    cells: hasBar ? rows * seeing.filter(Boolean).length : 0,
    gated,
  }
}

function blockFacts(
  shown: SeTrace,
  own: SeTrace,
  other: SeTrace | null,
  channel: number,
  bar: 0 | 1 | null,
): BlockFacts {
  const gates = shown.s.data
  const count = (values: Float32Array, of: (value: number, i: number) => boolean) => values.filter(of).length
  const first = bar === 1 ? other : own
  const second = bar === 1 ? own : other
  const alone = (a: SeTrace | null, b: SeTrace | null) =>
    a === null || b === null
      ? 0
      : count(a.hidden.data, (value, k) => value > 0 && !((b.hidden.data[k] ?? 0) > 0))
  const move = (of: (trace: SeTrace) => Float32Array) =>
    other === null ? 0 : Math.abs((of(other)[channel] ?? 0) - (of(own)[channel] ?? 0))
  return {
    z: shown.z.data[channel] ?? 0,
    zMove: move((trace) => trace.z.data),
    sMove: move((trace) => trace.s.data),
    othersDecide:
      other !== null &&
      // Where its own mean moves as far as the gate, it says too much.
      move((trace) => trace.z.data) < 0.1 * move((trace) => trace.s.data) &&
      decidedByOthers(own, other, channel),
    flips: other === null ? 0 : count(own.s.data, (s, c) => s > 0.5 !== (other.s.data[c] ?? 0) > 0.5),
    apart:
      other === null
        ? 0
        : own.s.data.reduce((sum, s, c) => sum + Math.abs(s - (other.s.data[c] ?? 0)), 0) / own.s.data.length,
    onlyFirst: alone(first, second),
    onlySecond: alone(second, first),
    above: count(shown.hidden.data, (value) => value > 0),
    below: count(shown.hidden.data, (value) => value < 0),
    sum: gates.reduce((sum, s) => sum + s, 0),
    largest: Math.max(...gates),
    negative: count(gates, (s) => s < 0),
    overOne: count(gates, (s) => s > 1),
    atZero: count(gates, (s) => s === 0),
    atEnds: count(gates, (s) => s === 0 || s === 1),
    ownLargest: Math.max(...own.s.data),
  }
}

/**
 * Gives the block of `own` every mean of `other` but the channel's own: if its logit then goes at least nine tenths of
 * the way, and over 0, the other channels decide its gate.
 */
function decidedByOthers(own: SeTrace, other: SeTrace, channel: number): boolean {
  const from = own.logits.data[channel] ?? 0
  const to = other.logits.data[channel] ?? 0
  if (from > 0 === to > 0) return false
  const z = other.z.data.with(channel, own.z.data[channel] ?? 0)
  const reached = logitOf(own, z, channel)
  return (reached - from) / (to - from) >= 0.9
}

/** The logit of a channel for other means, with the block's weights. */
export function logitOf({ w1, b1, w2, b2 }: SeTrace, z: ArrayLike<number>, channel: number): number {
  const [channels = 0, reduced = 0] = w1.shape
  let logit = b2?.data[channel] ?? 0
  for (let k = 0; k < reduced; k++) {
    let sum = b1?.data[k] ?? 0
    for (let c = 0; c < channels; c++) sum += (w1.data[c * reduced + k] ?? 0) * (z[c] ?? 0)
    logit += Math.max(0, sum) * (w2.data[k * channels + channel] ?? 0)
  }
  return logit
}
