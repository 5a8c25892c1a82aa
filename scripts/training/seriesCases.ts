/** Test series as cases: of the cued ones also with the other cue, and what is then to be read. */
import { cuedSeries } from '../../src/model/data/series/cued.ts'
import type { SeriesProblem } from '../../src/model/data/series/types.ts'
import type { HeldOutCase } from '../../src/model/lab/interventions.ts'
import { nd } from '../../src/model/tensor.ts'

export function seriesCases(
  net: 'series' | 'cued',
  { test, length, channels }: SeriesProblem,
): HeldOutCase[] {
  const size = length * channels
  const input = (x: Float32Array) => nd(['t', 'c'], [length, channels], x)
  return Array.from(test.y, (label, index) => {
    const bar = net === 'series' ? null : test.group[index] === 1 ? 1 : 0
    const other = bar === null ? null : cuedSeries({}, 'test', index, bar === 0 ? 1 : 0)
    return {
      index,
      own: { input: input(test.x.slice(index * size, (index + 1) * size)), label },
      swapped: other === null ? null : { input: input(other.x), label: other.label },
      bar,
    }
  })
}
