/** Long trainings whose weights are kept, so that what is interrupted goes on. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { DataSource } from '../../src/model/data/mnist.ts'
import { recipeFor } from '../../src/model/engine/recipe.ts'
import { imageNetworkConfig } from '../../src/model/networks/config.ts'
import { imageNetworkPlan } from '../../src/model/networks/plan.ts'
import { type FullTraining, type TrainedNetwork, trainFully } from './nodeRun.ts'

const runs = new URL('../../.cache/controls/', import.meta.url)

/**
 * Trains, or takes what an earlier, interrupted call has trained. The files in `.cache` are named by design, recipe
 * and seed, not by the code: whoever changes how training computes deletes them.
 */
export async function keptTraining(
  training: FullTraining,
  data: DataSource,
  say: (line: string) => void,
): Promise<TrainedNetwork> {
  const { net, seed, design } = training
  const { steps, batchSize, learningRate } = { ...recipeFor(net), ...training }
  const config = imageNetworkConfig(net, { ...design, seed })
  const block = config.squeezeExcite ? 'se' : 'plain'
  const name = [net, block, config.filters.join('.'), steps, batchSize, learningRate, seed].join('-')
  const file = new URL(`${name}.f32`, runs)
  if (existsSync(file)) {
    const weights = new Float32Array(new Uint8Array(readFileSync(file)).buffer)
    if (weights.length === imageNetworkPlan(config).size) return { config, weights }
  }
  const trained = await trainFully(training, data, say)
  mkdirSync(runs, { recursive: true })
  writeFileSync(
    file,
    new Uint8Array(trained.weights.buffer, trained.weights.byteOffset, trained.weights.byteLength),
  )
  return trained
}
