/** What is measured over many samples with the weights of the moment; in slices, so that nothing waits long. */
import type * as tf from '@tensorflow/tfjs-core'
import type { NetworkPlan } from '../../networks/planTypes.ts'
import type { HeldOutMetric, PopulationStats, SitePopulation } from '../protocol.ts'
import type { Read, TrainingSession } from './session.ts'
import type { SampleList, TrainingData } from './trainingData.ts'

/** Samples per forward pass: about as long as a training step. */
const SLICE = 50

/** How a measurement shares the thread. */
export interface ReadbackPolicy {
  /** Called between slices. */
  readonly breathe: () => Promise<void>
  readonly read: Read
}

/** Loss and accuracy over the first `count` samples; null if `stop` asked to leave off. */
export async function measureHeldOut(
  session: TrainingSession,
  samples: SampleList,
  count: number,
  { breathe, read }: ReadbackPolicy,
  stop: () => boolean,
): Promise<HeldOutMetric | null> {
  const all = Math.min(count, samples.count)
  const { step } = session
  let [loss, right] = [0, 0]
  for (let first = 0; first < all; first += SLICE) {
    const batch = samples.batch(first, Math.min(SLICE, all - first))
    const sums = await read(session.evaluate(batch))
    loss += sums[0] ?? Number.NaN
    right += sums[1] ?? Number.NaN
    await breathe()
    if (stop()) return null
  }
  return { step, loss: loss / all, accuracy: right / all, count: all }
}

/** Sums over the samples seen so far at one SE block. */
interface SiteSums {
  readonly id: string
  readonly gate: Float64Array
  readonly gateByGroup: Float64Array[]
  /** Largest value of each hidden unit: 0 means dead so far. */
  readonly mostHidden: Float32Array
}

/** Gates and hidden units of every SE block over `most` training samples at most. A network without SE has no sites here. */
export async function measurePopulation(
  session: TrainingSession,
  { groups, population }: TrainingData,
  most: number,
  { breathe, read }: ReadbackPolicy,
): Promise<PopulationStats> {
  const sums = siteSums(session.plan, groups)
  const { step } = session
  const stream = population()
  // No sample twice: of a few series more would say no more.
  const count = Math.min(most, stream.epochSize)
  if (sums.length === 0) return { step, count, sites: [] }
  const perGroup = new Float64Array(groups)
  for (let done = 0; done < count; ) {
    // The last batch of an epoch may be shorter.
    const batch = stream.next(Math.min(SLICE, count - done))
    done += batch.y.length
    for (const group of batch.group) perGroup[group] = (perGroup[group] ?? 0) + 1
    const tensors = session.infer(batch.x, (outputs) =>
      sums.flatMap(({ id }) => [tensorOf(outputs, `${id}/s`), tensorOf(outputs, `${id}/hidden`)]),
    )
    const values = await Promise.all(tensors.map(read))
    for (const [i, site] of sums.entries()) {
      addGates(site, values[2 * i] ?? new Float32Array(), batch.group)
      keepLargest(site.mostHidden, values[2 * i + 1] ?? new Float32Array())
    }
    await breathe()
  }
  return { step, count, sites: sums.map((site) => finish(site, count, perGroup)) }
}

function siteSums(plan: NetworkPlan, groups: number): SiteSums[] {
  const active = plan.sites.filter(({ id }) => plan.ops.some((op) => op.id === id))
  return active.map(({ id, channels, reduced }) => ({
    id,
    gate: new Float64Array(channels),
    gateByGroup: Array.from({ length: groups }, () => new Float64Array(channels)),
    mostHidden: new Float32Array(reduced),
  }))
}

function tensorOf(outputs: ReadonlyMap<string, tf.Tensor>, name: string): tf.Tensor {
  const tensor = outputs.get(name)
  if (tensor === undefined) throw new Error(`the network has no ${name}`)
  return tensor
}

/** @param gates [n, c] @param groups [n] */
function addGates({ gate, gateByGroup }: SiteSums, gates: Float32Array, groups: Uint8Array): void {
  const channels = gate.length
  for (const [n, group] of groups.entries()) {
    const ofGroup = gateByGroup[group]
    if (ofGroup === undefined) throw new RangeError(`no group ${group}`)
    for (let c = 0; c < channels; c++) {
      const value = gates[n * channels + c] ?? Number.NaN
      gate[c] = (gate[c] ?? 0) + value
      ofGroup[c] = (ofGroup[c] ?? 0) + value
    }
  }
}

function keepLargest(most: Float32Array, hidden: Float32Array): void {
  for (const [i, value] of hidden.entries()) {
    const k = i % most.length
    most[k] = Math.max(most[k] ?? 0, value)
  }
}

function finish(site: SiteSums, count: number, perGroup: Float64Array): SitePopulation {
  return {
    id: site.id,
    meanGate: Float32Array.from(site.gate, (sum) => sum / count),
    // A group that never came has no mean: NaN, not 0, which would be a closed gate.
    meanGateByGroup: site.gateByGroup.map((sums, g) =>
      Float32Array.from(sums, (sum) => sum / (perGroup[g] ?? 0)),
    ),
    deadHidden: Array.from(site.mostHidden, (value) => value <= 0),
  }
}
