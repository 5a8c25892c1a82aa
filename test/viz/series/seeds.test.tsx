import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Seeds } from '../../../src/viz/series/Seeds.tsx'
import { accuracyDomain, seedOffset, seedsLayout } from '../../../src/viz/series/seeds.ts'

const accuracy = fc.double({ min: 0, max: 1, noNaN: true })

describe('the axis of accuracy', () => {
  test('holds every value, lies within 0–1 and is never narrow', () => {
    fc.assert(
      fc.property(fc.array(accuracy, { minLength: 1, maxLength: 10 }), (values) => {
        const [low, high] = accuracyDomain(values)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(low)
          expect(value).toBeLessThanOrEqual(high)
        }
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(high - low).toBeGreaterThan(0.0999)
      }),
    )
    expect(accuracyDomain([])).toEqual([0, 1])
  })

  test('a tenth at least, around what there is; room of a twelfth or so where it is wider', () => {
    const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 9))
    expect(accuracyDomain([0.5, 0.5])).toEqual(close(0.45, 0.55))
    expect(accuracyDomain([0.5, 0.52])).toEqual(close(0.46, 0.56))
    expect(accuracyDomain([0.2, 0.7])).toEqual(close(0.16, 0.74))
    // A hundredth of room at least, and never beyond 0 and 1.
    expect(accuracyDomain([0.5, 0.61])).toEqual(close(0.49, 0.62))
    expect(accuracyDomain([0.98, 1])).toEqual(close(0.9, 1))
    expect(accuracyDomain([0, 0.02])).toEqual(close(0, 0.1))
  })

  test('names beside the rows where there is room, else above them', () => {
    const [wide, narrow] = [420, 419].map((width) => seedsLayout(2, [0.4, 0.6], width))
    expect(wide).toMatchObject({ beside: true, left: 104, right: 404 })
    expect(wide?.rows.every(({ name, middle }) => name === middle)).toBe(true)
    expect(narrow).toMatchObject({ beside: false, left: 16, right: 403 })
    expect(narrow?.rows.every(({ name, middle }) => name < middle)).toBe(true)
    expect([wide?.x(0.4), wide?.x(0.5)].map((x) => x ?? 0)).toEqual([
      expect.closeTo(104 + (300 * 0.016) / 0.232, 6),
      254,
    ])
  })

  test.each([300, 620])('rows, ticks and dots lie within the picture at %i px', (width) => {
    const { rows, ticks, x, left, right, height, foot } = seedsLayout(2, [0.45, 0.99, 1.04], width)
    for (const { at } of ticks) expect(at >= left && at <= right).toBe(true)
    expect(ticks.length).toBeGreaterThanOrEqual(2)
    expect(x(1.04)).toBeLessThanOrEqual(right)
    expect(rows.every(({ middle }) => middle > 17 && middle + 17 < foot)).toBe(true)
    expect(foot).toBeLessThan(height)
    expect((rows[1]?.middle ?? 0) - (rows[0]?.middle ?? 0)).toBeGreaterThan(34)
  })

  test('equal results lie below each other', () => {
    expect([0, 1, 2, 3, 4].map((place) => seedOffset(place, 5))).toEqual([-10, -5, 0, 5, 10])
    expect(seedOffset(0, 1)).toBe(0)
  })
})

test('a dot a run; mean and spread only where there are two', () => {
  const group = (tone: 'gates' | 'plain', values: readonly number[], deviation: number | null) => ({
    name: tone,
    tone,
    values,
    mean: values.length === 0 ? Number.NaN : 0.9,
    deviation,
  })
  const draw = (groups: readonly ReturnType<typeof group>[]) =>
    renderToStaticMarkup(
      <Seeds label='by seed' groups={groups} seeds={5} axis='accuracy' width={400} format={String} />,
    )
  const both = draw([group('gates', [0.9, 0.9, 0.92], 0.01), group('plain', [0.5], null)])
  expect(both.match(/<circle/g)).toHaveLength(4)
  expect(both.match(/class="spread"/g)).toHaveLength(1)
  expect(both.match(/class="mean"/g)).toHaveLength(1)
  expect(both).toContain('role="img"')
  expect(both).toContain('aria-label="by seed"')
  expect(draw([group('gates', [0.9], null), group('plain', [], null)])).not.toMatch(/NaN|Infinity/)
})
