/** A table to try the opening of files with. */
import { plantedProblem } from './planted.ts'

/** By the frequency that is planted in the second variable. */
const names = ['slow', 'middle', 'fast'] as const
const count = 60

/** CSV with a step a row: 60 series of 24 to 40 steps, three variables, three classes; the same at every call. */
export function exampleTable(): string {
  const { problem } = plantedProblem({
    channels: 3,
    length: 40,
    unequal: true,
    classes: 3,
    train: count,
    validation: 3,
    test: 3,
  })
  const { channels, channelNames, length, train } = problem
  const rows = [`series,time,class,${channelNames.join(',')}`]
  for (let i = 0; i < train.count; i++) {
    const name = names[train.y[i] ?? 0] ?? ''
    for (let t = 0; t < (train.lengths[i] ?? 0); t++) {
      const from = (i * length + t) * channels
      const values = [...train.x.subarray(from, from + channels)].map((value) => value.toFixed(3))
      rows.push(`${i + 1},${t},${name},${values.join(',')}`)
    }
  }
  return `${rows.join('\n')}\n`
}
