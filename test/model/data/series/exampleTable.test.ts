import { expect, test } from 'vitest'
import { exampleTable } from '../../../../src/model/data/series/exampleTable.ts'
import { plantedProblem } from '../../../../src/model/data/series/planted.ts'
import { parseCsv } from '../../../../src/model/data/series/readers/csv/csv.ts'
import { previewCsv } from '../../../../src/model/data/series/readers/csv/csvPreview.ts'

test('the example is read as it is meant, without a doubt', () => {
  const { guess, doubts } = previewCsv(exampleTable())
  expect(doubts).toEqual([])
  const set = parseCsv(exampleTable(), guess)
  expect(set).toMatchObject({ channelNames: ['v1', 'v2', 'v3'], classes: ['fast', 'middle', 'slow'] })
  expect(set.series).toHaveLength(60)
  const { train } = plantedProblem({
    channels: 3,
    length: 40,
    unequal: true,
    train: 60,
    validation: 3,
    test: 3,
  }).problem
  expect(set.series.map(({ length }) => length)).toEqual([...train.lengths])
  expect(set.series[0]?.data[1]).toBeCloseTo(train.x[1] ?? 0, 3)
})
