import { describe, expect, test } from 'vitest'
import { arithmetic } from '../../../src/model/block/arithmetic.ts'
import { cost } from '../../../src/model/block/cost.ts'
import {
  type Description,
  type Mark,
  rowOrder,
  type Sizes,
  type Stage,
} from '../../../src/model/block/description.ts'
import { checkDescription, evaluate, sizesOf } from '../../../src/model/block/evaluate.ts'
import {
  cellsOf,
  dependents,
  directDependents,
  directSources,
  provenance,
} from '../../../src/model/block/regions.ts'
import {
  type SeInputId,
  type SeInputs,
  type SeOptions,
  type SeStageId,
  seBlock,
} from '../../../src/model/block/seBlock.ts'
import { normal, seededState } from '../../../src/model/data/rng.ts'
import { type Axis, type Index, type Nd, nd, sizeOf, valueAt } from '../../../src/model/tensor.ts'
import { foldedHeight, type LoomRow, loomLayout } from '../../../src/viz/loom/layout.ts'

const variants: readonly (readonly [string, Partial<SeOptions>])[] = [
  ['2-D, mean, sigmoid', {}],
  ['1-D, no bias, dropped ReLU', { spatial: ['t'], useBias: false, dropRelu: true }],
  ['max, tanh', { squeeze: 'max', gate: 'tanh' }],
  ['softmax', { gate: 'softmax' }],
]
const sizes: Sizes = { h: 3, w: 2, t: 5, c: 4, k: 3 }
const stageIds = ['z', 'hiddenPre', 'hidden', 'logits', 's', 'out'] as const satisfies readonly SeStageId[]
const cases = variants.flatMap(([name, options]) => stageIds.map((stage) => [name, stage, options] as const))

/** Positive values keep every unit alive, so that every path carries something. */
function randomInputs(description: Description<SeInputId, SeStageId>, seed = 5, positive = true): SeInputs {
  const state = seededState(seed)
  const entries = description.inputs.map(({ id, axes }) => {
    const shape = axes.map((axis) => sizes[axis] ?? 0)
    const data = Float32Array.from({ length: sizeOf(shape) }, () => {
      const value = 0.4 * normal(state)
      return positive ? Math.abs(value) + 0.05 : value
    })
    return [id, nd(axes, shape, data)]
  })
  return Object.fromEntries(entries) as SeInputs
}

function allCells(tensor: Nd): Index[] {
  return tensor.axes.reduce<Index[]>(
    (cells, axis, i) =>
      cells.flatMap((cell) =>
        Array.from({ length: tensor.shape[i] ?? 0 }, (_, j) => ({ ...cell, [axis]: j })),
      ),
    [{}],
  )
}

function sources(
  description: Description<SeInputId, SeStageId>,
  stage: SeStageId,
  index: Index,
  direct: boolean,
) {
  const find = direct ? directSources : provenance
  const cells = new Set<string>()
  for (const region of find(description, { tensor: stage, at: index })) {
    for (const place of cellsOf(description, region, sizes)) cells.add(`${region.tensor} ${place}`)
  }
  return cells
}

describe.each(variants)('%s', (_, options) => {
  const description = seBlock(options)
  const trace = evaluate(description, randomInputs(description, 3, false))

  test('reads only what is there, along its own axes', () => {
    expect(() => checkDescription(description)).not.toThrow()
  })

  test.each(stageIds)('%s: shape and finite values', (id) => {
    const stage = description.stages.find((one) => one.id === id)
    expect(trace[id].axes).toEqual(stage?.axes)
    expect(trace[id].shape).toEqual(stage?.axes.map((axis: Axis) => sizes[axis]))
    expect(trace[id].data.every(Number.isFinite)).toBe(true)
  })

  test.each(stageIds)('%s: every value is what its arithmetic says', (id) => {
    for (const [place, index] of allCells(trace[id]).entries()) {
      const written = arithmetic(description, trace, id, index)
      expect(written.result).toBe(trace[id].data[place])
      expect(Math.fround(written.computed)).toBeCloseTo(written.result, 6)
      for (const { factors, product } of written.terms) {
        for (const factor of factors) {
          const found = trace[factor.tensor]
          const at = allCells(found as Nd).findIndex(
            (cell) => JSON.stringify(cell) === JSON.stringify(factor.index),
          )
          expect(found?.data[at]).toBe(factor.value)
        }
        if (written.op !== 'softmax') {
          expect(product).toBeCloseTo(
            factors.reduce((p, f) => p * f.value, 1),
            12,
          )
        }
      }
    }
  })

  test('sizes come from the inputs', () => {
    for (const [axis, length] of Object.entries(sizesOf(description, { ...randomInputs(description) }))) {
      expect(length).toBe(sizes[axis as Axis])
    }
  })
})

describe('provenance by brute force: change an input cell and see which values move', () => {
  test.each(cases)('%s: %s', (_, stage, options) => {
    const description = seBlock(options)
    const inputs = randomInputs(description)
    const before = evaluate(description, inputs)
    const indices = allCells(before[stage])
    const said = indices.map((index) => sources(description, stage, index, false))
    for (const { id } of description.inputs) {
      const input = inputs[id] as Nd
      for (let place = 0; place < input.data.length; place++) {
        // Large enough to become the maximum of its map, small enough to saturate nothing.
        const changed = Float32Array.from(input.data)
        changed[place] = (changed[place] ?? 0) + 2
        const after = evaluate(description, { ...inputs, [id]: { ...input, data: changed } })
        const moved = indices.map((_index, i) => after[stage].data[i] !== before[stage].data[i])
        expect(
          said.map((cells) => cells.has(`${id} ${place}`)),
          `${id}[${place}]`,
        ).toEqual(moved)
      }
    }
  })

  test.each(cases)('%s: %s from its direct sources', (_, stage, options) => {
    const description = seBlock(options)
    const trace = evaluate(description, randomInputs(description))
    const indices = allCells(trace[stage])
    const said = indices.map((index) => sources(description, stage, index, true))
    for (const [id, tensor] of Object.entries(trace)) {
      if (id === stage) continue
      for (let place = 0; place < tensor.data.length; place++) {
        const changed = Float32Array.from(tensor.data)
        changed[place] = (changed[place] ?? 0) + 2
        const held = Object.fromEntries(
          stageIds.filter((one) => one !== stage).map((one) => [one, trace[one]]),
        )
        const after = evaluate(description, { ...trace, [id]: { ...tensor, data: changed } }, {
          ...held,
          ...(id in held ? { [id]: { ...tensor, data: changed } } : {}),
        } as Partial<Record<SeStageId, Nd>>)
        const moved = indices.map((_index, i) => after[stage].data[i] !== trace[stage].data[i])
        expect(
          said.map((cells) => cells.has(`${id} ${place}`)),
          `${id}[${place}]`,
        ).toEqual(moved)
      }
    }
  })

  test.each(variants)('%s: dependents are provenance read backwards', (_, options) => {
    const description = seBlock(options)
    const trace = evaluate(description, randomInputs(description))
    const forward = (direct: boolean) => {
      const find = direct ? directDependents : dependents
      return Object.entries(trace).flatMap(([id, tensor]) =>
        allCells(tensor).flatMap((index, place) =>
          find(description, { tensor: id, at: index }).flatMap((region) =>
            [...cellsOf(description, region, sizes)].map((to) => `${id} ${place} → ${region.tensor} ${to}`),
          ),
        ),
      )
    }
    const backward = (direct: boolean) =>
      stageIds.flatMap((stage) =>
        allCells(trace[stage]).flatMap((index, to) =>
          [...sources(description, stage, index, direct)].map((from) => `${from} → ${stage} ${to}`),
        ),
      )
    for (const direct of [true, false]) {
      expect(new Set(forward(direct))).toEqual(new Set(backward(direct)))
    }
  })
})

test('what lies inside another region is not named a second time', () => {
  const description = seBlock({})
  // X̃ reads the one value of U that it scales; through its gate it depends on all of U.
  const ofOut = provenance(description, { tensor: 'out', at: { h: 1, w: 0, c: 2 } })
  expect(ofOut.filter(({ tensor }) => tensor === 'U')).toEqual([{ tensor: 'U', at: {} }])
  const ofU = dependents(description, { tensor: 'U', at: { h: 1, w: 0, c: 2 } })
  expect(ofU.filter(({ tensor }) => tensor === 'out')).toEqual([{ tensor: 'out', at: {} }])
})

test('a stage can be given: what follows uses it, what precedes does not', () => {
  const description = seBlock()
  const inputs = randomInputs(description)
  const open = nd(['c'], [4], new Float32Array(4).fill(1))
  const trace = evaluate(description, inputs, { s: open })
  expect(trace.out.data).toEqual(inputs.U.data)
  expect(trace.logits.data).toEqual(evaluate(description, inputs).logits.data)
  expect(arithmetic(description, trace, 's', { c: 0 }).result).toBe(1)
  expect(arithmetic(description, trace, 's', { c: 0 }).computed).toBeLessThan(1)
})

test('inputs that do not fit are refused by name', () => {
  const description = seBlock()
  const inputs = randomInputs(description)
  expect(() => evaluate(description, { ...inputs, w1: nd(['c', 'k'], [5, 3]) })).toThrow(
    'w1 has 5 along c; expected 4',
  )
  expect(() => evaluate(description, { ...inputs, w2: nd(['c', 'k'], [4, 3]) })).toThrow('w2 has axes (c, k)')
  expect(() => evaluate(description, { U: inputs.U, w1: inputs.w1, w2: inputs.w2 })).toThrow('b1 is missing')
  expect(() => evaluate(description, inputs, { s: nd(['c'], [3]) })).toThrow('s has 4 values, got 3')
})

test('a description that reads what is not there, or along other axes, is refused', () => {
  const own = seBlock()
  const { inputs, stages } = own
  const early = { inputs, stages: stages.toReversed() }
  expect(() => checkDescription(early)).toThrow('out reads s, which is not computed before it')
  const narrow = {
    inputs: inputs.map((one) => (one.id === 'w1' ? { ...one, axes: ['k'] as const } : one)),
    stages,
  }
  expect(() => checkDescription(narrow)).toThrow('hiddenPre reads w1 along (c, k); it has (k)')
  expect(() => evaluate(early, randomInputs(own))).toThrow('s is read before it is computed')
  expect(() => provenance(own, { tensor: 'elsewhere', at: {} })).toThrow('no stage elsewhere among z')
  expect(() => dependents(own, { tensor: 'elsewhere', at: {} })).toThrow('no tensor elsewhere')
})

test('rows of the figure, top to bottom, and how each is drawn; biases and what has no mark have none', () => {
  const drawn = (options: Partial<SeOptions>) =>
    rowOrder(seBlock(options)).map(({ id, mark }) => `${id}: ${mark}`)
  const rows = [
    'U: maps',
    'z: stems',
    'w1: weights',
    'hidden: units',
    'w2: weights',
    'logits: dots',
    's: gates',
    'out: maps',
  ]
  for (const [name, options] of variants) expect(drawn(options), name).toEqual(rows)
})

describe('a stage that is new in the description', () => {
  const scaled: Stage<'scaled', SeStageId> = {
    id: 'scaled',
    axes: ['c'],
    role: 'ink',
    symbol: 'l/2',
    mark: 'dots',
    expression: { op: 'map', of: { tensor: 'logits', axes: ['c'] }, fn: 'hardSigmoid' },
  }
  /** The gates read it instead of the logits. */
  function withScaled(mark: Mark): Description<SeInputId, SeStageId | 'scaled'> {
    const { inputs, stages } = seBlock()
    return {
      inputs,
      stages: stages.flatMap((stage): Stage<SeStageId | 'scaled', SeInputId | SeStageId | 'scaled'>[] =>
        stage.id === 's'
          ? [
              { ...scaled, mark },
              {
                ...stage,
                expression: { op: 'map', of: { tensor: 'scaled', axes: ['c'] }, fn: 'sigmoid' },
              },
            ]
          : [stage],
      ),
    }
  }

  test('has a row at its place, drawn by its mark', () => {
    checkDescription(withScaled('dots'))
    const rows = rowOrder(withScaled('stems'))
    expect(rows.map(({ id }) => id)).toEqual(['U', 'z', 'w1', 'hidden', 'w2', 'logits', 'scaled', 's', 'out'])
    expect(rows.find(({ id }) => id === 'scaled')).toMatchObject({
      mark: 'stems',
      symbol: 'l/2',
      role: 'ink',
    })
    expect(rowOrder(withScaled(null)).map(({ id }) => id)).not.toContain('scaled')
  })

  test('stands in the figure open or folded, without another line', () => {
    const order = rowOrder(withScaled('dots')).map(({ id }) => id as LoomRow)
    const row = 'scaled' as LoomRow
    const mix: readonly LoomRow[] = ['w1', 'hidden', 'w2', 'logits', row]
    const shape = { channels: 16, reduced: 4, map: [14, 14] } as const
    const heights = { U: 60, s: 80, logits: 40, [row]: 60 }
    for (const variant of ['wide', 'medium', 'phone'] as const) {
      const height = variant === 'phone' ? 280 : 360
      const open = loomLayout(shape, variant, { order, mix, heights, extra: 0 })
      const { logits, s } = open.rowsBox
      const box = open.rowsBox[row]
      expect(open.isOpen(row)).toBe(true)
      expect(box.y).toBeGreaterThanOrEqual(logits.y + logits.height)
      expect(box.y + box.height).toBeLessThanOrEqual(s.y)
      // Its share: three quarters of the gates'.
      const air = s.y - (box.y + box.height)
      expect((box.height + air) / (s.height + air)).toBeCloseTo(60 / 80)
      expect([box.x, box.width]).toEqual([s.x, s.width])
      expect(Math.abs(open.height - height)).toBeLessThan(1)

      const folded = loomLayout(shape, variant, { order, mix, heights: { U: 60, s: 80 }, extra: 0 })
      expect(folded.isOpen(row)).toBe(false)
      expect(folded.folded.flatMap(({ rows }) => rows)).toEqual([
        'z',
        'w1',
        'hidden',
        'w2',
        'logits',
        'scaled',
        'out',
      ])
      expect(folded.rowsBox[row].height).toBe(foldedHeight)
      expect(Math.abs(folded.height - height)).toBeLessThan(1)
    }
  })
})

test('cost of one block', () => {
  const counted = cost(seBlock(), { h: 14, w: 14, c: 16, k: 4 })
  expect(counted).toMatchObject({ parameters: 148, multiplyAdds: 128, multiplications: 3136, functions: 20 })
  expect(counted.additions).toBe(3136 + 4 + 16)
  expect(cost(seBlock({ squeeze: 'max', useBias: false }), { h: 14, w: 14, c: 16, k: 4 })).toMatchObject({
    parameters: 128,
    comparisons: 3136,
    additions: 0,
  })
})

test('without the ReLU hidden units keep what is below 0, and two layers are one matrix W₂W₁', () => {
  const description = seBlock({ dropRelu: true, useBias: false })
  const inputs = randomInputs(description, 3, false)
  const trace = evaluate(description, {
    ...inputs,
    w1: { ...inputs.w1, data: inputs.w1.data.map((w) => -w) },
  })
  expect(trace.hidden.data).toEqual(trace.hiddenPre.data)
  expect(trace.hidden.data.some((value) => value < 0)).toBe(true)
  for (let c = 0; c < 4; c++) {
    const oneMatrix = Array.from({ length: 4 }, (_, from) =>
      [0, 1, 2].reduce((sum, k) => sum + valueAt(trace.w2, { k, c }) * valueAt(trace.w1, { c: from, k }), 0),
    )
    const logit = oneMatrix.reduce((sum, weight, from) => sum + weight * valueAt(trace.z, { c: from }), 0)
    expect(trace.logits.data[c]).toBeCloseTo(logit, 5)
  }
})
