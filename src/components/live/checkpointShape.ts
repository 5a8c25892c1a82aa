/**
 * Whether something that lay in storage is a run that can be gone on with. Storage is not trusted: whatever is wrong
 * with it shows here, not when the network is drawn or trained.
 */
import { streamStateLength } from '../../model/data/stream.ts'
import { areSound, type Checkpoint, type RunConfig } from '../../model/engine/protocol.ts'
import { type ImageNetId, type ImageNetworkConfig, imageNetworkConfig } from '../../model/networks/config.ts'
import { networkPlan } from '../../model/networks/networkPlan.ts'
import { type Field, fields } from '../../model/state/fields.ts'

type Loose = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isCheckpoint(value: unknown): value is Checkpoint {
  if (!isRecord(value) || !isRunConfig(value.config)) return false
  const { weights, moments, random, step } = value
  const plan = networkPlan(value.config.network)
  const trained = plan.weights.filter((spec) => spec.trainable)
  const trainable = trained.reduce((sum, { shape }) => sum + shape.reduce((size, n) => size * n, 1), 0)
  return (
    isWhole(step, 1, 1e9) &&
    weights instanceof Float32Array &&
    weights.length === plan.size &&
    areSound(weights) &&
    moments instanceof Float32Array &&
    moments.length === 2 * trainable &&
    moments.every(Number.isFinite) &&
    random instanceof Uint32Array &&
    random.length === streamStateLength
  )
}

function isRunConfig(value: unknown): value is RunConfig {
  if (!isRecord(value)) return false
  const { net, network, seed, batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond } = value
  return (
    isImageNet(net) &&
    isNetwork(network, net) &&
    isWhole(seed, 0, 999_999_999) &&
    isWhole(batchSize, 1, 1024) &&
    isWithin(learningRate, 1e-9, 1e9) &&
    ['auto', 'webgl', 'wasm', 'cpu'].includes(String(backend)) &&
    (stopAtAccuracy === null || isWithin(stopAtAccuracy, 0, 1)) &&
    (maxStepsPerSecond === null || isWithin(maxStepsPerSecond, 1e-3, 1e6))
  )
}

function isImageNet(value: unknown): value is ImageNetId {
  return value === 'inks' || value === 'digits'
}

/** The network that the page would build of the same choices. */
function isNetwork(value: unknown, net: ImageNetId): value is ImageNetworkConfig {
  if (!isRecord(value)) return false
  const { ratio, place, squeeze, gate, squeezeExcite, seed } = value
  if (!isOne(fields.place, place) || !isOne(fields.squeeze, squeeze) || !isOne(fields.gate, gate))
    return false
  if (typeof squeezeExcite !== 'boolean' || !isWhole(ratio, 1, 4096) || !isWhole(seed, 0, 999_999_999))
    return false
  const built: ImageNetworkConfig = imageNetworkConfig(net, {
    ratio,
    place,
    squeeze,
    gate,
    squeezeExcite,
    seed,
  })
  const names = Object.keys(built) as (keyof ImageNetworkConfig)[]
  return names.every((name) => JSON.stringify(value[name]) === JSON.stringify(built[name]))
}

function isOne<T extends string>(field: Field<T>, value: unknown): value is T {
  return typeof value === 'string' && field.parse(value) !== null
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && isWithin(value, least, most)
}
