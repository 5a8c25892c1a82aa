import { describe, expect, test } from 'vitest'
import { compileCatalog } from '../../../build/messages.ts'
import { lessonFacts } from '../../../src/components/lesson/lessonFacts.ts'
import {
  type LessonId,
  lessonKeys,
  type Situation,
  situationOf,
} from '../../../src/components/lesson/lessonTexts.ts'
import { lessonValues } from '../../../src/components/lesson/lessonValues.ts'
import { controlFacts, resultFacts, unitsFollowBar } from '../../../src/components/lesson/resultFacts.ts'
import { parseControls } from '../../../src/components/lesson/useControls.ts'
import { series as enSeries } from '../../../src/components/text/en/series.ts'
import { en } from '../../../src/components/text/en.ts'
import { type Catalog, makeLanguage } from '../../../src/components/text/i18n.tsx'
import { series as koSeries } from '../../../src/components/text/ko/series.ts'
import { ko } from '../../../src/components/text/ko.ts'
import { type Edits, noEdits } from '../../../src/model/state/edits.ts'
import { withOtherBar } from '../../../src/model/state/pictures.ts'
import { shownSnapshot } from '../../../src/model/state/shown.ts'
import { stepIds } from '../../../src/model/state/steps.ts'
import { blockView } from '../../../src/model/state/view.ts'
import { storedPicture, storedRun } from '../../model/storedRuns.ts'

const inks: Situation = {
  story: 'inks',
  stored: true,
  studied: true,
  withSe: true,
  bias: true,
  squeeze: 'mean',
  gate: 'sigmoid',
  lstm: false,
}
const ids: readonly LessonId[] = [...stepIds, 'training']
const stories = ['inks', 'digits', 'cued', 'series'] as const
const keys = (id: LessonId, situation: Partial<Situation> = {}, edits: Partial<Edits> = {}) =>
  lessonKeys(id, { ...inks, ...situation }, { ...noEdits, ...edits })

const languages = {
  en: makeLanguage('en', compileCatalog(en) as Catalog, compileCatalog(enSeries) as Catalog),
  ko: makeLanguage('ko', compileCatalog(ko) as Catalog, compileCatalog(koSeries) as Catalog),
}

describe('what stands at a step', () => {
  test('claims something of the numbers only of a stored run', () => {
    for (const story of stories) {
      for (const id of ids) {
        const { lead, text } = keys(id, { story, stored: false })
        expect([lead, text].filter((key) => key.includes('stored'))).toEqual([])
      }
    }
    expect(keys('why').lead).toBe('lead.why.bar.stored')
    expect(keys('result').text).toBe('text.result.bar.stored')
    expect(keys('result', { studied: false }).text).toBe('text.result')
  })

  test('follows the interventions: lead, text and formula', () => {
    expect(keys('squeeze', {}, { squeeze: 'max' })).toMatchObject({
      lead: 'lead.squeeze.max',
      text: 'text.squeeze.max',
      formula: 'squeezeMax',
      try: 'back.mean',
    })
    expect(keys('mix', {}, { dropRelu: true })).toMatchObject({
      lead: 'lead.mix.noRelu',
      text: 'text.mix.noRelu',
      formula: 'mixLinearBias',
    })
    expect(keys('mix', {}, { dropRelu: true, dropBias: true }).formula).toBe('mixLinear')
    expect(keys('mix', {}, { dropBias: true })).toMatchObject({ text: 'text.mix.noBias', formula: 'mix' })
    for (const [gate, formula] of [
      ['tanh', 'gateTanh'],
      ['relu', 'gateRelu'],
      ['hardSigmoid', 'gateHardSigmoid'],
      ['softmax', 'gateSoftmax'],
    ] as const) {
      expect(keys('gate', {}, { gate })).toMatchObject({
        lead: `lead.gate.${gate}`,
        text: `text.gate.${gate}`,
        formula,
        try: 'back.sigmoid',
        takesBack: true,
      })
    }
    expect(keys('gate', {}, { dropBias: true }).formula).toBe('gate')
    expect(keys('gate', { bias: false }).formula).toBe('gate')
    expect(keys('gate')).toMatchObject({ formula: 'gateBias', try: 'try.softmax', takesBack: false })
    expect(keys('scale', {}, { source: 'transplant' }).takesBack).toBe(true)
    expect(keys('scale', {}, { gates: { 3: 0 } }).takesBack).toBe(true)
  })

  test('of a network without SE tells of no gate, and without LSTM of no LSTM', () => {
    for (const id of ['why', 'squeeze', 'mix', 'gate', 'scale'] as const) {
      expect(keys(id, { withSe: false })).toMatchObject({
        text: 'text.plain',
        try: 'try.withSe',
        formula: null,
      })
      const cued = { story: 'cued', withSe: false } as const
      expect(keys(id, { ...cued, lstm: true }).text).toBe('text.plain.lstmFcn')
      expect(keys(id, { ...cued, lstm: false }).text).toBe('text.plain.fcn')
    }
    expect(keys('result', { withSe: false })).toMatchObject({
      try: 'try.withSe',
      text: 'text.result.bar.stored',
    })
  })

  test('is written, in both languages, with all its values', () => {
    const run = storedRun('inks-se')
    const shown = shownSnapshot(run)
    const [a, site] = [storedPicture(run), shown.plan.sites[0]]
    if (site === undefined) throw new RangeError('no site')
    const b = withOtherBar(a)
    expect(situationOf(shown, site, 'inks', a, true)).toEqual(inks)
    const view = blockView(shown, site.id, a, b, noEdits)
    const at = { channel: 2, cell: { h: 7, w: 7 } }
    const facts = lessonFacts({ plan: shown.plan, site, view, at, picture: a, other: b, lent: view.other })
    const result = resultFacts(
      {
        ...{ net: 'inks' as const, steps: 3000, batchSize: 16, seeds: [1], pictures: 2000, withSe: [0.963] },
        ...{ withoutSe: [0.9145], ownGates: [0.963], frozenGates: [0.432], gatesAtOne: [0.367] },
        ...{ transplanted: [0.905], barContrast: [0.95] },
      },
      null,
    )
    const edits: Partial<Edits>[] = [
      {},
      { squeeze: 'max', gate: 'tanh', dropRelu: true, dropBias: true, source: 'transplant', permutation: 1 },
      { gate: 'softmax', dropBias: true },
      { gate: 'relu' },
      { gate: 'hardSigmoid' },
    ]
    for (const { t, number } of Object.values(languages)) {
      const values = lessonValues(facts, true, result, { t, number, className: String })
      for (const id of ids) {
        for (const story of stories) {
          for (const stored of [true, false]) {
            for (const withSe of [true, false]) {
              for (const change of edits) {
                const found = keys(id, { story, stored, withSe }, change)
                for (const key of [found.lead, found.try, found.text, found.question, found.answer]) {
                  const text = t(key, values)
                  expect(text, key).not.toMatch(/undefined|null|NaN|[{}]|–|^[\w.]+$/)
                  expect(text.length, key).toBeGreaterThan(4)
                }
              }
            }
          }
        }
      }
    }
  })
})

describe('the study', () => {
  test('is told by its means, and its controls only where they are here', () => {
    const study = {
      ...{ net: 'inks' as const, steps: 3000, batchSize: 16, seeds: [1, 2], pictures: 2000 },
      ...{ withSe: [0.9, 0.8], withoutSe: [0.7, 0.5], ownGates: [0.9, 0.8], frozenGates: [0.4, 0.2] },
      ...{ gatesAtOne: [0.3, 0.1], transplanted: [0.6, 1], barContrast: [] },
    } as const
    const bare = resultFacts(study, null)
    expect(bare.right).toBeCloseTo(0.85, 12)
    expect(bare.plain).toBeCloseTo(0.6, 12)
    expect(bare.frozen).toBeCloseTo(0.3, 12)
    expect(bare.ones).toBeCloseTo(0.2, 12)
    expect(bare.transplanted).toBeCloseTo(0.8, 12)
    expect([bare.longer, bare.deeper, bare.perBar, bare.oneBit]).toEqual([null, null, null, false])
    const row = (
      id: string,
      accuracies: readonly number[],
      steps: number,
      right: readonly number[] = [],
    ) => ({
      ...{ id, filters: [16, 32], steps, weights: 20, pictures: 100, accuracies },
      gates: right.map((count) => ({ byBar: { right: count }, frozenAt: { site1: { right: 43 } } })),
    })
    const trained = [
      row('se', [0.9, 0.8], 3000, [84, 83]),
      row('plainDeep', [0.6, 0.7], 3000),
      row('plainLong', [0.8, 0.7], 6000),
      row('seLong', [1, 0.9], 6000),
    ]
    const facts = resultFacts(study, { trained })
    expect(facts.longer?.withSe).toBeCloseTo(0.95, 12)
    expect(facts.longer?.withoutSe).toBeCloseTo(0.75, 12)
    expect(facts.deeper).toBeCloseTo(0.65, 12)
    expect(facts.perBar).toBeCloseTo(0.835, 12)
    expect(facts.oneBit).toBe(true)
    const worse = [row('se', [0.9, 0.8], 3000, [82, 83]), ...trained.slice(1)]
    expect(resultFacts(study, { trained: worse }).oneBit).toBe(false)
    // Runs of different lengths are not compared; what was not trained is not told.
    const uneven = [row('plainLong', [0.8], 5000), row('seLong', [1], 6000)]
    expect(resultFacts(study, { trained: uneven })).toMatchObject({
      longer: null,
      deeper: null,
      perBar: null,
    })
    expect(controlFacts({ trained: worse }).frozenAt).toEqual([{ site: 'site1', right: [0.43, 0.43] }])
  })

  test('units are told to follow the bar only where most pictures with one bar and most with the other differ', () => {
    const run = (firing: readonly number[][]) => ({
      stored: {
        inks: { pictures: 2000, turned: null, sites: [{ site: 'site1', firing, alike: [2000, 1997] }] },
      },
    })
    const sided = run([
      [2000, 0],
      [0, 2000],
      [2000, 3],
    ])
    expect(unitsFollowBar(sided, 'inks', 'site1')).toEqual({ pictures: 3997, of: 4000 })
    expect(unitsFollowBar(sided, 'inks', 'site2')).toBeNull()
    expect(unitsFollowBar(sided, 'cued', 'site1')).toBeNull()
    const both = run([
      [2000, 0],
      [1290, 1299],
    ])
    expect(unitsFollowBar(both, 'inks', 'site1')).toBeNull()
  })
})

test('a file of controls is taken only if it looks like one', () => {
  const file = { trained: [], stored: {} }
  expect(parseControls(JSON.parse(JSON.stringify(file)))).toEqual(file)
  for (const other of [
    null,
    3,
    'x',
    [],
    {},
    { trained: {} },
    { trained: [] },
    { trained: [], stored: null },
  ]) {
    expect(parseControls(other)).toBeNull()
  }
  // Without its rows nothing is told of it.
  expect(controlFacts(file)).toEqual({ longer: null, wider: null, deeper: null, perBar: [], frozenAt: [] })
})
