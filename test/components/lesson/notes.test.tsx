/** Questions, glossary, “Use it” and sources as they are read, with numbers computed again here. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileCatalog } from '../../../build/messages.ts'
import { GlossaryIn } from '../../../src/components/lesson/Glossary.tsx'
import { entriesOf, matching, termIds } from '../../../src/components/lesson/glossaryEntries.ts'
import { blockCost, flipFacts, type NoteFacts, noteFacts } from '../../../src/components/lesson/noteFacts.ts'
import { noteValues } from '../../../src/components/lesson/noteValues.ts'
import { ResidualUnit } from '../../../src/components/lesson/ResidualUnit.tsx'
import type { Controls } from '../../../src/components/lesson/resultFacts.ts'
import { SourcesIn } from '../../../src/components/lesson/Sources.tsx'
import { notesOf, StepNotesIn } from '../../../src/components/lesson/StepNotes.tsx'
import { torchCode } from '../../../src/components/lesson/torchCode.ts'
import { UseItIn } from '../../../src/components/lesson/UseIt.tsx'
import { notes as en } from '../../../src/components/text/en/notes.ts'
import type { Catalog } from '../../../src/components/text/i18n.tsx'
import { notes as ko } from '../../../src/components/text/ko/notes.ts'
import { makeNoteText } from '../../../src/components/text/notes.ts'
import { Rich } from '../../../src/components/text/Rich.tsx'
import { GlossaryContext } from '../../../src/components/text/Term.tsx'
import { seriesNetworkConfig } from '../../../src/model/networks/config.ts'
import { forwardNetwork } from '../../../src/model/networks/forward.ts'
import { networkPlan } from '../../../src/model/networks/networkPlan.ts'
import type { Study } from '../../../src/model/networks/snapshotTypes.ts'
import { initialWeights } from '../../../src/model/networks/weights.ts'
import { noEdits } from '../../../src/model/state/edits.ts'
import { withOtherBar } from '../../../src/model/state/pictures.ts'
import { shownSnapshot } from '../../../src/model/state/shown.ts'
import { stepIds } from '../../../src/model/state/steps.ts'
import { blockView } from '../../../src/model/state/view.ts'
import { nd } from '../../../src/model/tensor.ts'
import { storedPicture, storedRun } from '../../model/storedRuns.ts'
import { html } from '../render.tsx'

const texts = {
  en: makeNoteText('en', compileCatalog(en) as Catalog, false),
  ko: makeNoteText('ko', compileCatalog(ko) as Catalog, false),
}
const languages = ['en', 'ko'] as const
const studies = JSON.parse(readFileSync('public/snapshots/study.json', 'utf8')) as {
  readonly inks: Study
  readonly digits: Study
}
const row = (
  id: string,
  filters: readonly number[],
  steps: number,
  weights: number,
  accuracies: number[],
) => ({
  ...{ id, filters, steps, weights, accuracies, pictures: 2000 },
  gates: [],
})
const [seLong, plainLong, plainDeep] = [
  [0.971, 0.975],
  [0.95, 0.96],
  [0.94, 0.95],
]
const controls: Controls = {
  trained: [
    {
      ...row('se', [16, 32], 3000, 18_662, [0.96, 0.97]),
      gates: [1900, 1920].map((right) => ({
        byBar: { right },
        frozenAt: { site1: { right: 870 }, site2: { right: 1910 } },
      })),
    },
    row('plainWide', [16, 34], 3000, 19_466, [0.91, 0.92]),
    row('plainDeep', [12, 20, 24], 3000, 17_802, plainDeep ?? []),
    row('plainLong', [16, 32], 6000, 17_962, plainLong ?? []),
    row('seLong', [16, 32], 6000, 18_662, seLong ?? []),
  ],
  stored: {
    inks: {
      pictures: 2000,
      turned: { versions: 1306, of: 4000 },
      sites: [
        {
          site: 'site1',
          firing: [
            [2000, 0],
            [2000, 0],
            [0, 2000],
            [2000, 3],
          ],
          alike: [2000, 1997],
        },
      ],
    },
  },
}

function factsOf(
  run: 'inks-se' | 'inks-plain',
  siteId = 'site1',
  held: Controls | null = controls,
): NoteFacts {
  const shown = shownSnapshot(storedRun(run))
  const site = shown.plan.sites.find((one) => one.id === siteId)
  if (site === undefined) throw new RangeError(siteId)
  const a = storedPicture(storedRun('inks-se'))
  const b = withOtherBar(a)
  const view = blockView(shown, site.id, a, b, noEdits)
  const at = { channel: 2, cell: { h: 7, w: 7 } }
  return noteFacts({
    ...{ shown, plan: shown.plan, site, view, at, picture: a, other: b, lent: view.other },
    ...{ dropBias: false, studies, controls: held },
  })
}

/** Numbers as they are printed, without the commas between thousands. */
const numbers = (page: string) =>
  (page.replace(/<[^>]*>/g, ' ').match(/[−+]?\d[\d,]*(\.\d+)?/g) ?? []).map((text) =>
    Number(text.replaceAll(',', '').replace('−', '-')),
  )

describe('what a block costs', () => {
  test('counted weight by weight and place by place', () => {
    const shown = shownSnapshot(storedRun('inks-se'))
    const [site1, site2] = shown.plan.sites
    if (site1 === undefined || site2 === undefined) throw new RangeError('two sites')
    const trace = forwardNetwork(shown.plan, shown.weights, storedPicture(storedRun('inks-se')).input)
    expect(blockCost(shown.plan, site1, trace)).toMatchObject({
      weights: 2 * 16 * 4,
      biases: 4 + 16,
      multiplyAdds: 2 * 16 * 4,
      squeezeAdds: 14 * 14 * 16,
      scaleMultiplications: 14 * 14 * 16,
      parameters: 18_662,
      square: 256,
      networkMultiplyAdds:
        28 * 28 * 9 * 2 * 8 + 14 * 14 * 9 * (8 * 16 + 16 * 16) + 7 * 7 * 9 * (16 * 32 + 32 * 32) + 32 * 10,
    })
    expect(blockCost(shown.plan, site2, trace)).toMatchObject({ weights: 2 * 32 * 8, biases: 40 })
  })

  test('of the series network, its LSTM once a step of what it reads', () => {
    const [steps, variables, classes] = [12, 3, 2]
    for (const shuffle of [true, false]) {
      const config = seriesNetworkConfig('small', [steps, variables], classes, { shuffle })
      const plan = networkPlan(config)
      const site = plan.sites[0]
      if (site === undefined) throw new RangeError('a site')
      const input = nd(['t', 'c'], [steps, variables], new Float32Array(steps * variables))
      const { networkMultiplyAdds, biases } = blockCost(
        plan,
        site,
        forwardNetwork(plan, initialWeights(plan, 1), input),
      )
      const [reads, of] = shuffle ? [variables, steps] : [steps, variables]
      expect(biases).toBe(0)
      expect(networkMultiplyAdds).toBe(
        steps * (8 * variables * 16 + 5 * 16 * 32 + 3 * 32 * 16) +
          reads * 4 * 8 * (of + 8) +
          (8 + 16) * classes,
      )
    }
  })
})

describe('what moves a gate', () => {
  const facts = factsOf('inks-se')

  test('the terms add up to the change of the logit; own mean and others are told apart', () => {
    const { flip } = facts
    if (flip === null) throw new Error('no flip')
    const sum = flip.terms.reduce((all, { change }) => all + change, 0)
    expect(sum).toBeCloseTo(flip.to - flip.from, 4)
    for (const { weight, here, there, change } of flip.terms) {
      expect(change).toBeCloseTo(weight * there - weight * here, 5)
    }
    // The channel is one whose gate the others decide.
    expect(Math.abs(flip.ownPart)).toBeLessThan(0.1 * Math.abs(flip.othersPart))
  })

  test('of two pictures that are the same nothing moves it', () => {
    const shown = shownSnapshot(storedRun('inks-se'))
    const a = storedPicture(storedRun('inks-se'))
    const block = forwardNetwork(shown.plan, shown.weights, a.input).sites.site1?.block
    if (!block) throw new Error('no block')
    const flip = flipFacts(block, block, 5)
    expect(flip.ownPart).toBeCloseTo(0, 5)
    expect(flip.othersPart).toBeCloseTo(0, 5)
  })
})

describe.each(languages)('questions (%s)', (lang) => {
  const text = texts[lang]

  test('stand closed under small headings, with every value filled in', () => {
    for (const facts of [factsOf('inks-se'), factsOf('inks-se', 'site2'), factsOf('inks-plain')]) {
      for (const step of [...stepIds, 'training'] as const) {
        const page = html(<StepNotesIn step={step} facts={facts} text={text} />, lang)
        expect(page).not.toMatch(/<details open|undefined|NaN|null/)
        const shown = page.match(/<details><summary><h3>[^<]{8,}<\/h3>/g)?.length ?? 0
        expect(shown).toBeLessThanOrEqual(notesOf[step].length)
        if (facts.withSe) expect(shown).toBe(notesOf[step].length)
      }
    }
  })

  test('tell of no gate where there is none', () => {
    const page = (['mix', 'gate', 'scale'] as const)
      .map((step) => html(<StepNotesIn step={step} facts={factsOf('inks-plain')} text={text} />, lang))
      .join()
    expect(page).not.toContain(text.t('note.important'))
    expect(page).toContain(text.t('note.cost'))
    expect(page).not.toMatch(/<table/)
  })

  test('whose answers tell covered rows wait until those are guessed', () => {
    const under = (step: 'mix' | 'gate', row: string) =>
      html(
        <StepNotesIn step={step} facts={factsOf('inks-se')} text={text} covered={(it) => it === row} />,
        lang,
      )
    const units = text.t('note.units', { reduced: 4 })
    expect(under('gate', 'z')).toMatch(/<table/)
    for (const row of ['s', 'logits', 'hidden']) expect(under('gate', row)).not.toMatch(/<table/)
    expect(under('gate', 's')).toContain(text.t('note.cost'))
    expect(under('mix', 's')).toContain(units)
    expect(under('mix', 'hidden')).not.toContain(units)
  })

  test('count units over all held-out pictures only where that was counted', () => {
    const mix = (facts: NoteFacts) => html(<StepNotesIn step='mix' facts={facts} text={text} />, lang)
    expect(mix(factsOf('inks-se'))).toContain('3,997')
    expect(mix(factsOf('inks-se', 'site1', null))).not.toContain('3,997')
    expect(mix(factsOf('inks-se', 'site2'))).not.toContain('3,997')
  })
})

test('a term opens the glossary where there is one, and is a word where there is none', () => {
  const line = <Rich text='Then the <shortcut|short cut> is **added** to [[U]].' />
  expect(html(line)).toMatch(/^Then the short cut is <strong>/)
  const page = html(<GlossaryContext value={() => undefined}>{line}</GlossaryContext>)
  expect(page).toMatch(/<a href="#glossary" class="term" aria-haspopup="dialog">short cut<\/a>/)
})

describe('the glossary', () => {
  test('has every term once', () => {
    const defined = Object.keys(en).flatMap((key) => /^term\.(\w+)\.what$/.exec(key)?.[1] ?? [])
    expect([...termIds].sort()).toEqual(defined.sort())
  })

  test.each([
    ['피처맵', 'map'],
    ['특징 맵', 'map'],
    ['감소율', 'ratio'],
    ['receptive', 'window'],
    ['shortcut', 'shortcut'],
    ['F_sq', 'squeeze'],
    ['시그모이드', 'sigmoid'],
  ])('finds %s in Korean', (query, id) => {
    expect(matching(entriesOf(texts.ko), query).map((entry) => entry.id)).toContain(id)
  })

  test('finds by name, by other names and by meaning, names first; all words have to be there', () => {
    const entries = entriesOf(texts.en)
    expect(matching(entries, '').length).toBe(entries.length)
    expect(matching(entries, 'GATE')[0]?.id).toBe('gate')
    expect(matching(entries, 'skip')[0]?.id).toBe('shortcut')
    expect(matching(entries, 'mean places')[0]?.id).toBe('squeeze')
    expect(matching(entries, 'gate nonsense')).toEqual([])
  })

  test.each(languages)('is a dialog that names itself and marks the term asked for (%s)', (lang) => {
    const page = html(<GlossaryIn at='gate' text={texts[lang]} onClose={() => undefined} />, lang)
    const title = /<dialog[^>]*aria-labelledby="([^"]+)"/.exec(page)?.[1]
    expect(page).toContain(`<h2 id="${title}">`)
    expect(page).toMatch(/data-term="gate" class="asked"/)
    expect(page.match(/class="asked"/g)).toHaveLength(1)
    expect(page.match(/<dt>/g)).toHaveLength(termIds.length)
  })
})

describe.each(languages)('“Use it” (%s)', (lang) => {
  const page = html(<UseItIn facts={factsOf('inks-se')} text={texts[lang]} />, lang)

  test('has the study and its controls, mean and spread by row', () => {
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
    const percent = (x: number) => `${(100 * x).toFixed(1)}%`
    for (const values of [
      ...[studies.inks.withSe, studies.inks.withoutSe, studies.digits.withSe, studies.digits.withoutSe],
      ...[seLong ?? [], plainLong ?? [], plainDeep ?? [], [0.95, 0.96], [0.435], [0.955]],
    ]) {
      for (const one of [mean(values), Math.min(...values), Math.max(...values)]) {
        expect(page).toContain(percent(one))
      }
    }
    expect(numbers(page)).toEqual(
      expect.arrayContaining([18_662, 19_466, 17_802, 6000, 3000, 1500, 2000, 1306, 4000]),
    )
  })

  test('without controls has none of their rows', () => {
    const bare = html(<UseItIn facts={factsOf('inks-se', 'site1', null)} text={texts[lang]} />, lang)
    expect(bare.match(/<tr>/g)).toHaveLength(1 + 2 + 2)
    expect(page.match(/<tr>/g)).toHaveLength(1 + 6 + 5)
    expect(bare).not.toMatch(/undefined|NaN|6,000/)
  })

  test('says in points how far apart they are', () => {
    const values = noteValues(factsOf('inks-se'), texts[lang])
    expect([values.gap, values.gapLonger, values.gapDeeper]).toEqual(['4', '1.8', '1.6'])
  })
})

describe('the code', () => {
  // Line by line what model/block/seBlock.ts says: z, hiddenPre with b₁ and ReLU, logits with b₂ and σ, out.
  test('is the paper’s block, with hidden width max(1, floor(C / r)) and the biases asked for', () => {
    const code = torchCode({ channels: 16, ratio: 4, bias: true, series: false, hidden: 'hidden units' })
    expect(code.split('\n').map((line) => line.replace(/ +# .*/, ''))).toEqual([
      ...['import torch', 'from torch import nn', '', 'class SqueezeExcite(nn.Module):'],
      ...['    def __init__(self, c, r=16, bias=True):', '        super().__init__()'],
      ...['        k = max(1, c // r)', '        self.w1 = nn.Linear(c, k, bias=bias)'],
      ...['        self.w2 = nn.Linear(k, c, bias=bias)', '', '    def forward(self, u):'],
      ...['        z = u.mean(dim=(2, 3))', '        h = torch.relu(self.w1(z))'],
      ...['        s = torch.sigmoid(self.w2(h))', '        return u * s[:, :, None, None]', ''],
      'block = SqueezeExcite(16, r=4, bias=True)',
    ])
  })

  test('is the block on show, biases or not, over pictures or time', () => {
    const block = { channels: 32, ratio: 4, bias: true, series: false, hidden: 'hidden units' }
    const pictures = torchCode(block)
    expect(pictures).toContain('block = SqueezeExcite(32, r=4, bias=True)')
    expect(pictures).toMatch(/u\.mean\(dim=\(2, 3\)\) +# z \[n, c\]/)
    expect(pictures).toContain('u * s[:, :, None, None]')
    const series = torchCode({ ...block, bias: false, series: true })
    expect(series).toContain('bias=False)')
    expect(series).toMatch(/u\.mean\(dim=2\) /)
    expect(series).toContain('u * s[:, :, None] ')
    // Comments begin in one column.
    const columns = pictures.split('\n').flatMap((line) => (line.includes('# ') ? [line.indexOf('# ')] : []))
    expect(new Set(columns).size).toBe(1)
    expect(columns).toHaveLength(8)
  })
})

test.each(languages)('the residual unit has its meaning in words, and its shortcut (%s)', (lang) => {
  const page = html(<ResidualUnit text={texts[lang]} />, lang)
  expect(page).toMatch(/role="img" aria-label="[^"]{80,}"/)
  expect(page).toContain('way-shortcut')
  expect(page).toContain(texts[lang].t('unit.shortcut'))
})

test.each(languages)('sources link the papers by their number, and never the article (%s)', (lang) => {
  const page = html(<SourcesIn text={texts[lang]} />, lang)
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url)
  expect(links.every((url) => /^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/.test(url))).toBe(true)
  expect(new Set(links).size).toBe(links.length)
  expect(links[0]).toBe('https://arxiv.org/abs/1709.01507')
  expect(page).toMatch(/<li>[^<]*김당찬[^<]*<\/li>/)
  // Table 2 and table 10 as the paper prints them.
  for (const quoted of ['24.80 → 23.29', '7.48 → 6.62', '3.86 → 3.87', '22.28', '22.72', '23.47']) {
    expect(page).toContain(quoted)
  }
})
