import { describe, expect, test } from 'vitest'
import { seCost } from '../../../src/model/block/cost.ts'
import { readGolden } from '../golden.ts'

interface Counts {
  readonly nets: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly r: number
            readonly stages: readonly {
              readonly blocks: number
              readonly C: number
              readonly Cr: number
              readonly HW: number
              readonly weights: number
              readonly biases: number
              readonly fc_macs: number
              readonly gap_adds: number
              readonly scale_muls: number
            }[]
            readonly total_weights: number
            readonly total_biases: number
            readonly fc_macs: number
            readonly gap_adds: number
            readonly scale_muls: number
          }
        >
      >
    >
  >
}

const networks = Object.entries(readGolden<Counts>('counts').nets).flatMap(([name, ratios]) =>
  Object.values(ratios).map((network) => [name, network.r, network] as const),
)

describe.each(networks)('%s, r = %i', (_, ratio, network) => {
  const specs = network.stages.map(({ C, blocks, HW }) => ({ channels: C, blocks, spatial: HW }))

  test('every stage', () => {
    const { stages } = seCost(specs, { ratio, bias: true })
    expect(stages).toEqual(
      network.stages.map((stage) => ({
        channels: stage.C,
        reduced: stage.Cr,
        weights: stage.weights,
        biases: stage.biases,
        multiplyAdds: stage.fc_macs,
        squeezeAdds: stage.gap_adds,
        scaleMultiplications: stage.scale_muls,
      })),
    )
  })

  test('in all', () => {
    expect(seCost(specs, { ratio, bias: true })).toMatchObject({
      weights: network.total_weights,
      biases: network.total_biases,
      multiplyAdds: network.fc_macs,
      squeezeAdds: network.gap_adds,
      scaleMultiplications: network.scale_muls,
    })
    expect(seCost(specs, { ratio, bias: false })).toMatchObject({ weights: network.total_weights, biases: 0 })
  })
})

test('a width of its own stands in for the ratio; without positions only the layers count', () => {
  // MobileNetV3's first SE block: 72 channels, 24 hidden units.
  expect(seCost([{ channels: 72, blocks: 1, reduced: 24 }], { ratio: 16, bias: true })).toMatchObject({
    weights: 2 * 72 * 24,
    biases: 96,
    multiplyAdds: 2 * 72 * 24,
    squeezeAdds: 0,
    scaleMultiplications: 0,
  })
  expect(
    seCost([{ channels: 16, blocks: 1, spatial: [14, 14] }], { ratio: 4, bias: false }).squeezeAdds,
  ).toBe(3136)
})

test.each([
  [{ channels: 0, blocks: 1 }, 16, 'channels is 0'],
  [{ channels: 8, blocks: 0 }, 16, 'blocks is 0'],
  [{ channels: 8, blocks: 1 }, 0, 'ratio is 0'],
  [{ channels: 8, blocks: 1 }, Number.NaN, 'ratio is NaN'],
])('%o with ratio %d is refused', (stage, ratio, message) => {
  expect(() => seCost([stage], { ratio, bias: false })).toThrow(message)
})

test.each([
  ['channels', { channels: 8.5, blocks: 1 }, 2, 'channels is 8.5; expected a whole number from 1'],
  ['blocks', { channels: 8, blocks: 1.5 }, 2, 'blocks is 1.5'],
  ['no block', { channels: 8, blocks: 0 }, 2, 'blocks is 0'],
  ['ratio', { channels: 8, blocks: 1 }, 2.5, 'ratio is 2.5'],
  ['an infinite ratio', { channels: 8, blocks: 1 }, Number.POSITIVE_INFINITY, 'ratio is Infinity'],
  ['reduced', { channels: 8, blocks: 1, reduced: 2.5 }, 2, 'reduced is 2.5'],
  ['spatial', { channels: 8, blocks: 1, spatial: -5 }, 2, 'spatial is -5; expected a whole number from 0'],
  ['a length', { channels: 8, blocks: 1, spatial: [7, 0.5] }, 2, 'spatial is [7, 0.5]'],
])('what is no whole number is refused: %s', (_, stage, ratio, message) => {
  expect(() => seCost([stage], { ratio, bias: true })).toThrow(message)
})
