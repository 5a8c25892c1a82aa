import { clippedSpan, pictureSpan, type WindowOp } from '../../model/block/convolution.ts'
import type { NetworkPlan, OpId } from '../../model/networks/planTypes.ts'

/** Pixels of the picture that a cell of the operation's output depends on, along the longest way. */
export function cellWindow(plan: NetworkPlan, id: OpId, cell: { readonly h: number; readonly w: number }) {
  const ops = windowOps(plan, id)
  const rows = pictureSpan(cell.h, ops)
  const columns = pictureSpan(cell.w, ops)
  const [r, c] = [clippedSpan(rows, 28), clippedSpan(columns, 28)]
  return {
    x: columns.from,
    y: rows.from,
    width: columns.to - columns.from + 1,
    height: rows.to - rows.from + 1,
    inside: { width: c.to - c.from + 1, height: r.to - r.from + 1 },
  }
}

function windowOps(plan: NetworkPlan, id: OpId): WindowOp[] {
  const op = plan.ops.find((candidate) => candidate.id === id)
  if (op === undefined || op.kind === 'input') return []
  // Of the two ways into an addition the residual branch sees more than the shortcut.
  const longest =
    op.kind === 'add'
      ? [windowOps(plan, op.from), windowOps(plan, op.other)].reduce((a, b) => (b.length > a.length ? b : a))
      : windowOps(plan, op.from)
  if (op.kind === 'conv') return [...longest, { kind: 'conv', kernel: op.kernel }]
  if (op.kind === 'pool') return [...longest, { kind: 'pool', size: op.size }]
  return longest
}
