/**
 * Whether something that lay in storage is a run that can be gone on with. Storage is not trusted: whatever is wrong
 * with it shows here, not when the network is drawn or trained.
 */
import { streamStateLength } from '../../../model/data/stream.ts'
import {
  areSound,
  type BackendName,
  backendNames,
  type Checkpoint,
  type RunConfig,
} from '../../../model/engine/protocol.ts'
import {
  type ImageNetId,
  type ImageNetworkConfig,
  imageNetworkConfig,
  type SeriesNetworkConfig,
  seriesNetworkConfig,
} from '../../../model/networks/config.ts'
import { networkPlan } from '../../../model/networks/networkPlan.ts'
import { type Field, fields } from '../../../model/state/fields.ts'
import { choicesOfKey } from '../../../model/state/seriesKey.ts'

type Loose = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isCheckpoint(value: unknown): value is Checkpoint {
  if (!isRecord(value) || !isRunConfig(value.config)) return false
  const { weights, moments, random, step, computedBy } = value
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
    random.length === streamStateLength &&
    (computedBy === undefined || isBackend(computedBy)) &&
    (value.config.net === 'series' ? isSchedule(value.schedule, plan.size) : value.schedule === undefined)
  )
}

function isRunConfig(value: unknown): value is RunConfig {
  if (!isRecord(value)) return false
  const { net, network, seed, batchSize, learningRate, backend, stopAtAccuracy, maxStepsPerSecond } = value
  return (
    (isImageNet(net)
      ? isNetwork(network, net)
      : net === 'series' && isSeriesKey(value.data) && isSeriesNetwork(network)) &&
    isWhole(seed, 0, 999_999_999) &&
    isWhole(batchSize, 1, 1024) &&
    isWithin(learningRate, 1e-9, 1e9) &&
    (backend === 'auto' || isBackend(backend)) &&
    (stopAtAccuracy === null || isWithin(stopAtAccuracy, 0, 1)) &&
    (maxStepsPerSecond === null || isWithin(maxStepsPerSecond, 1e-3, 1e6))
  )
}

function isBackend(value: unknown): value is BackendName {
  return backendNames.some((name) => name === value)
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

function isSeriesKey(value: unknown): boolean {
  return typeof value === 'string' && choicesOfKey(value) !== null
}

/** The series network that the page would build of the same choices, on data of the same shape. */
function isSeriesNetwork(value: unknown): value is SeriesNetworkConfig {
  if (!isRecord(value)) return false
  const { inputShape, classes, ratio, seed, lstm, shuffle, squeezeExcite, squeeze, gate } = value
  if (!Array.isArray(inputShape) || inputShape.length !== 2) return false
  const [length, variables] = inputShape as unknown[]
  if (!isWhole(length, 1, 4096) || !isWhole(variables, 1, 256) || !isWhole(classes, 2, 200)) return false
  if (!isWhole(ratio, 1, 4096) || !isWhole(seed, 0, 999_999_999)) return false
  if (typeof lstm !== 'boolean' || typeof shuffle !== 'boolean' || typeof squeezeExcite !== 'boolean')
    return false
  if (!isOne(fields.squeeze, squeeze) || !isOne(fields.gate, gate)) return false
  return (['small', 'paper'] as const).some((size) => {
    const changes = { ratio, seed, lstm, shuffle, squeezeExcite, squeeze, gate }
    const built = seriesNetworkConfig(size, [length, variables], classes, changes)
    const names = Object.keys(built) as (keyof SeriesNetworkConfig)[]
    return names.every((name) => JSON.stringify(value[name]) === JSON.stringify(built[name]))
  })
}

/** How an earlier run went, epoch by epoch. @param size number of the network's weights */
function isSchedule(value: unknown, size: number): boolean {
  if (!isRecord(value)) return false
  const { epoch, lossSum, lossCount, validated, reductions, lowest, stalled, chosen, sinceChosen } = value
  const counts = [epoch, lossCount, validated, reductions, stalled, sinceChosen]
  if (!counts.every((count) => isWhole(count, 0, 1e9))) return false
  if (!isWithin(lossSum, 0, 1e12) || !(lowest === null || isWithin(lowest, 0, 1e6))) return false
  if (chosen === null) return true
  return (
    isRecord(chosen) &&
    isWhole(chosen.step, 0, 1e9) &&
    isWhole(chosen.count, 1, 1e9) &&
    isWithin(chosen.loss, 0, 1e6) &&
    isWithin(chosen.accuracy, 0, 1) &&
    chosen.weights instanceof Float32Array &&
    chosen.weights.length === size &&
    areSound(chosen.weights)
  )
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
