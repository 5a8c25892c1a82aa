/** What the panels ask of the stored runs. Each result is the same object as long as its inputs are. */

import type { Snapshot, StudyId } from '../networks/snapshotTypes.ts'
import { fields } from './fields.ts'
import type { AppState } from './store.ts'

/** Problems of the series network that stored runs exist for, and what the runs are called. */
const storedSeries: Readonly<Partial<Record<string, 'series' | 'cued'>>> = {
  'weather-city': 'series',
  cued: 'cued',
}

/** What the stored runs of the network on show are called: `…-se` and `…-plain`. */
export function storedName({ net, problem, data }: Pick<AppState, 'net' | 'problem' | 'data'>): StudyId {
  if (net !== 'series') return net
  return storedSeries[problem?.key ?? data] ?? 'series'
}

/** The stored run of the network on show; null while it is on its way, or if there is none. */
export function snapshotOf(state: Pick<AppState, StoredChoices | 'net' | 'snapshots'>): Snapshot | null {
  if (state.net === 'series' && !isStoredSeries(state)) return null
  return state.snapshots[`${storedName(state)}-${state.snapshot}`] ?? null
}

/** The snapshot that names pictures and featuredSample, also when the network without SE is shown. */
export function namingSnapshot(state: AppState): Snapshot | null {
  return state.net === 'series'
    ? snapshotOf(state)
    : (state.snapshots[`${state.net}-se`] ?? snapshotOf(state))
}

type StoredChoices =
  | 'problem'
  | 'data'
  | 'task'
  | 'size'
  | 'lstm'
  | 'dimensionShuffle'
  | 'snapshot'
  | 'squeeze'
  | 'gate'

/** Whether a stored run exists for the problem, the size, the switches and the block. */
export function isStoredSeries(choices: Pick<AppState, StoredChoices>): boolean {
  const { problem, data, task, size, lstm, dimensionShuffle, snapshot, squeeze, gate } = choices
  const key = problem?.key ?? (data === 'weather' ? `weather-${task}` : data)
  const isStoredBlock =
    snapshot === 'plain' || (squeeze === fields.squeeze.initial && gate === fields.gate.initial)
  return storedSeries[key] !== undefined && size === 'small' && lstm && dimensionShuffle && isStoredBlock
}
