/** Files read by the real worker. */
import { expect, test } from 'vitest'
import { DataFormatError } from '../../src/model/data/errors.ts'
import { previewSeriesFile, readSeriesFile } from '../../src/model/data/series/readers/client.ts'

const row = `${Array.from({ length: 500 }, (_, i) => `${i / 8}`).join(',')}:${'-1.25e-1,'.repeat(499)}?`
const text = (rows: number) =>
  `\ufeff@problemName 한글\n@classLabel true A <img/onerror=alert(1)>\n@data\n${`${row}:<img/onerror=alert(1)>\n`.repeat(rows)}`

test('a file of some megabytes, with progress', async () => {
  const told: number[] = []
  const set = await readSeriesFile(new File([text(600)], 'Some_TRAIN.ts'), {
    format: 'ts',
    onProgress: (done, total) => told.push(done / total),
  })
  expect(set).toMatchObject({
    name: '한글',
    channels: 2,
    length: 500,
    classes: ['A', '<img/onerror=alert(1)>'],
  })
  expect(set.series.length).toBe(600)
  expect([...(set.series[599]?.data.subarray(0, 4) ?? [])]).toEqual([0, -0.125, 0.125, -0.125])
  expect(set.series[599]?.data.at(-1)).toBeNaN()
  expect(new Set(set.series.map(({ data }) => data.buffer)).size).toBe(1)
  expect(told.length).toBeGreaterThan(2)
  expect(told.every((share, i) => share > (told[i - 1] ?? 0) && share <= 1)).toBe(true)
})

test('a refusal keeps its line and what was expected', async () => {
  const error = await readSeriesFile(new File([`${text(2)}1:2:B\n`], 'Some.ts'), { format: 'ts' }).catch(
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DataFormatError)
  expect(error).toMatchObject({ line: 6, expected: 'one of “A”, “<img/onerror=alert(1)>”' })
})

test('a table is looked at and read', async () => {
  const file = new File(['id;t;x;class\na;2;0,5;A\na;1;1,5;A\n'], 'table.csv')
  const { guess } = await previewSeriesFile(file)
  const set = await readSeriesFile(file, { format: 'csv', csv: guess })
  expect(set).toMatchObject({ name: 'table', channelNames: ['x'], classes: ['A'] })
  expect([...(set.series[0]?.data ?? [])]).toEqual([1.5, 0.5])
})

test('reading that nobody waits for any more is given up', async () => {
  const wish = new AbortController()
  const reading = readSeriesFile(new File([text(600)], 'Some.ts'), {
    format: 'ts',
    onProgress: () => wish.abort(),
    signal: wish.signal,
  })
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
})
