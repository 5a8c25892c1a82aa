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
