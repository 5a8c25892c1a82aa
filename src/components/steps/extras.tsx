/** What steps draw besides the stages, in the figure: the code comes after the first view. */
import { type ReactNode, useMemo } from 'react'
import { pointwise } from '../../model/block/gates.ts'
import type { StepId } from '../../model/state/steps.ts'
import type { Nd } from '../../model/tensor.ts'
import { GateCurve } from '../../viz/charts/GateCurve.tsx'
import { useScheme } from '../../viz/charts/useScheme.ts'
import { palettes } from '../../viz/palette.ts'
import { MapCanvas } from '../figure/MapCanvas.tsx'
import { convolutionOf } from '../figure/transformStrip.ts'
import type { Figure } from '../figure/useFigure.ts'
import { useSeriesParts } from '../seriesContext.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useCover } from '../useCover.ts'
import { useRoom } from '../useRoom.ts'
import { ResultTable } from './ResultTable.tsx'
import { softmaxOfOne } from './softmaxOfOne.ts'
import { InputGrids } from './TransformPanel.tsx'
import './extras.css'

type Extra = (props: { figure: Figure }) => ReactNode

/** One window of X, its kernel, and their products: what u of the selected cell is made of. */
function TransformExtra({ figure }: { figure: Figure }) {
  const { shown, data, traces, at } = figure
  const { site } = data
  const edits = useApp((state) => state.edit)
  const parts = useSeriesParts()
  const covered = useCover()
  const { t } = useText()
  const made = useMemo(
    () => convolutionOf(at, { site, trace: traces.own, plan: shown.plan, weights: shown.weights, edits }),
    [at, site, traces.own, shown, edits],
  )
  if (covered('U')) return null
  if (made === null) return <p className='soft'>{t('step.transform.noConv')}</p>
  if (site.spatial.length > 1) {
    return (
      <div className='transform-extra'>
        <InputGrids made={made} />
      </div>
    )
  }
  const reads = shown.plan.ops.find(({ id }) => id === site.transform?.x)?.kind === 'input'
  return parts === null ? null : <parts.TapRows made={made} reads={reads ? 'series' : 'features'} compact />
}

/** As in the layout that paper gets, and until it is measured. */
const curveRoom = { width: 832, height: 56 }

/** The gate function with this picture's logits on it. */
function GateExtra({ figure: { data, at } }: { figure: Figure }) {
  const { t, number } = useText()
  const covered = useCover()
  const edited = useApp((state) => state.edit.gate)
  const name = edited ?? data.site.gate
  const logits = data.block?.logits.data
  const channel = at.index.c
  const [room, box] = useRoom<HTMLDivElement>(curveRoom)
  const curve = useMemo(
    () => (name === 'softmax' ? softmaxOfOne(logits ?? new Float32Array(1), channel) : pointwise[name].apply),
    [name, logits, channel],
  )
  if (data.block === null || logits === undefined || covered('s') || covered('logits')) return null
  return (
    <div className='gate-extra' ref={room}>
      {box === null ? null : (
        <GateCurve
          gate={curve}
          logits={logits}
          gates={data.block.s.data}
          size={box}
          selected={channel}
          xLabel={t('curve.logit')}
          formatX={number.short}
          formatY={number.short}
          summary={t('curve.title')}
        />
      )}
    </div>
  )
}

const lens = { width: 108, height: 108 }

/** One channel large: its map, times its gate, is what leaves the block. */
function ScaleExtra({ figure: { data, at } }: { figure: Figure }) {
  const { number } = useText()
  const covered = useCover()
  const palette = palettes[useScheme()]
  const channel = at.index.c
  const gate = data.block?.s.data[channel]
  if (data.block === null || gate === undefined) return null
  const one = { from: channel, to: channel + 1, domain: data.domains.U, palette, style: {}, design: lens }
  const lensOf = (row: 'U' | 'out', maps: Nd) =>
    covered(row) ? (
      <span className='lens-map covered' />
    ) : (
      <MapCanvas maps={maps} className='lens-map' {...one} />
    )
  return (
    <div className='scale-extra'>
      <span className='role-U symbol'>
        u<sub>{channel}</sub>
      </span>
      {lensOf('U', data.U)}
      <span className='op'>·</span>
      <span className='role-s symbol'>
        s<sub>{channel}</sub> = {covered('s') ? '?' : number.gate(gate)}
      </span>
      <span className='op'>=</span>
      {lensOf('out', data.out)}
      <span className='role-out symbol'>
        x̃<sub>{channel}</sub>
      </span>
    </div>
  )
}

export const extras: Readonly<Partial<Record<StepId, Extra>>> = {
  transform: TransformExtra,
  gate: GateExtra,
  scale: ScaleExtra,
  result: ResultTable,
}
