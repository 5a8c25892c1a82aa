/** What stands below the first screen: one download, made once the page answers (`useBelow`). */
import { StepPanel } from '../steps/StepPanel.tsx'
import { LiveDock } from '../training/controls/LiveDock.tsx'
import { BelowFigure } from './BelowFigure.tsx'
import { NetworkMap } from './NetworkMap.tsx'
import { Notes } from './Notes.tsx'
import { SampleTools } from './SampleTools.tsx'

export const below = { BelowFigure, LiveDock, NetworkMap, Notes, SampleTools, StepPanel }
