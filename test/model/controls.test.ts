/** public/snapshots/controls.json: it speaks of the runs that ship, and its parts agree with each other. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { imageNetworkConfig } from '../../src/model/networks/config.ts'
import { forwardNetwork } from '../../src/model/networks/forward.ts'
import { networkPlan } from '../../src/model/networks/networkPlan.ts'
import { imageNetworkPlan } from '../../src/model/networks/plan.ts'
import type { Controls, Readings, Study } from '../../src/model/networks/snapshotTypes.ts'
import { pictureOf, withOtherBar } from '../../src/model/state/pictures.ts'
import { sizeOf } from '../../src/model/tensor.ts'
import { storedRun, storedSeriesRun } from './storedRuns.ts'

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../public/snapshots/${name}.json`, import.meta.url), 'utf8'))
}

const { trained, stored } = read('controls') as Controls
const studies = read('study') as Readonly<Record<string, Study>>
const sum = ({ right, other, neither }: Readings) => right + other + neither

describe('what the stored run is compared with', () => {
  const rowOf = (id: string) => {
    const row = trained.find((one) => one.id === id)
    if (row === undefined) throw new Error(`no row ${id}`)
    return row
  }
  const [se, plain] = [rowOf('se'), rowOf('plain')]

  test('is what the names of the rows say', () => {
    expect(trained.map(({ id }) => id)).toEqual([
      'se',
      'plain',
      'plainWide',
      'plainDeep',
      'plainLong',
      'seLong',
    ])
    for (const { id, squeezeExcite, filters, weights, steps } of trained) {
      expect(squeezeExcite).toBe(id.startsWith('se'))
      expect(steps).toBe(se.steps * (id.endsWith('Long') ? 2 : 1))
      const plan = imageNetworkPlan(imageNetworkConfig('inks', { filters, squeezeExcite }))
      const counted = plan.weights.filter(({ trainable }) => trainable).map(({ shape }) => sizeOf(shape))
      expect(weights).toBe(counted.reduce((total, size) => total + size, 0))
    }
    expect(rowOf('plainWide').weights).toBeGreaterThanOrEqual(se.weights)
    expect(rowOf('plainDeep').weights).toBeLessThan(plain.weights)
    expect(rowOf('plainDeep').filters).toHaveLength(3)
    expect(rowOf('seLong').weights).toBe(se.weights)
  })

  test('starts from the study’s seeds and gives its figures', () => {
    const { inks } = studies
    for (const { seeds, accuracies, readings, pictures } of trained) {
      expect(seeds.length).toBeGreaterThanOrEqual(3)
      expect(seeds).toEqual(inks?.seeds.slice(0, seeds.length))
      expect([accuracies.length, readings.length]).toEqual([seeds.length, seeds.length])
      for (const [i, one] of readings.entries()) {
        expect(sum(one)).toBe(pictures)
        // Two computations: a picture or two on the edge may fall to either side.
        expect(Math.abs(one.right / pictures - (accuracies[i] ?? 0))).toBeLessThanOrEqual(0.001)
      }
    }
    expect(se.accuracies).toEqual(inks?.withSe.slice(0, se.seeds.length))
    expect(plain.accuracies).toEqual(inks?.withoutSe.slice(0, plain.seeds.length))
  })

  test('has gates where there are some', () => {
    expect(se.gates).toHaveLength(se.seeds.length)
    for (const [i, { own, frozen }] of se.gates.entries()) {
      expect(own).toEqual(se.readings[i])
      expect(frozen.right / se.pictures).toBeCloseTo(studies.inks?.frozenGates[i] ?? 0, 2)
    }
  })
})

describe('the facts', () => {
  test.each(['inks', 'digits', 'cued'] as const)('of %s are those of the stored run', (id) => {
    const run = id === 'cued' ? storedSeriesRun('cued-se') : storedRun(`${id}-se`)
    const { pictures, population, gates, plain, sites } = stored[id]
    expect(pictures).toBe(run.pictures)
    expect(population).toBe(run.population[0]?.count)
    for (const one of [gates.own, gates.frozen, gates.atOne, plain]) expect(sum(one)).toBe(pictures)
    expect(gates.own.right / pictures).toBeCloseTo(run.accuracy, 2)
    expect(sites.map(({ site }) => site)).toEqual(networkPlan(run.config).sites.map((site) => site.id))
    expect(gates.transplanted === null).toBe(id === 'digits')
  })

  test('hold in the pictures that ship', () => {
    const run = storedRun('inks-se')
    const plan = networkPlan(run.config)
    for (const { index } of run.samples) {
      const source = { net: run.net, stored: run.samples, heldOut: null, drawn: null }
      const a = pictureOf(source, { kind: 'heldOut', index, bar: 0 })
      const b = a === null ? null : withOtherBar(a)
      if (a === null || b === null) throw new Error(`no picture ${index}`)
      const traces = [a, b].map(({ input }) => forwardNetwork(plan, run.weights, input).sites)
      for (const { site, gates, swap, firing } of stored.inks.sites) {
        const [first, second] = traces.map((sites) => sites[site]?.block)
        if (!first || !second || swap === null) throw new Error('nothing to compare')
        for (const [bar, { hidden, s }] of [first, second].entries()) {
          for (const [c, gate] of s.data.entries()) {
            expect(gate).toBeGreaterThanOrEqual((gates[bar]?.least[c] ?? 0) * (1 - 1e-4))
            expect(gate).toBeLessThanOrEqual((gates[bar]?.most[c] ?? 0) * (1 + 1e-4))
          }
          for (const [k, value] of hidden.data.entries()) {
            const often = firing[k]?.[bar]
            if (often === 0) expect(value).toBe(0)
            if (often === stored.inks.pictures) expect(value).toBeGreaterThan(0)
          }
        }
        const sides = first.s.data.filter((gate, c) => gate > 0.5 !== (second.s.data[c] ?? 0) > 0.5).length
        expect(sides).toBeGreaterThanOrEqual(swap.sides.least)
        expect(sides).toBeLessThanOrEqual(swap.sides.most)
      }
    }
  })
})
