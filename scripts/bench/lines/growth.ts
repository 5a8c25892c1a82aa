/** How cost grows: the reference block over C and H · W in Node, a training step over batch and r on WASM. */

import { reducedChannels } from '../../../src/model/block/options.ts'
import { squeezeExcite, type Values } from '../../../src/model/block/squeezeExcite.ts'
import { type RandomState, seededState, uniform } from '../../../src/model/data/rng.ts'
import { sizeOf } from '../../../src/model/tensor.ts'
import { withBare } from '../bareSite.ts'
import type { Curve, Findings, Line } from '../line.ts'
import { median } from '../statistics.ts'

function randomValues(random: RandomState, ...shape: number[]): Values {
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => uniform(random) - 0.5) }
}

/** Milliseconds for all stages of one block on one picture, in plain loops. */
function blockMs(channels: number, side: number, repeats: number): number {
  const random = seededState(1)
  const reduced = reducedChannels(channels, 4)
  const u = randomValues(random, 1, side, side, channels)
  const weights = {
    w1: randomValues(random, channels, reduced),
    w2: randomValues(random, reduced, channels),
  }
  const once = () => {
    const start = performance.now()
    squeezeExcite(u, weights)
    return performance.now() - start
  }
  // The first calls run before the compiler has had its say.
  for (let i = 0; i < 3; i++) once()
  return median(Array.from({ length: repeats }, once))
}

export const growth: Line = {
  id: 'growth',
  measure: async ({ browser, bareUrl, repeats, say }): Promise<Findings> => {
    const block = (
      name: string,
      over: string,
      points: readonly (readonly [at: number, c: number, side: number])[],
    ): Curve => ({
      name,
      over,
      unit: 'ms',
      points: points.map(([at, c, side]) => ({ at, value: blockMs(c, side, Math.max(repeats, 5) * 3) })),
    })
    const curves = [
      block(
        'Reference block, 14 × 14, r = 4',
        'C',
        [8, 16, 32, 64, 128, 256, 720].map((c) => [c, c, 14] as const),
      ),
      block(
        'Reference block, 16 channels, r = 4',
        'H · W',
        [7, 14, 28, 56, 112].map((side) => [side * side, 16, side] as const),
      ),
    ]
    const steps = await withBare(browser, await bareUrl(), async (bare) => {
      const stepMs = async (task: { readonly batchSize?: number; readonly ratio?: number }) => {
        say(`step over ${JSON.stringify(task)}`)
        return 1000 / (await bare({ seconds: 2, ...task }))
      }
      const over = async (
        name: string,
        key: 'batchSize' | 'ratio',
        sizes: readonly number[],
      ): Promise<Curve> => {
        const points: { at: number; value: number }[] = []
        for (const at of sizes) points.push({ at, value: await stepMs({ [key]: at }) })
        return { name, over: key === 'batchSize' ? 'batch' : 'r', unit: 'ms a step', points }
      }
      return [
        await over('Training step of inks on WASM, r = 4', 'batchSize', [1, 4, 16, 64]),
        await over('Training step of inks on WASM, batch 16', 'ratio', [1, 2, 4, 8, 16]),
      ]
    })
    return { rows: [], curves: [...curves, ...steps] }
  },
}
