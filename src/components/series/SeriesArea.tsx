import type { Training } from '../live/training.ts'
import { NetworkOverview } from './NetworkOverview.tsx'
import { SeriesData } from './SeriesData.tsx'

/** Below the lesson: the series, the network as a whole, and what it makes of all of them. */
export function SeriesArea({ training: _ }: { training: Training }) {
  return (
    <>
      <SeriesData />
      <NetworkOverview />
    </>
  )
}
