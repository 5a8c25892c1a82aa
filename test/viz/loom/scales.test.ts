import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../../src/viz/loom/layout.ts'
import { gateY, signedY, squareSide } from '../../../src/viz/loom/scales.ts'

describe('lengths and areas', () => {
  test('the area of a square is proportional to |weight|; the largest fills its place', () => {
    const weight = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        const [sideA, sideB] = [squareSide(a, 3, 20), squareSide(b, 3, 20)]
        expect(sideA ** 2 * Math.abs(b)).toBeCloseTo(sideB ** 2 * Math.abs(a), 6)
      }),
    )
    expect(squareSide(-3, 3, 20)).toBe(20)
    expect(squareSide(0.75, 3, 20)).toBe(10)
    expect(squareSide(0, 0, 20)).toBe(0)
  })

  const box: Box = { x: 0, y: 100, width: 10, height: 40 }
  test('signed values: zero in the middle, the domain at the edges, clipped beyond', () => {
    expect([-9, -2, 0, 1, 2, 9].map((value) => signedY(value, 2, box))).toEqual([
      140, 140, 120, 110, 100, 100,
    ])
    expect(signedY(1, 0, box)).toBe(120)
  })

  test('gates: 0 at the foot, 1 at the head, clipped beyond', () => {
    expect([-1, 0, 0.25, 1, 2].map((gate) => gateY(gate, box))).toEqual([140, 140, 130, 100, 100])
  })
})
