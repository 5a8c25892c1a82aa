/** The lesson's table: what is open at each step, and that it fits. */
import { describe, expect, test } from 'vitest'
import { rowOrder } from '../../../src/model/block/description.ts'
import { seBlock } from '../../../src/model/block/seBlock.ts'
import {
  type StageRow,
  type Step,
  stageRows,
  stepIds,
  stepOf,
  steps,
  trainingStages,
  wholeBlock,
} from '../../../src/model/state/steps.ts'

const open = (step: Pick<Step, 'open'>) => stageRows.filter((row) => step.open[row] !== undefined)
const figureHeight = 360
const foldedHeight = 22

/** Strips: stages of the mixing that are folded together share one, all others have one each. */
function stripsOf(step: Pick<Step, 'open'>): number {
  const mixing: readonly StageRow[] = ['w1', 'hidden', 'w2', 'logits']
  return stageRows.filter((row, i) => {
    const above = stageRows[i - 1]
    const joins =
      mixing.includes(row) && above !== undefined && mixing.includes(above) && step.open[above] === undefined
    return step.open[row] === undefined && !joins
  }).length
}

describe('the step table', () => {
  test('has every step once, in order, and says the paper’s name of each operation', () => {
    expect(steps.map(({ id }) => id)).toEqual([...stepIds])
    for (const id of stepIds) expect(stepOf(id).id).toBe(id)
    expect(steps.map(({ operation }) => operation)).toEqual([
      null,
      'F_tr',
      'F_sq',
      'F_ex',
      'F_ex',
      'F_scale',
      null,
    ])
  })

  test('opens every stage that a step speaks of, and no others', () => {
    expect(Object.fromEntries(steps.map((step) => [step.id, open(step)]))).toEqual({
      why: ['U', 'z', 's', 'out'],
      transform: ['U', 's'],
      squeeze: ['U', 'z', 's'],
      mix: ['z', 'w1', 'hidden', 's'],
      gate: ['w2', 'logits', 's'],
      scale: ['U', 's', 'out'],
      result: ['s'],
    })
  })

  test('every stage of an operation is open where it is taught: what it reads, what it computes', () => {
    const { stages } = seBlock()
    const made = (id: string) => stages.find((stage) => stage.id === id)
    for (const [step, result] of [
      ['squeeze', 'z'],
      ['mix', 'hidden'],
      ['gate', 'logits'],
      ['gate', 's'],
      ['scale', 'out'],
    ] as const) {
      expect(made(result), result).toBeDefined()
      expect(open(stepOf(step)), step).toContain(result)
    }
    // Both halves of F_ex together show all of the mixing.
    const mixing = [...open(stepOf('mix')), ...open(stepOf('gate'))]
    expect(['w1', 'hidden', 'w2', 'logits'].filter((row) => !mixing.includes(row as StageRow))).toEqual([])
  })

  test('the gates are always on the screen, and the stage that has the focus is open', () => {
    for (const step of steps) {
      expect(open(step), step.id).toContain('s')
      expect(open(step), step.id).toContain(step.stage)
    }
    expect(open(trainingStages)).toEqual(['U', 's'])
  })

  test('heights are whole pixels; with the strips and what is drawn besides they are at most 360', () => {
    for (const step of [...steps, { id: 'training', ...trainingStages }]) {
      const heights = Object.values(step.open)
      for (const height of [...heights, step.extra]) {
        expect(Number.isInteger(height), step.id).toBe(true)
        expect(height).toBeGreaterThanOrEqual(0)
      }
      for (const height of heights) expect(height, step.id).toBeGreaterThan(foldedHeight)
      const sum = heights.reduce((a, b) => a + b, step.extra + foldedHeight * stripsOf(step))
      expect(sum, step.id).toBeLessThanOrEqual(figureHeight)
      // Nor is room given away.
      expect(sum, step.id).toBeGreaterThan(figureHeight - 10)
    }
  })

  test('the rows are those of the description; the whole names each', () => {
    expect(stageRows).toEqual(rowOrder(seBlock()).map(({ id }) => id))
    expect(Object.keys(wholeBlock).sort()).toEqual([...stageRows].sort())
    expect(Object.values(wholeBlock).every((height) => height > foldedHeight)).toBe(true)
  })
})
