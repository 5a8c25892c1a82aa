import { clippedSpan, pictureSpan, type WindowOp } from '../../model/block/convolution.ts'
import type { NetworkPlan, OpId } from '../../model/networks/planTypes.ts'
import type { Nd } from '../../model/tensor.ts'

/**
 * Pixels of the picture, or steps of the series, that a cell of the operation's output sees through kernels, along the
 * longest way. With `gated` it depends on all others as well: gates before it are made of whole maps.
 * @param input the sample: its size cuts `inside`
 */
export function cellWindow(
  plan: NetworkPlan,
  id: OpId,
  cell: { readonly h: number; readonly w: number },
  { axes, shape }: Pick<Nd, 'axes' | 'shape'>,
) {
  const [height = 1, width = 1] = axes.includes('t') ? [1, shape[0]] : shape
  const rows = pictureSpan(cell.h, windowOps(plan, id, -2))
  const columns = pictureSpan(cell.w, windowOps(plan, id, -1))
  const [r, c] = [clippedSpan(rows, height), clippedSpan(columns, width)]
  return {
    x: columns.from,
    y: rows.from,
    width: columns.to - columns.from + 1,
    height: rows.to - rows.from + 1,
    inside: { width: c.to - c.from + 1, height: r.to - r.from + 1 },
    gated: isGated(plan, id) && (c.to - c.from + 1 < width || r.to - r.from + 1 < height),
  }
}

/** Whether an SE block stands anywhere before the operation's output. */
function isGated(plan: NetworkPlan, id: OpId): boolean {
  const op = plan.ops.find((candidate) => candidate.id === id)
  if (op === undefined || op.kind === 'input') return false
  if (op.kind === 'squeezeExcite') return true
  return isGated(plan, op.from) || ('other' in op && isGated(plan, op.other))
}

/** @param axis −1 columns or time, −2 rows */
function windowOps(plan: NetworkPlan, id: OpId, axis: -1 | -2): WindowOp[] {
  const op = plan.ops.find((candidate) => candidate.id === id)
  if (op === undefined || op.kind === 'input') return []
  // Of the two ways into an addition the residual branch sees more than the shortcut.
  const longest =
    op.kind === 'add'
      ? [windowOps(plan, op.from, axis), windowOps(plan, op.other, axis)].reduce((a, b) =>
          b.length > a.length ? b : a,
        )
      : windowOps(plan, op.from, axis)
  if (op.kind === 'conv') return [...longest, { kind: 'conv', kernel: op.kernel.at(axis) ?? 1 }]
  if (op.kind === 'pool') return [...longest, { kind: 'pool', size: op.size }]
  return longest
}
