import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { selectedValue } from '../../../src/components/figure/RowSlider.tsx'
import { stripOf } from '../../../src/components/figure/strip.ts'
import type { Strip, StripSource } from '../../../src/components/figure/stripParts.ts'
import { convolutionOf } from '../../../src/components/figure/transformStrip.ts'
import type { GateName } from '../../../src/model/block/options.ts'
import { type Edits, noEdits } from '../../../src/model/state/edits.ts'
import { withOtherBar } from '../../../src/model/state/pictures.ts'
import { shownSnapshot, siteOrFirst } from '../../../src/model/state/shown.ts'
import { type StageRow, stageRows } from '../../../src/model/state/steps.ts'
import type { Selection } from '../../../src/model/state/store.ts'
import { blockView } from '../../../src/model/state/view.ts'
import { valueAt } from '../../../src/model/tensor.ts'
import { storedPicture, storedRun } from '../../model/storedRuns.ts'

const run = storedRun('inks-se')
const shown = shownSnapshot(run)
const picture = storedPicture(run)
const other = withOtherBar(picture)

const viewOf = (siteId: string, edits: Edits) => blockView(shown, siteId, picture, other, edits)

function sourceOf(siteId: string, changes: Partial<Edits> = {}): StripSource {
  const edits = { ...noEdits, ...changes }
  const { plan, weights } = shown
  return { site: siteOrFirst(plan, siteId), trace: viewOf(siteId, edits).trace, plan, weights, edits }
}

/** Any value of a stage; every stage has its own axes among these. */
function anywhere({ site }: StripSource, stage: StageRow): fc.Arbitrary<Selection> {
  const [height = 1, width = 1] = site.spatial
  return fc.record({
    stage: fc.constant(stage),
    index: fc.record({
      c: fc.nat(site.channels - 1),
      k: fc.nat(site.reduced - 1),
      h: fc.nat(height - 1),
      w: fc.nat(width - 1),
      t: fc.constant(0),
    }),
  })
}

/** @throws RangeError where there is nothing to write */
function strip(at: Selection, source: StripSource): Strip {
  const made = stripOf(at, source)
  if (made === null) throw new RangeError(`nothing written for ${at.stage}`)
  return made
}

function block({ trace, site }: StripSource) {
  const found = trace.sites[site.id]?.block
  if (!found) throw new RangeError('no block')
  return found
}

const total = ({ terms, bias }: Strip) => terms.reduce((sum, term) => sum + term.product, bias ?? 0)

/** What a reader gets who puts the printed pieces together as the strip says. */
function together(made: Strip): number {
  const products = made.terms.map((term) => term.product)
  switch (made.joined) {
    case 'mean':
      return products.reduce((sum, p) => sum + p, 0) / products.length
    case 'max':
      return Math.max(...products)
    default:
      return total(made)
  }
}

const functions: Readonly<Record<string, (x: number) => number>> = {
  σ: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  ReLU: (x) => Math.max(0, x),
  hσ: (x) => Math.min(6, Math.max(0, x + 3)) / 6,
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b))

const blockStages = stageRows.filter((stage) => stage !== 'U')
const sites = ['site1', 'site2'] as const

describe.each(sites)('%s of the stored run', (siteId) => {
  const source = sourceOf(siteId)

  test.each(blockStages)(
    '%s: the numbers written out give the result, which is the value in the figure',
    (stage) => {
      fc.assert(
        fc.property(anywhere(source, stage), (at) => {
          const made = strip(at, source)
          for (const { factors, product } of made.terms)
            expect(product).toBe(factors.reduce((p, factor) => p * factor.value, 1))
          const value = together(made)
          if (made.pre !== null) expect(near(value, made.pre)).toBe(true)
          const applied = made.fn === null ? value : (functions[made.fn]?.(value) ?? Number.NaN)
          expect(near(applied, made.result), `${applied} is not ${made.result}`).toBe(true)
          expect(made.replaced).toBe(false)
          const weight = stage === 'w1' || stage === 'w2'
          const drawn = selectedValue(at, block(source), block(source).U)
          expect(weight ? made.terms[0]?.factors[0]?.value : made.result).toBe(drawn)
        }),
        { numRuns: 60 },
      )
    },
  )

  test('the numbers of terms are those of the arithmetic', () => {
    const at: Selection = { stage: 'z', index: { c: 1, k: 1, h: 2, w: 3, t: 3 } }
    const { spatial, channels, reduced } = source.site
    const count = (stage: StageRow) => strip({ ...at, stage }, source).terms.length
    expect(count('z')).toBe((spatial[0] ?? 0) * (spatial[1] ?? 0))
    expect(count('hidden')).toBe(channels)
    expect([count('logits'), count('s')]).toEqual([reduced, reduced])
    expect([count('w1'), count('w2'), count('out')]).toEqual([1, 1, 1])
  })

  test('a term stands for the value it was taken from', () => {
    const take = (target: Selection | null, stage: StageRow) =>
      target?.stage === stage ? selectedValue(target, block(source), block(source).U) : null
    fc.assert(
      fc.property(anywhere(source, 'z'), (at) => {
        for (const term of strip(at, source).terms)
          expect(take(term.target, 'U')).toBe(term.factors[0]?.value)
        for (const [stage, from] of [
          ['hidden', 'w1'],
          ['logits', 'w2'],
          ['s', 'w2'],
        ] as const)
          for (const term of strip({ ...at, stage }, source).terms)
            expect(take(term.target, from)).toBe(term.factors[0]?.value)
        const [scale] = strip({ ...at, stage: 'out' }, source).terms
        expect(take(scale?.target ?? null, 's')).toBe(scale?.factors[0]?.value)
      }),
      { numRuns: 10 },
    )
  })

  test('U: convolution, batch normalisation and ReLU, each from its inputs', () => {
    const { U } = block(source)
    fc.assert(
      fc.property(anywhere(source, 'U'), (at) => {
        const { index } = at
        const made = strip(at, source)
        expect(made.result).toBe(valueAt(U, index))
        const conv = convolutionOf(at, source)
        expect(conv).not.toBeNull()
        expect(Math.abs((conv?.result ?? Number.NaN) - made.result)).toBeLessThan(1e-4)
        expect(Math.abs(total(made) - (made.pre ?? Number.NaN))).toBeLessThan(1e-9)
        const last = made.steps.at(-1)?.value ?? made.pre ?? Number.NaN
        expect(Math.abs(last - made.result)).toBeLessThan(1e-4)
        for (const { taps, sum } of conv?.perChannel ?? []) {
          expect(taps).toHaveLength(9)
          expect(sum).toBeCloseTo(
            taps.reduce((s, tap) => s + tap.weight * tap.value, 0),
            9,
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  test.each<readonly [string, Partial<Edits>]>([
    ['max squeeze', { squeeze: 'max' }],
    ['tanh', { gate: 'tanh' }],
    ['hard sigmoid', { gate: 'hardSigmoid' }],
    ['a ReLU gate', { gate: 'relu' }],
    ['no ReLU', { dropRelu: true }],
    ['no bias', { dropBias: true }],
    ['shuffled pixels', { permutation: 3 }],
  ])('%s: the strip follows the changed block', (_, changes) => {
    const changed = sourceOf(siteId, changes)
    for (const stage of blockStages)
      fc.assert(
        fc.property(anywhere(changed, stage), (at) => {
          const made = strip(at, changed)
          const value = together(made)
          const applied = made.fn === null ? value : (functions[made.fn]?.(value) ?? Number.NaN)
          expect(near(applied, made.result), `${stage}: ${applied} is not ${made.result}`).toBe(true)
          expect(made.replaced).toBe(false)
        }),
        { numRuns: 15 },
      )
  })

  test('no bias, none written; no ReLU, none written', () => {
    const at: Selection = { stage: 'hidden', index: { c: 0, k: 0, h: 0, w: 0, t: 0 } }
    expect(strip(at, source)).toMatchObject({
      fn: 'ReLU',
      bias: valueAt(block(source).b1 ?? block(source).z, { k: 0, c: 0 }),
    })
    expect(strip(at, sourceOf(siteId, { dropBias: true })).bias).toBeNull()
    expect(strip(at, sourceOf(siteId, { dropRelu: true })).fn).toBeNull()
  })

  test('softmax: its own name and the value of the trace', () => {
    const changed = sourceOf(siteId, { gate: 'softmax' satisfies GateName })
    const at: Selection = { stage: 's', index: { c: 2, k: 0, h: 0, w: 0, t: 0 } }
    const made = strip(at, changed)
    const logits = block(changed).logits.data
    const sum = logits.reduce((all, logit) => all + Math.exp(logit), 0)
    expect(made.fn).toBe('softmax')
    expect(made.result).toBeCloseTo(Math.exp(made.pre ?? Number.NaN) / sum, 5)
  })
})

describe('a gate that was put in', () => {
  const at: Selection = { stage: 's', index: { c: 3, k: 0, h: 4, w: 4, t: 4 } }

  test('by hand: marked in its channel alone, with both values', () => {
    const source = sourceOf('site1', { gates: { 3: 0.25 } })
    const made = strip(at, source)
    expect(made).toMatchObject({ replaced: true, result: 0.25 })
    expect(functions.σ?.(made.pre ?? Number.NaN)).toBeCloseTo(
      block(sourceOf('site1')).s.data[3] ?? Number.NaN,
      5,
    )
    expect(strip({ ...at, index: { ...at.index, c: 4 } }, source).replaced).toBe(false)
  })

  test.each(['mean', 'ones', 'transplant', 'other'] as const)('%s: marked in every channel', (from) => {
    const source = sourceOf('site1', { source: from })
    for (let channel = 0; channel < 16; channel++) {
      const made = strip({ ...at, index: { ...at.index, c: channel } }, source)
      expect(made).toMatchObject({ replaced: true, result: block(source).s.data[channel] })
    }
  })

  test('is not said to be put in where there was none to put in', () => {
    const edits: Edits = { ...noEdits, source: 'transplant' }
    const site = siteOrFirst(shown.plan, 'site1')
    const { trace } = blockView(shown, 'site1', picture, null, edits)
    const source = { site, trace, plan: shown.plan, weights: shown.weights, edits }
    expect(strip(at, source).replaced).toBe(false)
  })

  test('X̃ is computed with it', () => {
    const source = sourceOf('site1', { gates: { 3: 0.25 } })
    const made = strip({ ...at, stage: 'out' }, source)
    expect(made.terms[0]?.factors[0]).toEqual({ value: 0.25, role: 's' })
    expect(made.result).toBe(Math.fround(0.25 * valueAt(block(source).U, { ...at.index, c: 3 })))
  })

  test('shuffled maps: U is not what the convolution at that place gives', () => {
    expect(strip({ ...at, stage: 'U' }, sourceOf('site1', { permutation: 2 })).replaced).toBe(true)
  })
})

describe('where there is nothing to write', () => {
  test('a network without SE has U alone', () => {
    const plain = storedRun('inks-plain')
    const network = shownSnapshot(plain)
    const { trace } = blockView(network, 'site1', picture, other, noEdits)
    const source = {
      site: siteOrFirst(network.plan, 'site1'),
      trace,
      plan: network.plan,
      weights: network.weights,
      edits: noEdits,
    }
    const at: Selection = { stage: 's', index: { c: 0, k: 0, h: 5, w: 5, t: 5 } }
    expect(stripOf(at, source)).toBeNull()
    expect(selectedValue(at, null, trace.sites.site1?.U ?? picture.input)).toBeNull()
    const u = stripOf({ ...at, stage: 'U' }, source)
    expect(u?.result).toBe(valueAt(trace.sites.site1?.U ?? picture.input, { h: 5, w: 5, c: 0 }))
  })
})
