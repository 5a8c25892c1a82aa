import { Fragment } from 'react'
import type { Training } from '../live/training.ts'
import { useApp } from '../store.tsx'
import { BranchPanel } from './BranchPanel.tsx'
import { NetworkOverview } from './NetworkOverview.tsx'
import { Results } from './Results.tsx'
import { SeedsPanel } from './SeedsPanel.tsx'
import { SeriesData } from './SeriesData.tsx'
import { UsefulPanel } from './UsefulPanel.tsx'

/** Below the lesson: the series, the network as a whole, and what it makes of all of them. */
export function SeriesArea({ training }: { training: Training }) {
  const loaded = useApp((state) => state.problem)
  return (
    <>
      <SeriesData />
      <NetworkOverview training={training} />
      <BranchPanel />
      {loaded === null ? null : (
        <Fragment key={loaded.key}>
          <Results training={training} loaded={loaded} />
          <UsefulPanel training={training} loaded={loaded} />
          <SeedsPanel loaded={loaded} />
        </Fragment>
      )}
    </>
  )
}
