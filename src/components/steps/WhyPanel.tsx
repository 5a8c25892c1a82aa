import { clippedSpan, pictureSpan, type WindowOp } from '../../model/block/convolution.ts'
import type { NetworkPlan, OpId } from '../../model/networks/planTypes.ts'
import type { Picture } from '../../model/state/pictures.ts'
import { withBar } from '../../model/state/pictures.ts'
import { otherPicture, picture, pinned, shownNetwork, site } from '../../model/state/selectors.ts'
import type { AppStore } from '../../model/state/store.ts'
import { InkPicture, type PictureData } from '../pictures/InkPicture.tsx'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'

export function pictureData(shown: Picture): PictureData {
  const [h = 28, w = 28, c = 1] = shown.input.shape
  return { shape: [h, w, c], data: shown.input.data }
}

/** A becomes B and B becomes A: the same picture with the bar in the other ink, or the next one. */
export function swapSample(store: AppStore): void {
  const state = store.getState()
  const other = otherPicture(state)
  if (other !== null)
    store.setState({ sample: other.bar === null ? other.spec : withBar(other.spec, other.bar) })
}

/** The picture in its two versions, the window of one cell, and the swap. */
export function WhyPanel() {
  const { t } = useText()
  const a = useApp(picture)
  const b = useApp(otherPicture)
  const here = useApp(site)
  const shown = useApp(shownNetwork)
  const at = useApp(pinned)
  if (a === null || here === null || shown === null || at === null) return null
  const window = cellWindow(shown.plan, here.u, at.cell)
  const touchesBar = window.x < 4
  const inks = a.bar !== null
  return (
    <div className='why'>
      <div className='why-pictures'>
        <figure>
          <InkPicture picture={pictureData(a)} size={140} alt={pictureAlt(a, t)} outline={window} />
          <figcaption>A{inks ? ` · ${t(a.bar === 0 ? 'ink.bar0' : 'ink.bar1')}` : ''}</figcaption>
        </figure>
        {b === null ? null : (
          <figure>
            <InkPicture picture={pictureData(b)} size={140} alt={pictureAlt(b, t)} outline={window} />
            <figcaption>B{inks ? ` · ${t(b.bar === 0 ? 'ink.bar0' : 'ink.bar1')}` : ''}</figcaption>
          </figure>
        )}
        <p className='soft'>
          {t('step.why.window', {
            ...at.cell,
            width: window.inside.width,
            height: window.inside.height,
            bar: inks ? (touchesBar ? 'yes' : 'no') : '',
          })}
        </p>
      </div>
    </div>
  )
}

export function pictureAlt(shown: Picture, t: ReturnType<typeof useText>['t']): string {
  const [first, second] = shown.labels
  if (shown.bar === null) return t('picture.alt.digit', { digit: String(first ?? '?') })
  return t('picture.alt.inks', {
    first: String(first ?? '?'),
    second: String(second ?? '?'),
    ink: t(shown.bar === 0 ? 'picture.ink.0' : 'picture.ink.1'),
  })
}

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
