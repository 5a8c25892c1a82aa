/** Interventions on one SE site, as data that fits into a URL. */
import { type GateName, gateNames, type SqueezeOp, squeezeOps } from '../block/options.ts'

/** Where all gates come from before single ones are set by hand. */
export const gateSources = ['own', 'mean', 'ones', 'transplant', 'other'] as const
/**
 * own: computed from this picture · mean: frozen at their mean over the training data · ones: no block ·
 * transplant: those that the same picture calls for with the bar in the other ink · other: those of sample B
 */
export type GateSource = (typeof gateSources)[number]

export interface Edits {
  readonly source: GateSource
  /** Gates set by hand, by channel. */
  readonly gates: Readonly<Record<number, number>>
  /** Other squeeze and gate function than the network was trained with. */
  readonly squeeze: SqueezeOp | null
  readonly gate: GateName | null
  readonly dropRelu: boolean
  readonly dropBias: boolean
  /** Pixels of every map of U permuted alike, by this seed; null: as they are. */
  readonly permutation: number | null
}

export const noEdits: Edits = {
  source: 'own',
  gates: {},
  squeeze: null,
  gate: null,
  dropRelu: false,
  dropBias: false,
  permutation: null,
}

/** True if the prediction can differ from the network's own. */
export function isEdited(edits: Edits): boolean {
  return formatEdits(edits) !== ''
}

/** `mean~s3:0.25~squeeze:max~norelu`: the parts that differ, gates to three decimals. */
export function formatEdits(edits: Edits): string {
  const parts: string[] = []
  if (edits.source !== 'own') parts.push(edits.source)
  for (const [channel, gate] of Object.entries(edits.gates)) parts.push(`s${channel}:${round(gate)}`)
  if (edits.squeeze !== null) parts.push(`squeeze:${edits.squeeze}`)
  if (edits.gate !== null) parts.push(`gate:${edits.gate}`)
  if (edits.dropRelu) parts.push('norelu')
  if (edits.dropBias) parts.push('nobias')
  if (edits.permutation !== null) parts.push(`shuffle:${edits.permutation}`)
  return parts.join('~')
}

/** @returns null if any part is not understood: an edit half applied would show a wrong picture */
export function parseEdits(text: string): Edits | null {
  let edits = noEdits
  for (const part of text.split('~')) {
    if (part === '') continue
    const next = withPart(edits, part)
    if (next === null) return null
    edits = next
  }
  return edits
}

function withPart(edits: Edits, part: string): Edits | null {
  const source = gateSources.find((name) => name === part)
  if (source !== undefined) return { ...edits, source }
  if (part === 'norelu') return { ...edits, dropRelu: true }
  if (part === 'nobias') return { ...edits, dropBias: true }
  const [key, value, more] = part.split(':')
  if (key === undefined || value === undefined || value === '' || more !== undefined) return null
  if (key === 'squeeze') {
    const squeeze = squeezeOps.find((name) => name === value)
    return squeeze === undefined ? null : { ...edits, squeeze }
  }
  if (key === 'gate') {
    const gate = gateNames.find((name) => name === value)
    return gate === undefined ? null : { ...edits, gate }
  }
  if (key === 'shuffle') return /^\d{1,9}$/.test(value) ? { ...edits, permutation: Number(value) } : null
  const channel = /^s(\d{1,4})$/.exec(key)?.[1]
  const gate = Number(value)
  if (channel === undefined || !/^\d+(\.\d+)?$/.test(value) || !(gate >= 0 && gate <= 1)) return null
  return { ...edits, gates: { ...edits.gates, [Number(channel)]: gate } }
}

function round(gate: number): number {
  return Number(gate.toFixed(3))
}
