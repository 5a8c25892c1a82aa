import type { ReactNode } from 'react'
import type { Site } from '../../model/networks/planTypes.ts'
import { openStages } from '../../model/state/slices/view.ts'
import type { StageRow } from '../../model/state/steps.ts'
import type { LoomLayout, FoldedStrip as Strip } from '../../viz/loom/layout.ts'
import { useAppStore } from '../store.tsx'
import { type TextKey, useText } from '../text/i18n.tsx'
import { Tilded } from '../text/Tilded.tsx'
import { percentBox } from './loomParts.tsx'

/** What a strip of several stages is called; a stage by itself has a name of its own. */
function nameOf(rows: readonly StageRow[], phone: boolean): TextKey {
  const [first] = rows
  if (rows.length > 3) return phone ? 'fold.mixShort' : 'fold.mix'
  if (rows.length > 1) return first === 'w1' ? 'fold.first' : 'fold.second'
  return `fold.${first ?? 'z'}`
}

/** X̃ drawn as two signs (text/Tilded.tsx). */
function drawn(text: string): ReactNode {
  const [before, after] = text.split('X̃')
  return after === undefined ? (
    text
  ) : (
    <>
      {before}
      <Tilded />
      {after}
    </>
  )
}

/** A stage that this step does not need: its name on a line that the threads run through; a click opens it. */
export function FoldedStrip({ strip, layout, site }: { strip: Strip; layout: LoomLayout; site: Site }) {
  const store = useAppStore()
  const { t, number } = useText()
  return (
    <button
      type='button'
      className='folded'
      style={percentBox(layout, strip.box)}
      aria-expanded={false}
      data-next={`.loom [data-stage="${strip.rows[0] ?? ''}"]`}
      onClick={() => openStages(store, strip.rows)}
    >
      <span>
        <span aria-hidden='true'>► </span>
        {drawn(
          t(nameOf(strip.rows, layout.variant === 'phone'), {
            channels: site.channels,
            reduced: site.reduced,
            weights: number.integer(2 * site.channels * site.reduced),
            half: number.integer(site.channels * site.reduced),
            map: site.spatial.join('×'),
          }),
        )}
      </span>
    </button>
  )
}
