/** The series that the choices ask for, made or fetched, into the store. */
import { dataIssueOf } from '../../../model/data/errors.ts'
import { cuedDefaults, cuedProblem, cuedSeries, withOtherCues } from '../../../model/data/series/cued.ts'
import { gestureProblem } from '../../../model/data/series/gestureProblem.ts'
import { plantedProblem } from '../../../model/data/series/planted.ts'
import { decodeWeather, weatherProblem } from '../../../model/data/series/weather.ts'
import { ownDefaults } from '../../../model/state/own.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { noteDataError, showProblem } from '../../../model/state/slices/data.ts'
import type { AppState, AppStore } from '../../../model/state/store.ts'
import { dropStale, wantedKey } from '../../../model/state/wantedProblem.ts'
import { ensureFile } from '../../page/files.ts'
import { preparedOwn } from '../own-files/preparedOwn.ts'

type Choices = Pick<AppState, 'data' | 'task' | 'plant' | 'own' | 'preparation' | 'gestures'>

/** Afterwards the wanted problem is in the store, or a file's name among `missing`. */
export async function ensureProblem(store: AppStore): Promise<void> {
  dropStale(store)
  const choices = store.getState()
  const key = wantedKey(choices)
  if (key === null || choices.problem?.key === key) return
  try {
    const loaded = await make(store, key, choices)
    // Another one may be wanted by now.
    if (loaded === null || wantedKey(store.getState()) !== key) return
    showProblem(store, loaded)
    if (choices.data === 'own') lastGood = choices.preparation
  } catch (error) {
    if (wantedKey(store.getState()) !== key) return
    // Back to what is on show.
    noteDataError(store, dataIssueOf(error), choices.problem === null ? null : lastGood)
  }
}

/** How the reader's series on show were made ready. */
let lastGood = ownDefaults

/** Classes of the cued test series with the other cue each. */
function twinClasses(): Uint8Array {
  return Uint8Array.from({ length: cuedDefaults.test }, (_, i) => {
    const { cue } = cuedSeries({}, 'test', i)
    return cuedSeries({}, 'test', i, cue === 0 ? 1 : 0).label
  })
}

async function make(store: AppStore, key: string, choices: Choices): Promise<LoadedProblem | null> {
  const plain = { key, twins: null, twinLabels: null, truth: null, names: null }
  switch (choices.data) {
    case 'weather': {
      const bytes = await ensureFile(store, 'weather')
      if (bytes === null) return null
      const { problem, testWindows } = weatherProblem(decodeWeather(bytes), choices.task)
      return { ...plain, problem, names: testWindows.map(({ firstDay }) => firstDay) }
    }
    case 'planted': {
      const { useful, signal, noise, unequal } = choices.plant
      const { problem, truth } = plantedProblem({ channels: useful.length, useful, signal, noise, unequal })
      return { ...plain, problem, truth: truth.useful }
    }
    case 'cued': {
      const problem = cuedProblem()
      // All variables count: the cue says which of the two signals does.
      const truth = problem.channelNames.map(() => true)
      return { ...plain, problem, truth, twins: withOtherCues({}, 'test'), twinLabels: twinClasses() }
    }
    case 'own': {
      const { own, preparation } = choices
      if (own === null) return null
      return { ...plain, problem: await preparedOwn(own, preparation) }
    }
    case 'gestures':
      return { ...plain, problem: gestureProblem(choices.gestures) }
  }
}
