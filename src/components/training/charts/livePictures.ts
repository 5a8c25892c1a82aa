/** All pictures of a run; one download, made when there is a run. */
import { RunReadouts as Readouts } from '../controls/RunReadouts.tsx'
import { AccuracySparkline as AccuracyLine } from './AccuracySparkline.tsx'
import { GateTimes as Times } from './GateTimes.tsx'
import { LivePanels as Panels } from './LivePanels.tsx'
import { WatchCharts as Charts } from './WatchCharts.tsx'

export const AccuracySparkline = AccuracyLine
export const GateTimes = Times
export const LivePanels = Panels
export const RunReadouts = Readouts
export const WatchCharts = Charts
