/** What the figure shows, computed from state: traces of the picture and of its counterparts. Pure, memoised by identity. */
import { permutation, seededState } from '../data/rng.ts'
import { forwardNetwork, forwardSteps, type NetworkTrace, type SiteOverride } from '../networks/forward.ts'
import { type Edits, noEdits } from './edits.ts'
import { lastCalls, memo } from './lastCalls.ts'
import type { Picture } from './pictures.ts'
import type { ShownNetwork } from './shown.ts'

export interface BlockView {
  /** With the reader's interventions. */
  readonly trace: NetworkTrace
  /** The network's own. */
  readonly own: NetworkTrace
  /** Sample B, the same picture with the other bar or another sample: through the block as it was changed. */
  readonly other: NetworkTrace | null
  /** Sample B through the network as it is. */
  readonly ownOther: NetworkTrace | null
  /** Gates of every site frozen at their mean over the training data; null without those means. */
  readonly frozen: NetworkTrace | null
}

/** Two pictures for each of the ratios that a reader may go through. */
const keptTraces = 16

const traces = lastCalls(keptTraces, (shown: ShownNetwork, picture: Picture): NetworkTrace => {
  const { plan, weights, sameUntil } = shown
  return sameUntil === null
    ? forwardNetwork(plan, weights, picture.input)
    : forwardNetwork(plan, weights, picture.input, {
        from: { trace: trace(sameUntil.network, picture), site: sameUntil.site },
      })
})

function trace(shown: ShownNetwork, picture: Picture): NetworkTrace {
  return traces.call(shown, picture)
}

/** The network's own trace of a picture. */
export function ownTrace(shown: ShownNetwork, picture: Picture): NetworkTrace {
  return trace(shown, picture)
}

/** Computes the trace ahead of its first use, with a pause after every operation. */
export async function warmUpTrace(
  shown: ShownNetwork,
  picture: Picture,
  pause: () => Promise<void>,
): Promise<void> {
  const steps = forwardSteps(shown.plan, shown.weights, picture.input)
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) await pause()
  traces.keep([shown, picture], step.value)
}

export const blockView = lastCalls(
  4,
  (shown: ShownNetwork, siteId: string, picture: Picture, other: Picture | null, edits: Edits): BlockView => {
    const own = trace(shown, picture)
    const otherTrace = other === null ? null : trace(shown, other)
    const mean = shown.population.find((p) => p.site === siteId)?.meanGate
    const edited = (e: Edits) => withEdits(shown, siteId, picture, own, otherTrace, mean, e)
    const frozen = memo(() => atEverySite(shown, picture, other, 'mean'))
    const alike = otherBlock(edits)
    return {
      trace: edits === noEdits ? own : edited(edits),
      own,
      ownOther: otherTrace,
      other:
        other === null || otherTrace === null || alike === null
          ? otherTrace
          : withEdits(shown, siteId, other, otherTrace, null, mean, alike),
      // Not everybody asks, and while it trains every frame would pay for it.
      get frozen() {
        return frozen()
      },
    }
  },
).call

/** What of the interventions changes the block itself, for any picture; null: nothing. */
function otherBlock({ squeeze, gate, dropRelu, dropBias }: Edits): Edits | null {
  const isAsTrained = squeeze === null && gate === null && !dropRelu && !dropBias
  return isAsTrained ? null : { ...noEdits, squeeze, gate, dropRelu, dropBias }
}

/**
 * The picture read with other gates at every site, as the study over many pictures does it
 * (lab/interventions.ts); null where there are no such gates.
 */
export const atEverySite = lastCalls(
  8,
  (
    shown: ShownNetwork,
    picture: Picture,
    other: Picture | null,
    source: Exclude<Edits['source'], 'own'>,
  ): NetworkTrace | null => {
    const own = trace(shown, picture)
    const from = other === null ? null : trace(shown, other)
    const overrides: Record<string, SiteOverride> = {}
    for (const { id, channels } of shown.plan.sites) {
      const mean = shown.population.find((p) => p.site === id)?.meanGate
      const gates = gatesFrom({ ...noEdits, source }, from?.sites[id]?.block?.s.data, mean, channels)
      if (gates === null) return null
      overrides[id] = { gates: Float32Array.from(gates) }
    }
    const first = shown.plan.sites[0]
    if (first === undefined) return own
    const { plan, weights } = shown
    return forwardNetwork(plan, weights, picture.input, { overrides, from: { trace: own, site: first.id } })
  },
).call

function withEdits(
  shown: ShownNetwork,
  siteId: string,
  picture: Picture,
  own: NetworkTrace,
  other: NetworkTrace | null,
  mean: readonly number[] | undefined,
  edits: Edits,
): NetworkTrace {
  const block = own.sites[siteId]?.block
  if (!block) return own
  const site = shown.plan.sites.find((s) => s.id === siteId)
  const shape: SiteOverride = {
    ...(edits.squeeze === null ? {} : { squeeze: edits.squeeze }),
    ...(edits.gate === null ? {} : { gate: edits.gate }),
    ...(edits.dropRelu ? { dropRelu: true } : {}),
    ...(edits.dropBias ? { dropBias: true } : {}),
    ...(edits.permutation === null
      ? {}
      : { permutation: placeOrder(site?.spatial ?? [], edits.permutation) }),
  }
  const run = (override: SiteOverride) =>
    forwardNetwork(shown.plan, shown.weights, picture.input, {
      overrides: { [siteId]: override },
      from: { trace: own, site: siteId },
    })
  const source = gatesFrom(edits, other?.sites[siteId]?.block?.s.data, mean, block.s.data.length)
  if (source === null && Object.keys(edits.gates).length === 0) return run(shape)
  // Gates set by hand keep what the changed block computes for the channels that were left alone.
  const gates = Float32Array.from(source ?? run(shape).sites[siteId]?.block?.s.data ?? block.s.data)
  for (const [channel, gate] of Object.entries(edits.gates)) {
    if (Number(channel) < gates.length) gates[Number(channel)] = gate
  }
  return run({ ...shape, gates })
}

function gatesFrom(
  edits: Edits,
  other: Float32Array | undefined,
  mean: readonly number[] | undefined,
  channels: number,
): ArrayLike<number> | null {
  switch (edits.source) {
    case 'own':
      return null
    case 'ones':
      return new Float32Array(channels).fill(1)
    case 'mean':
      return mean ?? null
    case 'transplant':
    case 'other':
      return other ?? null
  }
}

/** Seeded order of the places of a map; the same for every channel, so that a place moves as a whole. */
export function placeOrder(spatial: readonly number[], seed: number): Uint32Array {
  return permutation(
    seededState(seed, 3),
    spatial.reduce((product, length) => product * length, 1),
  )
}
