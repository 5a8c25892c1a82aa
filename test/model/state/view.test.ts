import { describe, expect, test } from 'vitest'
import type { SeTrace } from '../../../src/model/block/seBlock.ts'
import { composeInks } from '../../../src/model/data/inks.ts'
import { seriesNetworkConfig } from '../../../src/model/networks/config.ts'
import { forwardNetwork, type NetworkTrace } from '../../../src/model/networks/forward.ts'
import { networkPlan } from '../../../src/model/networks/networkPlan.ts'
import { initialWeights } from '../../../src/model/networks/weights.ts'
import { type Edits, noEdits } from '../../../src/model/state/edits.ts'
import { withOtherBar } from '../../../src/model/state/pictures.ts'
import { legalRatios, shownSnapshot, siteOrFirst, withOtherBlock } from '../../../src/model/state/shown.ts'
import { blockView, ownTrace, placeOrder, warmUpTrace } from '../../../src/model/state/view.ts'
import { sizeOf } from '../../../src/model/tensor.ts'
import { storedPicture, storedRun } from '../storedRuns.ts'

const run = storedRun('inks-se')
const shown = shownSnapshot(run)
const picture = storedPicture(run)
const otherBar = withOtherBar(picture)
const sites = shown.plan.sites.map((site) => site.id)

const seen = (site: string, changes: Partial<Edits>) =>
  blockView(shown, site, picture, otherBar, { ...noEdits, ...changes })

/** @throws RangeError where the network has no such block */
function blockOf(trace: NetworkTrace | null, site: string): SeTrace {
  const block = trace?.sites[site]?.block
  if (!block) throw new RangeError(`no block at ${site}`)
  return block
}

const greatest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0)

/** Values of one channel, in the order of size. */
const sorted = ({ U }: SeTrace, c: number) =>
  U.data.filter((_, i) => i % (U.shape.at(-1) ?? 1) === c).toSorted()

describe.each(sites)('%s of the stored run', (site) => {
  test('own is the network’s own pass, and stands in place of the trace where nothing is changed', () => {
    const view = blockView(shown, site, picture, otherBar, noEdits)
    const { logits, sites } = forwardNetwork(shown.plan, shown.weights, picture.input)
    expect(view.own.logits).toEqual(logits)
    expect(blockOf(view.own, site).s).toEqual(sites[site]?.block?.s)
    expect(view.trace === view.own).toBe(true)
    const otherInput = otherBar?.input ?? picture.input
    expect(view.other?.logits).toEqual(forwardNetwork(shown.plan, shown.weights, otherInput).logits)
  })

  test('gates set by hand stand; all others stay as they are', () => {
    const { trace, own } = seen(site, { gates: { 0: 0, 5: 0.25, 999: 1 } })
    const [before, after] = [blockOf(own, site).s.data, blockOf(trace, site).s.data]
    expect(Array.from(after)).toEqual(Array.from(before, (gate, c) => (c === 0 ? 0 : c === 5 ? 0.25 : gate)))
    const out = blockOf(trace, site).out
    const { U } = blockOf(trace, site)
    const channels = U.shape.at(-1) ?? 0
    for (const [i, value] of out.data.entries()) {
      expect(value).toBe(Math.fround((U.data[i] ?? 0) * (after[i % channels] ?? 0)))
    }
    expect(greatest(trace.logits.data, own.logits.data)).toBeGreaterThan(0)
  })

  test('a closed gate closes the whole map', () => {
    const { out } = blockOf(seen(site, { gates: { 3: 0 } }).trace, site)
    const channels = out.shape.at(-1) ?? 0
    expect(out.data.filter((_, i) => i % channels === 3).every((value) => value === 0)).toBe(true)
    expect(out.data.some((value) => value !== 0)).toBe(true)
  })

  test('gates at 1: X̃ is U', () => {
    const { out, U, s } = blockOf(seen(site, { source: 'ones' }).trace, site)
    expect(s.data.every((gate) => gate === 1)).toBe(true)
    expect(out.data).toEqual(U.data)
  })

  test('gates at their mean over the training data; the comparison holds those of every site', () => {
    const { trace, frozen } = seen(site, { source: 'mean' })
    const mean = run.population.find((one) => one.site === site)?.meanGate ?? []
    expect(blockOf(trace, site).s.data).toEqual(Float32Array.from(mean))
    for (const { site: one, meanGate } of run.population)
      expect(frozen && blockOf(frozen, one).s.data).toEqual(Float32Array.from(meanGate))
  })

  test.each(['transplant', 'other'] as const)('%s: the gates that the other picture calls for', (source) => {
    const { trace, own, other } = seen(site, { source })
    expect(blockOf(trace, site).s.data).toEqual(blockOf(other, site).s.data)
    expect(greatest(blockOf(trace, site).s.data, blockOf(own, site).s.data)).toBeGreaterThan(0.001)
    expect(blockOf(trace, site).U).toEqual(blockOf(own, site).U)
    expect(blockOf(trace, site).z).toEqual(blockOf(own, site).z)
  })

  test('a gate by hand goes before the source of the others', () => {
    const { s } = blockOf(seen(site, { source: 'ones', gates: { 2: 0.5 } }).trace, site)
    expect(Array.from(s.data)).toEqual(Array.from(s.data, (_, c) => (c === 2 ? 0.5 : 1)))
  })

  test('without the other picture or the mean, the gates are the network’s own', () => {
    const alone = { ...shown, population: [] }
    for (const source of ['mean', 'transplant', 'other'] as const) {
      const view = blockView(alone, site, picture, null, { ...noEdits, source })
      expect(blockOf(view.trace, site).s).toEqual(blockOf(view.own, site).s)
      expect(view.frozen).toBeNull()
      expect(view.other).toBeNull()
    }
  })

  test('shuffled pixels move, alike in every map; the means stay', () => {
    const { trace, own } = seen(site, { permutation: 7 })
    const [moved, still] = [blockOf(trace, site), blockOf(own, site)]
    expect(greatest(moved.U.data, still.U.data)).toBeGreaterThan(0.1)
    for (const c of [0, 5, 15]) expect(sorted(moved, c)).toEqual(sorted(still, c))
    expect(greatest(moved.z.data, still.z.data)).toBeLessThan(1e-6)
    expect(greatest(moved.s.data, still.s.data)).toBeLessThan(1e-6)
    const channels = still.U.shape.at(-1) ?? 0
    const order = placeOrder(still.U.shape.slice(0, 2), 7)
    for (const [place, origin] of order.entries()) {
      expect(moved.U.data.subarray(place * channels, (place + 1) * channels)).toEqual(
        still.U.data.subarray(origin * channels, (origin + 1) * channels),
      )
    }
  })

  test('max instead of mean: z is the greatest value of each map', () => {
    const { U, z } = blockOf(seen(site, { squeeze: 'max' }).trace, site)
    const maxima = Array.from(z.data, (_, c) => sorted({ U } as SeTrace, c).at(-1))
    expect(Array.from(z.data)).toEqual(maxima)
  })

  test('other gate functions, no ReLU, no bias change what they should', () => {
    const own = blockOf(ownTrace(shown, picture), site)
    const tanh = blockOf(seen(site, { gate: 'tanh' }).trace, site)
    expect(tanh.logits).toEqual(own.logits)
    for (const [c, gate] of tanh.s.data.entries())
      expect(gate).toBeCloseTo(Math.tanh(own.logits.data[c] ?? 0), 6)
    const softmax = blockOf(seen(site, { gate: 'softmax' }).trace, site).s.data
    expect(softmax.reduce((sum, gate) => sum + gate, 0)).toBeCloseTo(1, 5)
    const linear = blockOf(seen(site, { dropRelu: true }).trace, site)
    expect(linear.hidden.data).toEqual(linear.hiddenPre.data)
    const unbiased = blockOf(seen(site, { dropBias: true }).trace, site)
    expect(unbiased.b1).toBeUndefined()
    expect(greatest(unbiased.logits.data, own.logits.data)).toBeGreaterThan(0)
  })
})

/** By identity only: a matcher would compare two large traces to word its message. */
const same = (a: object, b: object) => a === b

describe('what is computed once', () => {
  test('same arguments, same object', () => {
    const edits: Edits = { ...noEdits, gates: { 1: 0 } }
    const view = blockView(shown, 'site1', picture, otherBar, edits)
    expect(same(blockView(shown, 'site1', picture, otherBar, edits), view)).toBe(true)
    expect(same(blockView(shown, 'site1', picture, otherBar, { ...edits }), view)).toBe(false)
    expect(same(blockView(shown, 'site2', picture, otherBar, edits).own, view.own)).toBe(true)
  })

  test('is told apart by each argument', () => {
    const base = blockView(shown, 'site1', picture, otherBar, noEdits)
    expect(same(blockView(shown, 'site1', otherBar ?? picture, otherBar, noEdits), base)).toBe(false)
    expect(same(blockView({ ...shown }, 'site1', picture, otherBar, noEdits), base)).toBe(false)
    expect(same(blockView(shown, 'site1', picture, null, noEdits), base)).toBe(false)
  })
})

describe('the order of shuffled places', () => {
  test('is a permutation that hangs on the seed alone', () => {
    const order = placeOrder([14, 14], 3)
    expect(Array.from(order.toSorted())).toEqual(Array.from({ length: 196 }, (_, i) => i))
    expect(placeOrder([14, 14], 3)).toEqual(order)
    expect(placeOrder([14, 14], 4)).not.toEqual(order)
  })
})

describe('the picture with the bar in the other ink', () => {
  test('has the same digits, another bar and the other label; twice gives it back', () => {
    expect(otherBar?.digits).toBe(picture.digits)
    expect(otherBar?.bar).toBe(picture.bar === 0 ? 1 : 0)
    expect(otherBar?.label).toBe(picture.labels[otherBar?.bar ?? 0])
    const [a, b] = picture.digits as [Uint8Array, Uint8Array]
    expect(otherBar?.input).toEqual(composeInks(a, b, otherBar?.bar ?? 0))
    const back = otherBar === null ? null : withOtherBar(otherBar)
    expect(back?.key).toBe(picture.key)
    expect(back?.input).toEqual(picture.input)
  })

  test('is none for digits', () => {
    expect(withOtherBar(storedPicture(storedRun('digits-se')))).toBeNull()
  })
})

describe('a trace computed ahead', () => {
  test('pauses on the way, equals the one in a single go, and is the one that is used', async () => {
    // A copy: nobody has asked for its trace.
    const copy = { ...shown, weights: shown.weights.slice() }
    let pauses = 0
    await warmUpTrace(copy, picture, async () => {
      pauses++
    })
    expect(pauses).toBeGreaterThan(10)
    // Computed anew, it would now be another.
    copy.weights.fill(0)
    expect(ownTrace(copy, picture).probabilities).toEqual(
      forwardNetwork(shown.plan, shown.weights, picture.input).probabilities,
    )
  })
})

describe('another block in a trained network', () => {
  const other = withOtherBlock(shown, { ratio: 8, seed: 5 })
  const fresh = initialWeights(other.plan, 5)

  test('keeps what fits and draws the rest from the seed', () => {
    const kept: string[] = []
    for (const spec of other.plan.weights) {
      const part = (weights: Float32Array, offset = spec.offset) =>
        weights.slice(offset, offset + sizeOf(spec.shape))
      const old = shown.plan.weights.find((one) => one.name === spec.name)
      const fits = old?.shape.join() === spec.shape.join()
      if (fits) kept.push(spec.name)
      expect(part(other.weights), spec.name).toEqual(fits ? part(shown.weights, old?.offset) : part(fresh))
    }
    expect(kept).toContain('stage1/conv1/kernel')
    expect(kept).toContain('site1/b2')
    expect(kept).not.toContain('site1/w1')
    expect(kept).not.toContain('site1/w2')
  })

  test('says that it is untrained, and speaks of no statistics of the trained one', () => {
    expect(other).toMatchObject({ origin: 'untrained', population: [], featuredSample: null })
    expect(other.plan.sites.map((site) => site.reduced)).toEqual([2, 4])
  })

  test.each([{ ratio: 8 }, { useBias: false }, { squeeze: 'max' }, { gate: 'tanh', seed: 9 }] as const)(
    'is traced from the block on, with the result of a whole pass: %j',
    (changes) => {
      const changed = withOtherBlock(shown, changes)
      const whole = forwardNetwork(changed.plan, changed.weights, picture.input)
      const traced = ownTrace(changed, picture)
      expect(traced).toEqual(whole)
      expect(traced.outputs['stage1/conv2']).toBe(ownTrace(shown, picture).outputs['stage1/conv2'])
    },
  )

  test('the same block keeps every weight', () => {
    const { weights } = withOtherBlock(shown, {})
    expect(weights).toHaveLength(shown.weights.length)
    expect(weights.every((value, i) => value === shown.weights[i])).toBe(true)
  })
})

describe('networks on show', () => {
  test('ratios go by doubling up to C', () => {
    expect(legalRatios(16)).toEqual([1, 2, 4, 8, 16])
    expect(legalRatios(12)).toEqual([1, 2, 4, 8])
    expect(legalRatios(1)).toEqual([1])
  })

  test('an unknown site falls back to the first', () => {
    expect(siteOrFirst(shown.plan, 'site2').id).toBe('site2')
    expect(siteOrFirst(shown.plan, 'site9').id).toBe('site1')
  })

  test('unless one is named, pictures open at the first site and series at the last', () => {
    expect(siteOrFirst(shown.plan, null).id).toBe('site1')
    const plan = networkPlan(seriesNetworkConfig('small', [30, 4], 2))
    expect(siteOrFirst(plan, null).id).toBe('site2')
    expect(siteOrFirst(plan, 'site1').id).toBe('site1')
  })
})
