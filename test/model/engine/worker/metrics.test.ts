import { expect, test } from 'vitest'
import { MetricBuffer } from '../../../../src/model/engine/worker/metrics.ts'

const steps = (buffer: MetricBuffer) => buffer.drain().map(({ step }) => step)

function filled(count: number): MetricBuffer {
  const buffer = new MetricBuffer()
  for (let step = 1; step <= count; step++) buffer.push({ step, loss: step, accuracy: step % 2 })
  return buffer
}

test('what was drained is gone', () => {
  const buffer = filled(3)
  expect(steps(buffer)).toEqual([1, 2, 3])
  expect(steps(buffer)).toEqual([])
})

test('going back to a step keeps the step itself', () => {
  const buffer = filled(5)
  buffer.rewind(3)
  expect(steps(buffer)).toEqual([1, 2, 3])
})

test('nobody fetches them: beyond 4,096 neighbours become their mean, the last one stays', () => {
  expect(filled(4096).drain()).toHaveLength(4096)
  const halved = filled(4097).drain()
  expect(halved).toHaveLength(2049)
  expect(halved.slice(0, 2)).toEqual([
    { step: 2, loss: 1.5, accuracy: 0.5 },
    { step: 4, loss: 3.5, accuracy: 0.5 },
  ])
  expect(halved.at(-1)).toEqual({ step: 4097, loss: 4097, accuracy: 1 })
})
