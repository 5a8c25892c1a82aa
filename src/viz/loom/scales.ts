/** Where a value stands in the row that the layout gives it, and how large it is drawn. Pure. */
import type { Box, LoomLayout } from './layout.ts'

/** Side of the square whose area is proportional to |weight|; the largest weight fills `most`. */
export function squareSide(weight: number, largest: number, most: number): number {
  return largest === 0 ? 0 : Math.sqrt(Math.abs(weight) / largest) * most
}

/** U-turn of hidden unit k through the hinge: right along W₁'s row, round, and back along W₂ᵀ's. */
export function uTurn(layout: LoomLayout, k: number): { readonly path: string; readonly reach: number } {
  const top = layout.y1(k)
  const bottom = layout.y2(k)
  const start = layout.hinge.x + hingeNumber
  const radius = (bottom - top) / 2
  const reach = Math.min(
    radius,
    Math.max(6, layout.hinge.width - hingeNumber - 2) * (radius / outermost(layout)),
  )
  return { path: `M${start} ${top}A${reach} ${radius} 0 0 1 ${start} ${bottom}`, reach }
}

/** Room at the left of the hinge for the hidden unit's number. */
export const hingeNumber = 42

function outermost(layout: LoomLayout): number {
  return (layout.y2(0) - layout.y1(0)) / 2
}

/** Position of a signed value in a box whose zero line is shared by `domain` below and above. */
export function signedY(value: number, domain: number, box: Box): number {
  const clipped = domain === 0 ? 0 : Math.max(-1, Math.min(1, value / domain))
  return box.y + box.height / 2 - (clipped * box.height) / 2
}

/** Position of a gate 0–1; values outside (tanh, ReLU) stop at the edge. */
export function gateY(gate: number, box: Box): number {
  return box.y + box.height * (1 - Math.max(0, Math.min(1, gate)))
}

/** The part of z's row below the funnel, and of the gates' above their numbers. */
export function stemsBox({ rowsBox: { z }, funnel }: Pick<LoomLayout, 'rowsBox' | 'funnel'>): Box {
  const head = funnel?.height ?? 0
  return { ...z, y: z.y + head, height: z.height - head }
}

export function gatesBox({ rowsBox: { s }, gateNumbers }: Pick<LoomLayout, 'rowsBox' | 'gateNumbers'>): Box {
  return { ...s, height: s.height - gateNumbers.height }
}
