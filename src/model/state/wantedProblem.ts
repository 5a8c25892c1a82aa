/** Which series the choices ask for: the problem on show must never be another one than the choices name. */
import type { GestureClass } from '../data/series/gestures.ts'
import { gesturesKey } from '../data/series/gesturesKey.ts'
import type { Fields } from './fields.ts'
import { type OwnChoices, type OwnSeries, ownKey } from './own.ts'
import type { LoadedProblem } from './series.ts'
import { seriesKey } from './seriesKey.ts'
import { dropProblem } from './slices/data.ts'
import type { AppStore } from './store.ts'

export interface Choices extends Pick<Fields, 'data' | 'task' | 'plant'> {
  readonly own: OwnSeries | null
  readonly preparation: OwnChoices
  readonly gestures: readonly GestureClass[]
}

type OnShow = Choices & { readonly problem: LoadedProblem | null }

/** What the choices would be called; null while the reader has still to say (a file, gestures). */
export function wantedKey(choices: Choices): string | null {
  const { data, own, preparation, gestures } = choices
  if (data === 'own') return own === null ? null : ownKey(own, preparation)
  return data === 'gestures' ? gesturesKey(gestures) : seriesKey(choices)
}

const names = ['data', 'task', 'plant', 'own', 'preparation', 'gestures', 'problem'] as const

/**
 * Whether the problem on show is to go: it is of other data. Series of the reader stay until what replaces them is
 * ready (another preparation, one recording more), so that the figure does not vanish meanwhile.
 */
export function isStale(state: OnShow, before: OnShow): boolean {
  if (state.problem === null || names.every((name) => state[name] === before[name])) return false
  const wanted = wantedKey(state)
  if (wanted === null) return true
  const kindOf = (key: string) => /^(own-\d+|gestures)-/.exec(key)?.[0] ?? key
  return kindOf(wanted) !== kindOf(state.problem.key)
}

const followed = new WeakSet<AppStore>()

/** From now on nobody sees series that the choices do not name: whatever changes them, the problem goes at once. */
export function dropStale(store: AppStore): void {
  if (followed.has(store)) return
  followed.add(store)
  store.subscribe((state, before) => {
    if (isStale(state, before)) dropProblem(store)
  })
}
