/** What is counted over pictures, against the same counted the long way, on the stored run and its own pictures. */
import { describe, expect, test } from 'vitest'
import { cellWindow } from '../../../src/components/steps/cellWindow.ts'
import { composeInks, inksDefaults } from '../../../src/model/data/inks.ts'
import { countTurned, findOpening } from '../../../src/model/lab/featuredSample.ts'
import { gatesOf, type HeldOutCase, prediction } from '../../../src/model/lab/interventions.ts'
import { measureGateReadings, measureReadings } from '../../../src/model/lab/readings.ts'
import { measureSite } from '../../../src/model/lab/siteFacts.ts'
import { forwardNetwork, siteOf } from '../../../src/model/networks/forward.ts'
import { networkPlan } from '../../../src/model/networks/networkPlan.ts'
import type { Readings } from '../../../src/model/networks/snapshotTypes.ts'
import { storedRun } from '../storedRuns.ts'

type Gates = Readonly<Record<string, Float32Array>>
type Barred = HeldOutCase & { readonly swapped: HeldOutCase['own']; readonly bar: 0 | 1 }

const run = storedRun('inks-se')
const plan = networkPlan(run.config)
const cases: readonly Barred[] = run.samples.map(({ index, digits: [a, b], labels, bar }) => {
  const version = (ink: 0 | 1) => ({
    input: composeInks(a ?? new Uint8Array(), b ?? new Uint8Array(), ink),
    label: labels[ink] ?? -1,
  })
  return { index, own: version(bar), swapped: version(bar === 0 ? 1 : 0), bar }
})
const forward = (input: HeldOutCase['own']['input'], gates: Gates = {}) =>
  forwardNetwork(plan, run.weights, input, {
    overrides: Object.fromEntries(Object.entries(gates).map(([id, s]) => [id, { gates: s }])),
  })
const mean: Gates = Object.fromEntries(
  run.population.map(({ site, meanGate }) => [site, Float32Array.from(meanGate)]),
)
const byBar: readonly Gates[] = [0, 1].map((bar) =>
  Object.fromEntries(
    run.population.map(({ site, meanGateByGroup }) => [site, Float32Array.from(meanGateByGroup[bar] ?? [])]),
  ),
)

/** Counts of what is read of each case with these gates. */
function readAll(gates: (one: Barred) => Gates): Readings {
  const reads = cases.map((one) => [prediction(forward(one.own.input, gates(one))), one] as const)
  const right = reads.filter(([read, { own }]) => read === own.label).length
  const other = reads.filter(([read, { swapped }]) => read === swapped.label).length
  return { right, other, neither: reads.length - right - other }
}

describe('readings', () => {
  const lent = ({ swapped }: Barred) => gatesOf(forward(swapped.input))
  const only = (id: string, gates: (one: Barred) => Gates) => (one: Barred) => ({
    [id]: gates(one)[id] ?? new Float32Array(),
  })
  const told = measureGateReadings(plan, run.weights, cases, { mean, byBar })

  test('are those of the gates that were asked for', () => {
    const ones = Object.fromEntries(
      plan.sites.map(({ id, channels }) => [id, new Float32Array(channels).fill(1)]),
    )
    const ofBar = ({ bar }: Barred) => byBar[bar] ?? {}
    const at = (gates: (one: Barred) => Gates) =>
      Object.fromEntries(['site1', 'site2'].map((id) => [id, readAll(only(id, gates))]))
    expect(told).toEqual({
      own: readAll(() => ({})),
      frozen: readAll(() => mean),
      frozenAt: at(() => mean),
      atOne: readAll(() => ones),
      transplanted: readAll(lent),
      transplantedAt: at(lent),
      byBar: readAll(ofBar),
      byBarAt: at(ofBar),
    })
    // Otherwise nothing above could have failed.
    expect(told.transplanted).not.toEqual(told.own)
    expect(told.frozen).not.toEqual(told.own)
    expect(told.byBar).not.toEqual(told.frozen)
    expect(told.transplantedAt?.site1).not.toEqual(told.transplantedAt?.site2)
  })

  test('each bar has its own constant gates', () => {
    const exchanged = measureGateReadings(plan, run.weights, cases, { mean, byBar: [...byBar].reverse() })
    expect(exchanged.byBar?.right).toBeLessThan(told.byBar?.right ?? 0)
  })

  test('without a bar nothing is lent, and no other digit is read', () => {
    const barless = cases.map(({ index, own }) => ({ index, own, swapped: null, bar: null }))
    const alone = measureGateReadings(plan, run.weights, barless, { mean, byBar })
    expect(alone).toMatchObject({ transplanted: null, transplantedAt: null, byBar: null, byBarAt: null })
    expect(alone.frozen).toEqual({ right: told.frozen.right, other: 0, neither: 10 - told.frozen.right })
    expect(measureReadings(plan, run.weights, barless)).toEqual(alone.own)
  })
})

test('what could be opened on is counted in every version', () => {
  const site = siteOf(plan, 'site1')
  const opens = (from: readonly HeldOutCase[]) => {
    try {
      return [findOpening(plan, run.weights, site, from, mean).swapped]
    } catch {
      return []
    }
  }
  const counted = countTurned(plan, run.weights, site, cases, mean)
  const found = cases.flatMap((one) => opens([one]))
  expect(counted.of).toBe(20)
  expect(counted.byOneGate).toBeGreaterThanOrEqual(found.length)
  expect(counted.byOneGate).toBeGreaterThan(0)
  const turned = cases.flatMap(({ own, swapped }) =>
    [
      [own, swapped],
      [swapped, own],
    ].filter(([a, b]) => {
      if (a === undefined || b === undefined) return false
      const gates = gatesOf(forward(b.input))
      const { site1 = new Float32Array() } = gates
      const turns = [{ site1: mean.site1 ?? site1 }, mean, { site1 }, gates].every(
        (set) => prediction(forward(a.input, set)) === b.label,
      )
      return turns && prediction(forward(a.input)) === a.label && prediction(forward(b.input)) === b.label
    }),
  )
  expect(counted.versions).toBe(turned.length)
  expect(counted.versions).toBeGreaterThan(counted.byOneGate)
})

describe.each(['site1', 'site2'])('facts of %s', (id) => {
  const site = siteOf(plan, id)
  const facts = measureSite(plan, run.weights, site, cases)
  const versions = cases.map(({ own, swapped, bar }) =>
    ([0, 1] as const).map((ink) => {
      const found = forward((ink === bar ? own : swapped).input).sites[id]
      if (!found?.block) throw new Error('no block')
      const { z, hidden, s } = found.block
      return { U: found.U.data, z: z.data, hidden: hidden.data, s: s.data }
    }),
  )
  const ofBar = (bar: number) => versions.map((pair) => pair[bar] as NonNullable<(typeof pair)[number]>)
  const channels = Array.from({ length: site.channels }, (_, c) => c)
  const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const moved = (stage: 'z' | 's', c: number) =>
    versions.map(([a, b]) => Math.abs((a?.[stage][c] ?? 0) - (b?.[stage][c] ?? 0)))
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5))

  test('hidden units are counted by bar', () => {
    for (const bar of [0, 1]) {
      const on = ofBar(bar).map(({ hidden }) => Array.from(hidden, (value) => value > 0))
      const counts = Array.from({ length: site.reduced }, (_, k) => on.filter((units) => units[k]).length)
      expect(facts.firing.map((unit) => unit[bar])).toEqual(counts)
      const usual = counts.map((count) => count > 5)
      expect(facts.alike[bar]).toBe(on.filter((units) => units.join() === usual.join()).length)
    }
  })

  test('gates have their range and mean for either bar', () => {
    for (const bar of [0, 1]) {
      const of = (c: number) => ofBar(bar).map(({ s }) => s[c] ?? Number.NaN)
      expect(facts.gates[bar]?.least).toEqual(channels.map((c) => Math.min(...of(c))))
      expect(facts.gates[bar]?.most).toEqual(channels.map((c) => Math.max(...of(c))))
      expect(facts.gates[bar]?.mean).toEqual(close(channels.map((c) => average(of(c)))))
    }
  })

  test('what the other bar moves is taken picture by picture', () => {
    const crosses = (c: number) =>
      versions.map(([a, b]) => Number((a?.s[c] ?? 0) > 0.5 !== (b?.s[c] ?? 0) > 0.5))
    const sides = versions.map((_, n) => channels.reduce((sum, c) => sum + (crosses(c)[n] ?? 0), 0))
    expect(facts.swap).toMatchObject({
      sides: { mean: average(sides), least: Math.min(...sides), most: Math.max(...sides) },
      crossing: channels.map((c) => crosses(c).reduce((sum, one) => sum + one, 0)),
      z: {
        mean: close(channels.map((c) => average(moved('z', c)))),
        most: close(channels.map((c) => Math.max(...moved('z', c)))),
      },
      s: {
        mean: close(channels.map((c) => average(moved('s', c)))),
        least: close(channels.map((c) => Math.min(...moved('s', c)))),
      },
    })
  })

  test('a cell reaches the bar if its window does, whatever gates carry', () => {
    const [rows = 0, columns = 0] = site.spatial
    const picture = cases[0]?.own.input
    if (picture === undefined) throw new Error('no picture')
    const reaching = Array.from({ length: columns }, (_, w) =>
      cellWindow(plan, site.u, { h: 0, w }, picture),
    ).filter(({ x }) => x < inksDefaults.barWidth)
    expect(facts.swap?.reach).toMatchObject({ any: reaching.length * rows, of: rows * columns })
    expect(facts.swap?.reach.mean).toBeLessThanOrEqual(reaching.length * rows)
    expect(reaching.length).toBeLessThan(columns)
  })

  test('sizes and signs are those of all values of U', () => {
    const all = [...ofBar(0), ...ofBar(1)]
    const values = all.flatMap(({ U }) => [...U])
    expect(facts.belowZero).toBeCloseTo(values.filter((u) => u < 0).length / values.length, 9)
    const sizes = channels.map((c) => average(values.filter((_, i) => i % site.channels === c).map(Math.abs)))
    expect(facts.size.u).toEqual(close(sizes))
    expect(facts.size.z).toEqual(close(channels.map((c) => average(all.map(({ z }) => Math.abs(z[c] ?? 0))))))
  })
})

test('without a bar there is one kind of picture, and nothing to swap', () => {
  const barless = cases.map(({ index, own }) => ({ index, own, swapped: null, bar: null }))
  const facts = measureSite(plan, run.weights, siteOf(plan, 'site1'), barless)
  expect(facts.swap).toBeNull()
  expect(facts.gates).toHaveLength(1)
  expect(facts.firing.every((unit) => unit.length === 1)).toBe(true)
  expect(() => measureSite(plan, run.weights, siteOf(plan, 'site1'), [])).toThrow(RangeError)
})
