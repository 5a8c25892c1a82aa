import { Fragment } from 'react'
import { useApp } from '../store.tsx'
import type { Training } from '../training/controller/training.ts'
import { SeriesData } from './data/SeriesData.tsx'
import { BranchPanel } from './network/BranchPanel.tsx'
import { NetworkOverview } from './network/NetworkOverview.tsx'
import { Results } from './results/Results.tsx'
import { SeedsPanel } from './results/SeedsPanel.tsx'
import { UsefulPanel } from './results/UsefulPanel.tsx'

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
