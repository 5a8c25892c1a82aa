/** The series that the choices ask for, made or fetched, into the store. */
import { decodeWeather, weatherProblem } from '../../model/data/series/weather.ts'
import type { LoadedProblem } from '../../model/state/series.ts'
import type { AppState, AppStore } from '../../model/state/store.ts'
import { ensureFile } from '../page/files.ts'

/** What the choices would be called; null while the reader has still to say (a file, gestures). */
function wantedKey({ data, task }: Pick<AppState, 'data' | 'task'>): string | null {
  switch (data) {
    case 'weather':
      return `weather-${task}`
    default:
      return null
  }
}

/** Afterwards the wanted problem is in the store, or a file's name among `missing`. */
export async function ensureProblem(store: AppStore): Promise<void> {
  const key = wantedKey(store.getState())
  if (key === null || store.getState().problem?.key === key) return
  const { task } = store.getState()
  const bytes = await ensureFile(store, 'weather')
  // Another one may be wanted by now.
  if (bytes === null || wantedKey(store.getState()) !== key) return
  const { problem, testWindows } = weatherProblem(decodeWeather(bytes), task)
  const loaded: LoadedProblem = {
    key,
    problem,
    twins: null,
    truth: null,
    names: testWindows.map(({ firstDay }) => firstDay),
  }
  store.setState({ problem: loaded })
}
