/** What a canvas is told of paper and of light and dark, with a browser that the test moves. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

class Query extends EventTarget {
  matches = false
}

let queries: Record<string, Query>
let page: EventTarget
let observed: { callback: () => void; on: boolean }[]
let documentElement: { dataset: { theme?: string } }

beforeEach(() => {
  queries = {}
  page = new EventTarget()
  observed = []
  documentElement = { dataset: {} }
  vi.resetModules()
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', { documentElement })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('matchMedia', (text: string) => {
    queries[text] ??= new Query()
    return queries[text]
  })
  vi.stubGlobal(
    'MutationObserver',
    class {
      private readonly entry: { callback: () => void; on: boolean }
      constructor(callback: () => void) {
        this.entry = { callback, on: false }
        observed.push(this.entry)
      }
      observe() {
        this.entry.on = true
      }
      disconnect() {
        this.entry.on = false
      }
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const dark = '(prefers-color-scheme: dark)'
const say = (target: EventTarget | undefined, type: string) => target?.dispatchEvent(new Event(type))

test('paper begins before the page is taken and ends after, each told once', async () => {
  const { isPrinting, onPrinting } = await import('../../src/viz/printing.ts')
  const told: boolean[] = []
  const stop = onPrinting(() => told.push(isPrinting()))
  expect(isPrinting()).toBe(false)
  say(page, 'beforeprint')
  const media = queries.print
  if (media === undefined) throw new Error('nobody asked for paper')
  media.matches = true
  say(media, 'change')
  say(page, 'afterprint')
  // Some browsers are still on paper until the query says otherwise.
  expect(isPrinting()).toBe(true)
  media.matches = false
  say(media, 'change')
  expect(told).toEqual([true, false])
  expect(isPrinting()).toBe(false)
  stop()
  say(page, 'beforeprint')
  expect(told).toHaveLength(2)
})

test('one watch serves all, until nobody listens any more', async () => {
  const { onPrinting } = await import('../../src/viz/printing.ts')
  const [a, b] = [vi.fn(), vi.fn()]
  const [stopA, stopB] = [onPrinting(a), onPrinting(b)]
  say(page, 'beforeprint')
  stopA()
  say(page, 'afterprint')
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([1, 2])
  stopB()
  const again = vi.fn()
  const stop = onPrinting(again)
  say(page, 'beforeprint')
  expect(again).toHaveBeenCalledTimes(1)
  expect(b).toHaveBeenCalledTimes(2)
  stop()
})

test('nothing is printed where there is no window', async () => {
  vi.stubGlobal('window', undefined)
  const { isPrinting } = await import('../../src/viz/printing.ts')
  expect(isPrinting()).toBe(false)
})

/** What React would do with the hook: the scheme of now, and a count of its calls. */
async function watchedScheme() {
  const store: { changes: number; get(): string; stop(): void } = { changes: 0, get: String, stop() {} }
  vi.doMock('react', () => ({
    useSyncExternalStore: (subscribe: (listener: () => void) => () => void, get: () => string) => {
      store.stop = subscribe(() => {
        store.changes += 1
      })
      store.get = get
      return get()
    },
  }))
  const { useScheme: draw } = await import('../../src/viz/charts/useScheme.ts')
  return { store, first: draw(), draw }
}

test('light or dark: the page’s own choice, else the system’s; on paper light', async () => {
  queries[dark] = new Query()
  queries[dark].matches = true
  const { store, first } = await watchedScheme()
  expect(first).toBe('dark')
  documentElement.dataset.theme = 'light'
  expect(store.get()).toBe('light')
  documentElement.dataset.theme = 'dark'
  expect(store.get()).toBe('dark')
  say(page, 'beforeprint')
  expect(store.get()).toBe('light')
  expect(store.changes).toBe(1)
  say(page, 'afterprint')
  documentElement.dataset.theme = 'something'
  queries[dark].matches = false
  expect(store.get()).toBe('light')
  expect(store.changes).toBe(2)
})

test('a change of the system or of the page is heard while somebody draws, by one observer', async () => {
  const { store, draw } = await watchedScheme()
  const stopFirst = store.stop
  draw()
  expect(observed.map(({ on }) => on)).toEqual([true])
  observed[0]?.callback()
  say(queries[dark], 'change')
  expect(store.changes).toBe(4)
  stopFirst()
  say(queries[dark], 'change')
  expect(store.changes).toBe(5)
  expect(observed.map(({ on }) => on)).toEqual([true])
  store.stop()
  expect(observed.map(({ on }) => on)).toEqual([false])
  say(queries[dark], 'change')
  say(page, 'beforeprint')
  expect(store.changes).toBe(5)
  draw()
  expect(observed.map(({ on }) => on)).toEqual([false, true])
  store.stop()
})
