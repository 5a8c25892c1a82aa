import { describe, expect, test } from 'vitest'
import { largestGap } from '../../../src/components/steps/gateGap.ts'
import { PairGates } from '../../../src/components/steps/PairGates.tsx'
import { html } from '../render.tsx'

describe('the largest difference of two pictures’ gates', () => {
  test('names channel, both gates and their distance, whichever is larger', () => {
    expect(largestGap([0.5, 0.75, 0], [0.5, 0.25, 0.125])).toEqual({
      channel: 1,
      a: 0.75,
      b: 0.25,
      difference: 0.5,
    })
    expect(largestGap([0, 0.25], [0, 0.75])).toEqual({ channel: 1, a: 0.25, b: 0.75, difference: 0.5 })
  })

  test('of equals the first; none without channels', () => {
    expect(largestGap([1, 1], [1, 1])).toEqual({ channel: 0, a: 1, b: 1, difference: 0 })
    expect(largestGap([], [])).toBeNull()
  })
})

describe.each(['en', 'ko'] as const)('the gates side by side (%s)', (lang) => {
  const gates = (...values: number[]) => Float32Array.from(values)
  const [a, b] = [gates(0.5, 0.75, 0, 1), gates(0.5, 0.25, 0.125, 1)]
  const page = html(
    <PairGates a={a} b={b} printed={{ a, b }} inks={{ a: 0, b: 1 }} selected={3} spoken />,
    lang,
  )

  test('say the largest difference with its values, and each strip in words', () => {
    const said = /role="status"[^>]*>([^<]+)</.exec(page)?.[1] ?? ''
    expect(said.match(/\d+(\.\d+)?/g)).toEqual(['1', '0.750', '0.250', '0.500'])
    expect(page.match(/role="img" aria-label="[^"]*[AB][^"]*"/g)).toHaveLength(2)
  })

  test('draw every gate as high as it is, the other picture’s as a line, and frame the difference', () => {
    const bars = [...page.matchAll(/class="bar"[^>]*height="([\d.]+)"/g)].map(
      ([, height]) => Number(height) / 40,
    )
    expect(bars).toEqual([...a, ...b])
    const lines = [...page.matchAll(/class="ghost bar-ink-[01]"[^>]*y1="([\d.]+)"/g)].map(
      ([, y]) => 1 - Number(y) / 40,
    )
    expect(lines).toEqual([...b, ...a])
    expect(page.match(/class="frame" x="10"/g)).toHaveLength(2)
    expect(page.match(/class="band" x="30"/g)).toHaveLength(2)
  })
})
