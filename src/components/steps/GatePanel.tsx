import { useMemo } from 'react'
import { pointwise } from '../../model/block/gates.ts'
import { gateNames } from '../../model/block/options.ts'
import { selection, site, view } from '../../model/state/selection.ts'
import { changeEdits } from '../../model/state/slices/edits.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { GateCurveFigure } from '../training/charts/GateCurveFigure.tsx'
import { useCover } from '../useCover.ts'
import { Choices } from './Choices.tsx'
import { softmaxOfOne } from './softmaxOfOne.ts'

/** The logits on the gate function, and other functions on the same logits. */
export function GatePanel() {
  const store = useAppStore()
  const { t } = useText()
  const here = useApp(site)
  const traces = useApp(view)
  const at = useApp(selection)
  const covered = useCover()
  const edits = useApp((state) => state.edit)
  const block = here === null ? null : traces?.trace.sites[here.id]?.block
  const name = edits.gate ?? here?.gate ?? 'sigmoid'
  const channel = at?.index.c ?? 0
  const logits = block?.logits.data
  const curve = useMemo(
    () => (name === 'softmax' ? softmaxOfOne(logits ?? new Float32Array(1), channel) : pointwise[name].apply),
    [name, logits, channel],
  )
  if (here === null || !block) return null
  return (
    <div>
      <Choices
        label={t('step.gate.fn')}
        value={name}
        options={gateNames.map((one) => [one, t(`step.gate.${one}`)] as const)}
        onChange={(gate) => changeEdits(store, (e) => ({ ...e, gate: gate === here.gate ? null : gate }))}
      />
      <p className='soft'>{edits.gate === null ? ' ' : t('step.gate.trainedFor')}</p>
      {covered('s') || covered('logits') ? null : (
        <GateCurveFigure gate={curve} logits={block.logits.data} gates={block.s.data} selected={channel} />
      )}
      {name === 'softmax' ? <p className='soft'>{t('step.gate.softmaxLine', { channel })}</p> : null}
    </div>
  )
}
