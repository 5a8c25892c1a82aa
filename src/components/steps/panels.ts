/** What there is to try at each step; a step without a panel does not compile. Loaded after the first view. */
import type { ReactNode } from 'react'
import type { StepId } from '../../model/state/steps.ts'
import { GatePanel } from './GatePanel.tsx'
import { MixPanel } from './MixPanel.tsx'
import { ResultPanel } from './ResultPanel.tsx'
import { ScalePanel } from './ScalePanel.tsx'
import { SqueezePanel } from './SqueezePanel.tsx'
import { TransformPanel } from './TransformPanel.tsx'

export const panels: Readonly<Record<Exclude<StepId, 'why'>, () => ReactNode>> = {
  transform: TransformPanel,
  squeeze: SqueezePanel,
  mix: MixPanel,
  gate: GatePanel,
  scale: ScalePanel,
  result: ResultPanel,
}
