/** The page itself: its language and looks, where the reader comes from, what was not understood of the address. */
import type { Fields, Language, Theme } from '../fields.ts'
import type { UrlProblem } from '../urlCodec.ts'
import type { SliceStore } from './sliceStore.ts'

export interface UiSlice extends Pick<Fields, 'lang' | 'theme' | 'projector' | 'from'> {
  readonly urlProblems: readonly UrlProblem[]
}

type Store = SliceStore<UiSlice>

export const nothingSaid: Omit<UiSlice, keyof Fields> = { urlProblems: [] }

export function chooseLanguage(store: Store, lang: Language): void {
  store.setState({ lang })
}

export function chooseTheme(store: Store, theme: Theme): void {
  store.setState({ theme })
}

export function toggleProjector(store: Store): void {
  store.setState(({ projector }) => ({ projector: !projector }))
}

export function dismissUrlProblem(store: Store, name: string): void {
  store.setState(({ urlProblems }) => ({ urlProblems: urlProblems.filter((one) => one.name !== name) }))
}
