/** State ↔ address bar and local storage. Both may be refused (a frame on another origin): nothing depends on them. */
import { type Field, type Fields, fieldNames, fields, type Language } from '../../model/state/fields.ts'
import { type AppStore, addressDefaults, applyAddress } from '../../model/state/store.ts'
import { decodeQuery, encodeQuery } from '../../model/state/urlCodec.ts'

/** Reads what was stored here, then the address, which wins. */
export function applyUrl(store: AppStore): void {
  applyAddress(store, decodeQuery(location.search), readLocal())
}

/** What the browser's Back and Forward go along; all else changes the address in place. */
const landmarks = [
  'step',
  'net',
  'site',
  'snapshot',
  'data',
  'task',
  'size',
  'lstm',
  'dimensionShuffle',
] as const satisfies readonly (keyof Fields)[]

/** Keeps the address in step with the state, and the state with Back and Forward. Returns a function that stops it. */
export function followState(store: AppStore, pageLanguage: Language): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = store.getState()
  const write = () => {
    timer = undefined
    const state = store.getState()
    const moved = landmarks.some((name) => state[name] !== written[name])
    written = state
    const url = `${location.pathname}${queryOf(state, pageLanguage)}${location.hash}`
    if (url !== `${location.pathname}${location.search}${location.hash}`) {
      if (moved) history.pushState(null, '', url)
      else history.replaceState(history.state, '', url)
    }
    writeLocal(state)
  }
  const goBack = () => {
    clearTimeout(timer)
    timer = undefined
    // In one go: who follows the state must not see the defaults in between.
    const before = { ...addressDefaults(pageLanguage), ...readLocal() }
    applyAddress(store, decodeQuery(location.search), before)
    written = store.getState()
  }
  window.addEventListener('popstate', goBack)
  const stop = store.subscribe((state, before) => {
    if (timer === undefined && fieldNames.some((name) => state[name] !== before[name]))
      timer = setTimeout(write, 150)
  })
  return () => {
    stop()
    window.removeEventListener('popstate', goBack)
    clearTimeout(timer)
  }
}

/** The language of the page itself needs no parameter: /ko/ is Korean. */
export function queryOf(state: Fields, pageLanguage: Language): string {
  const parameters = new URLSearchParams(encodeQuery(state, location.search))
  if (state.lang === pageLanguage) parameters.delete('lang')
  else parameters.set('lang', state.lang)
  const query = parameters.toString().replaceAll('%7E', '~').replaceAll('%3A', ':')
  return query === '' ? '' : `?${query}`
}

const prefix = 'se-explainer:'

function readLocal(): Partial<Fields> {
  const values: Record<string, unknown> = {}
  try {
    for (const name of fieldNames) {
      if (!fields[name].stored.includes('local')) continue
      const text = localStorage.getItem(prefix + name)
      const value = text === null ? null : fields[name].parse(text)
      if (value !== null) values[name] = value
    }
  } catch {
    // Storage is refused or damaged: the defaults serve.
  }
  return values as Partial<Fields>
}

function writeLocal(state: Fields): void {
  try {
    for (const name of fieldNames) {
      const field = fields[name] as Field<unknown>
      if (field.stored.includes('local')) localStorage.setItem(prefix + name, field.format(state[name]))
    }
  } catch {
    // As above: the choice then lasts as long as the page.
  }
}
