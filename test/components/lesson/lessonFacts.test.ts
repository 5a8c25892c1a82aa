/** The lesson's numbers, computed again from U and the weights by sums written out here. */
import { describe, expect, test } from 'vitest'
import { lessonFacts } from '../../../src/components/lesson/lessonFacts.ts'
import { weight } from '../../../src/model/networks/weights.ts'
import { type Edits, noEdits } from '../../../src/model/state/edits.ts'
import { type Picture, withOtherBar } from '../../../src/model/state/pictures.ts'
import { shownSnapshot } from '../../../src/model/state/shown.ts'
import { blockView, ownTrace } from '../../../src/model/state/view.ts'
import { storedPicture, storedRun } from '../../model/storedRuns.ts'

const shown = shownSnapshot(storedRun('inks-se'))
const first = storedPicture(storedRun('inks-se'))
const second = withOtherBar(first) as Picture
const at = { channel: 2, cell: { h: 7, w: 7 } }

function factsOf(siteId: string, a: Picture, b: Picture | null, changes: Partial<Edits> = {}, where = at) {
  const site = shown.plan.sites.find((one) => one.id === siteId)
  if (site === undefined) throw new RangeError(siteId)
  const seen = (edits: Partial<Edits>) => blockView(shown, siteId, a, b, { ...noEdits, ...edits })
  const lent = b === null ? null : seen({ source: 'transplant' }).trace
  return lessonFacts({
    plan: shown.plan,
    site,
    view: seen(changes),
    at: where,
    picture: a,
    other: b,
    lent,
  })
}

/** Means, hidden sums, logits and gates of a picture, from U on. */
function blockByHand(siteId: string, picture: Picture) {
  const U = ownTrace(shown, picture).sites[siteId]?.U
  const [w1, b1, w2, b2] = ['w1', 'b1', 'w2', 'b2'].map(
    (name) => weight(shown.plan, shown.weights, `${siteId}/${name}`).data,
  ) as [Float32Array, Float32Array, Float32Array, Float32Array]
  const channels = b2.length
  const values = U?.data ?? new Float32Array(0)
  const places = values.length / channels
  const z = Array.from(b2, (_, c) => {
    let sum = 0
    for (let i = 0; i < places; i++) sum += values[i * channels + c] ?? 0
    return sum / places
  })
  const logitsOf = (means: readonly number[]) => {
    const hidden = Array.from(b1, (bias, k) =>
      means.reduce((sum, mean, c) => sum + mean * (w1[c * b1.length + k] ?? 0), bias),
    )
    const logits = Array.from(b2, (bias, c) =>
      hidden.reduce((sum, h, k) => sum + Math.max(0, h) * (w2[k * channels + c] ?? 0), bias),
    )
    return { hidden, logits }
  }
  const { hidden, logits } = logitsOf(z)
  const s = logits.map((logit) => 1 / (1 + Math.exp(-logit)))
  return { values, channels, places, z, hidden, logits, s, logitsOf }
}

describe.each(['site1', 'site2'])('%s of the stored inks run', (site) => {
  const [a, b] = [blockByHand(site, first), blockByHand(site, second)]
  const facts = factsOf(site, first, second)

  test('sizes, and the mean of the selected map with and without its signs', () => {
    expect(facts.channels).toBe(a.channels)
    expect(facts.reduced).toBe(a.hidden.length)
    expect(facts.places).toBe(a.places)
    expect(facts.block?.z).toBeCloseTo(a.z[2] ?? Number.NaN, 5)
    const map = a.values.filter((_, i) => i % a.channels === 2)
    expect(facts.magnitude).toBeCloseTo(map.reduce((sum, u) => sum + Math.abs(u), 0) / map.length, 5)
    expect(facts.signed).toBe(a.values.some((u) => u < 0))
  })

  test('how far z and gate move, and how many gates cross one half', () => {
    expect(facts.block?.zMove).toBeCloseTo(Math.abs((a.z[2] ?? 0) - (b.z[2] ?? 0)), 5)
    expect(facts.block?.sMove).toBeCloseTo(Math.abs((a.s[2] ?? 0) - (b.s[2] ?? 0)), 5)
    const crossing = a.logits.filter((logit, c) => Math.sign(logit) !== Math.sign(b.logits[c] ?? 0))
    expect(facts.block?.flips).toBe(crossing.length)
    expect(crossing.length).toBeGreaterThan(0)
  })

  test('the units that are above 0 for one ink of the bar alone, in the order of the inks', () => {
    const [teal, amber] = first.bar === 0 ? [a, b] : [b, a]
    const only = (x: typeof a, y: typeof a) =>
      x.hidden.filter((h, k) => h > 0 && (y.hidden[k] ?? 0) <= 0).length
    const expected = [only(teal, amber), only(amber, teal)]
    const swapped = factsOf(site, second, first)
    for (const { block } of [facts, swapped]) expect([block?.onlyFirst, block?.onlySecond]).toEqual(expected)
  })

  test.each(Array.from({ length: 16 }, (_, c) => c))('whether others decide the gate of channel %i', (c) => {
    const [from = 0, to = 0] = [a.logits[c], b.logits[c]]
    const others = b.z.map((mean, i) => (i === c ? (a.z[c] ?? 0) : mean))
    const reached = a.logitsOf(others).logits[c] ?? 0
    const moved = (of: (one: typeof a) => ArrayLike<number>) => Math.abs((of(b)[c] ?? 0) - (of(a)[c] ?? 0))
    const expected =
      from > 0 !== to > 0 &&
      (reached - from) / (to - from) >= 0.9 &&
      moved((one) => one.z) < 0.1 * moved((one) => one.s)
    expect(factsOf(site, first, second, {}, { ...at, channel: c }).block?.othersDecide).toBe(expected)
  })
})

test('readings: of both pictures, with the other’s gates, and with what the reader has changed', () => {
  const facts = factsOf('site1', first, second, { source: 'mean' })
  expect(facts.own.class).toBe(first.label)
  expect(facts.other?.class).toBe(second.label)
  expect(facts.turns).toBe(true)
  expect(facts.now).not.toEqual(facts.own)
  expect(facts.lent?.probability).toBeGreaterThan(0)
  expect(facts.otherBar).toBe(second.bar)
})

test('the reading does not turn where one of the pictures is not read right, or both are the same', () => {
  expect(factsOf('site1', { ...first, label: 3 }, second).turns).toBe(false)
  expect(factsOf('site1', first, { ...second, label: 3 }).turns).toBe(false)
  expect(factsOf('site1', first, first).turns).toBe(false)
  expect(factsOf('site1', first, null).turns).toBe(false)
})

test('gates on show are counted: their sum, those that tanh turns, those at an end of hard σ', () => {
  const { s, logits } = blockByHand('site1', first)
  expect(factsOf('site1', first, second).block?.sum).toBeCloseTo(
    s.reduce((sum, one) => sum + one),
    4,
  )
  expect(factsOf('site1', first, second, { gate: 'softmax' }).block?.sum).toBeCloseTo(1, 5)
  const tanh = factsOf('site1', first, second, { gate: 'tanh' }).block
  expect(tanh?.negative).toBe(logits.filter((logit) => logit < 0).length)
  const relu = factsOf('site1', first, second, { gate: 'relu' }).block
  expect([relu?.overOne, relu?.atZero]).toEqual([
    logits.filter((logit) => logit > 1).length,
    logits.filter((logit) => logit <= 0).length,
  ])
  const hard = factsOf('site1', first, second, { gate: 'hardSigmoid' }).block
  expect(hard?.atEnds).toBe(logits.filter((logit) => Math.abs(logit) >= 3).length)
  expect(hard?.ownLargest).toBeCloseTo(Math.max(...s), 5)
})

test('without the ReLU what is below 0 is counted as below 0', () => {
  const { hidden } = blockByHand('site1', first)
  const below = hidden.filter((h) => h < 0).length
  expect(factsOf('site1', first, second, { dropRelu: true }).block?.below).toBe(below)
  expect(factsOf('site1', first, second).block?.below).toBe(0)
  expect(factsOf('site1', first, second).block?.above).toBe(hidden.length - below)
})

test('a window holds the bar or not; the cells whose windows do are those of the left columns', () => {
  const { window } = factsOf('site1', first, second)
  // conv 3×3, pool 2, conv 3×3, conv 3×3: 12 × 12 pixels from 2 · 7 − 5 on.
  expect([window.width, window.height, window.bar, window.gated]).toEqual([12, 12, 'no', false])
  expect(window.cells).toBe(70)
  expect(factsOf('site1', first, second, {}, { ...at, cell: { h: 0, w: 4 } }).window.bar).toBe('yes')
  expect(factsOf('site1', first, second, {}, { ...at, cell: { h: 0, w: 5 } }).window.bar).toBe('no')
  const deep = factsOf('site2', first, second, {}, { ...at, cell: { h: 3, w: 5 } }).window
  expect([deep.cells, deep.bar, deep.gated]).toEqual([35, 'no', true])
})
