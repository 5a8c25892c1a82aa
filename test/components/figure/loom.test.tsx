/** The figure as it stands in the page, at every step and in each of its layouts. */
import { describe, expect, test } from 'vitest'
import { FigureArea } from '../../../src/components/figure/FigureArea.tsx'
import { useFigure } from '../../../src/components/figure/useFigure.ts'
import { StoreProvider } from '../../../src/components/store.tsx'
import { en } from '../../../src/components/text/en.ts'
import { cuedProblem } from '../../../src/model/data/series/cued.ts'
import { openRows } from '../../../src/model/state/openRows.ts'
import * as selection from '../../../src/model/state/selection.ts'
import * as samples from '../../../src/model/state/shownSamples.ts'
import { type StageRow, stageRows, stepIds, stepOf } from '../../../src/model/state/steps.ts'
import { type AppState, type AppStore, createAppStore } from '../../../src/model/state/store.ts'
import { loomLayout } from '../../../src/viz/loom/layout.ts'
import type { Variant } from '../../../src/viz/loom/measures.ts'
import { storedRun, storedSeriesRun } from '../../model/storedRuns.ts'
import { variants } from '../../viz/loom/open.ts'
import { html, text } from '../render.tsx'
import { recordedRun, storeWithRun } from '../training/recordedRun.ts'

const snapshots = {
  'inks-se': storedRun('inks-se'),
  'inks-plain': storedRun('inks-plain'),
  'digits-se': storedRun('digits-se'),
}

function Figure({ variant }: { variant: Variant }) {
  const figure = useFigure()
  return figure === null ? null : (
    <FigureArea
      figure={figure}
      firstView={{ placeholders: null, variants: [variant] }}
      term={null}
      extra={({ from, to }) => `besides ${from} to ${to}`}
    />
  )
}

const drawIn = (store: AppStore, variant: Variant = 'wide') =>
  html(
    <StoreProvider store={store}>
      <Figure variant={variant} />
    </StoreProvider>,
  )
/** A page without a browser shows what the store begins with. */
const draw = (changes: Partial<AppState>, variant: Variant = 'wide') =>
  drawIn(createAppStore({ snapshots, ...changes }), variant)

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const slidersOf = (page: string) => page.match(/<div class="row-slider[^>]*>/g) ?? []
const stagesOf = (page: string) => slidersOf(page).map((tag) => attribute(tag, 'data-stage'))
const stripsOf = (page: string) =>
  [...page.matchAll(/<button[^>]*class="folded"[^>]*>(.*?)<\/button>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]*>/g, ''),
  )
/** Stages that the keyboard gets to with Tab. */
const stopsOf = (page: string) =>
  slidersOf(page)
    .filter((tag) => attribute(tag, 'tabindex') === '0')
    .map((tag) => attribute(tag, 'data-stage'))
const openAt = (changes: Partial<AppState>): readonly StageRow[] => {
  const { heights } = openRows(createAppStore({ snapshots, ...changes }).getState())
  return stageRows.filter((row) => heights[row] !== undefined)
}

const cases = stepIds.flatMap((step) => variants.map((variant) => ({ step, variant })))

describe.each(cases)('$step, $variant', ({ step, variant }) => {
  const at = { step, stage: stepOf(step).stage }

  test('a slider for each open stage, a strip for what is folded, room for what the step draws besides', () => {
    for (const net of ['inks', 'digits'] as const) {
      for (const site of ['site1', 'site2']) {
        const page = draw({ ...at, net, site }, variant)
        expect(stagesOf(page)).toEqual(openAt(at))
        const strips = stripsOf(page)
        expect(strips.length).toBeGreaterThan(0)
        expect(new Set(strips).size).toBe(strips.length)
        for (const strip of strips) expect(strip).toMatch(/^► .*\d/)
        const [, from, to] = /besides (\d+) to (\d+)/.exec(page) ?? []
        expect(from !== undefined).toBe(stepOf(step).extra > 0)
        if (from === undefined) continue
        const channel = selection.pinned(createAppStore({ snapshots, ...at, net, site }).getState())?.index.c
        expect(channel).toBeGreaterThanOrEqual(Number(from))
        expect(channel).toBeLessThan(Number(to))
      }
    }
  })

  test('unfolded: every stage, no strip', () => {
    const page = draw({ ...at, unfolded: true }, variant)
    expect(stagesOf(page)).toEqual([...stageRows])
    expect(stripsOf(page)).toEqual([])
  })

  test('the box of every part is a share of the figure, and stays in it', () => {
    for (const tag of draw(at, variant).match(/<(div|button)[^>]*style="left:[^>]*>/g) ?? []) {
      const [left = 0, top = 0, width = 0, height = 0] = ['left', 'top', 'width', 'height'].map((name) =>
        Number(new RegExp(`\\b${name}:([-\\d.]+)%`).exec(tag)?.[1]),
      )
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(left + width).toBeLessThan(100.01)
      expect(top + height).toBeLessThan(100.01)
    }
  })

  test('one stage of those that stand open is a stop of the Tab key, whichever was selected before', () => {
    for (const stage of stageRows) {
      const stops = stopsOf(draw({ ...at, stage }, variant))
      expect(stops, stage).toHaveLength(1)
      if (openAt(at).includes(stage)) expect(stops).toEqual([stage])
    }
  })

  test('covered rows are hidden and say no value', () => {
    const covered = openAt(at)
    const page = draw({ ...at, cover: [...covered, 'reading'] }, variant)
    for (const tag of slidersOf(page)) {
      expect(attribute(tag, 'class')?.split(' ')).toContain('covered')
      expect(attribute(tag, 'aria-valuetext')).not.toMatch(/\d\.\d/)
    }
    const layers = page.match(/<g class="layer[^"]*"/g) ?? []
    expect(layers).toHaveLength(covered.length)
    for (const layer of layers) expect(layer).toBe('<g class="layer covered"')
    // One of them alone hides no other.
    const [first] = covered
    const one = draw({ ...at, cover: first === undefined ? [] : [first] }, variant)
    expect(one.match(/<g class="layer covered"/g)).toHaveLength(1)
  })
})

test('a block over series: its maps are curves of one row, its strips name the steps', () => {
  const problem = cuedProblem({ train: 6, validation: 3, test: 12 })
  const net = {
    net: 'series',
    data: 'cued',
    snapshots: { 'cued-se': storedSeriesRun('cued-se') },
    problem: {
      key: 'cued',
      problem,
      twins: new Float32Array(problem.test.x.length),
      twinLabels: new Uint8Array(12),
      truth: null,
      names: null,
    },
  } as const
  const { length } = problem
  for (const step of stepIds) {
    for (const variant of variants) {
      for (const site of ['site1', 'site2']) {
        const changes = { ...net, step, stage: stepOf(step).stage, site }
        const page = draw(changes, variant)
        expect(stagesOf(page)).toEqual(openAt(changes))
        expect(stopsOf(page)).toEqual([stepOf(step).stage])
        const U = stripsOf(page).find((strip) => strip.startsWith('► U'))
        expect(U === undefined).toBe(openAt(changes).includes('U'))
        if (U !== undefined) {
          expect(U).toBe(`► U: ${site === 'site1' ? 16 : 32} maps of ${length}`)
        }
      }
    }
  }
})

describe('strips', () => {
  test('say what is folded, with the sizes of the block', () => {
    expect(stripsOf(draw({ step: 'transform' }))).toEqual([
      '► z: 16 means',
      '► mix: 16 means → 4 hidden → 16 logits, 128 weights',
      '► X̃: 16 rescaled maps',
    ])
    expect(stripsOf(draw({ step: 'gate', site: 'site2' }))).toEqual([
      '► U: 32 maps of 7×7',
      '► z: 32 means',
      '► mix: 32 means → 8 hidden, 256 weights',
      '► X̃: 32 rescaled maps',
    ])
    expect(stripsOf(draw({ step: 'mix' }))).toContain('► gate: 4 hidden → 16 logits, 64 weights')
  })

  test('whatever is opened, each has a name that fits its stages', () => {
    for (const row of stageRows) {
      for (const step of stepIds) {
        const page = draw({ step, opened: [row] })
        expect(stagesOf(page)).toContain(row)
        expect(page).not.toMatch(/fold\./)
        const { heights, order, mix, extra } = openRows({
          ...createAppStore().getState(),
          step,
          opened: [row],
        })
        const { folded } = loomLayout({ channels: 16, reduced: 4, map: [14, 14] }, 'wide', {
          order,
          mix,
          heights,
          extra,
        })
        const strips = stripsOf(page)
        expect(strips).toHaveLength(folded.length)
        for (const [i, { rows }] of folded.entries()) {
          const first = rows[0] as StageRow
          const last = rows.at(-1) as StageRow
          // What it names first and last is what is folded first and last.
          const names: Readonly<Partial<Record<StageRow, RegExp>>> = {
            w1: /W₁|means/,
            hidden: /hidden/,
            w2: /W₂|hidden|gate/,
            logits: /logits/,
          }
          expect(strips[i], `${step} and ${row}: ${rows.join()}`).toMatch(names[first] ?? /./)
          expect(strips[i], `${step} and ${row}: ${rows.join()}`).toMatch(names[last] ?? /./)
        }
      }
    }
  })

  test('the texts of all of them are there', () => {
    for (const row of stageRows) expect(en).toHaveProperty(`fold.${row}`)
  })
})

describe('gates that change sides', () => {
  test('are marked where the numbers are, as many as there are', () => {
    const page = draw({ step: 'why' })
    const { trace, other } = selection.view(createAppStore({ snapshots }).getState()) ?? {}
    const [a, b] = [trace, other].map((one) => one?.sites.site1?.block?.s.data ?? [])
    const flipped = Array.from(a ?? [], (gate, c) => gate >= 0.5 !== (b?.[c] ?? 0) >= 0.5)
    const count = flipped.filter(Boolean).length
    expect(count).toBeGreaterThan(2)
    expect(count).toBeLessThan(16)
    const marks = [...page.matchAll(/<text[^>]*>([^<]*)↕<\/text>/g)].map(([, number]) => number)
    expect(marks).toEqual(
      Array.from(a ?? [], (gate) => text().number.gate(gate)).filter((_, c) => flipped[c]),
    )
  })

  test('ticks and second bars wear the ink of the other bar, and change it with the picture', () => {
    const store = createAppStore({ snapshots })
    const bar = samples.picture(store.getState())?.bar
    const inks = (page: string) =>
      new Set([...page.matchAll(/class="(?:ghost|bar other) (bar-ink-\d)"/g)].map(([, ink]) => ink))
    expect(inks(draw({ step: 'mix', stage: 'hidden' }))).toEqual(new Set([`bar-ink-${bar === 0 ? 1 : 0}`]))
    const spec = samples.picture(store.getState())?.spec
    if (spec?.kind !== 'heldOut') throw new RangeError('no picture of the list')
    const sample = { ...spec, bar: bar === 0 ? 1 : 0 } as const
    expect(inks(draw({ step: 'mix', stage: 'hidden', sample }))).toEqual(new Set([`bar-ink-${bar}`]))
    expect(inks(draw({ step: 'why', net: 'digits' }))).toEqual(new Set())
    expect(draw({ step: 'why', net: 'digits' })).toContain('class="ghost"')
  })
})

describe('without SE', () => {
  test.each([...stepIds])('U is drawn at "%s", nothing else, and the page says why', (step) => {
    for (const variant of variants) {
      const page = draw({ step, stage: stepOf(step).stage, snapshot: 'plain' }, variant)
      expect(stagesOf(page)).toEqual(['U'])
      expect(stopsOf(page)).toEqual(['U'])
      expect(stripsOf(page)).toEqual([])
      expect(page).toContain('trained without SE')
    }
  })
})

test('while a run is watched, U and the gates stand open and one of them is a stop of the Tab key', () => {
  const stored = snapshots['inks-se']
  for (const stage of stageRows) {
    const run = recordedRun(stored, [0, 600, 1200])
    const page = drawIn(storeWithRun(stored, run, { step: 'mix', stage }))
    expect(stagesOf(page)).toEqual(['U', 's'])
    expect(stopsOf(page), stage).toHaveLength(1)
    expect(page).toContain('besides 0 to 16')
  }
})
