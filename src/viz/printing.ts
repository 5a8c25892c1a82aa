import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

/** Between the two events of a print; the media query alone comes too late in some browsers. */
let between = false
let told = false

export function isPrinting(): boolean {
  return typeof window !== 'undefined' && (between || media().matches)
}

/** Whether the page is being set on paper: what style sheets cannot say, components say otherwise then. */
export function usePrinting(): boolean {
  return useSyncExternalStore(onPrinting, isPrinting, () => false)
}

let query: MediaQueryList | null = null

/** Made once: asking anew costs the browser a look at all styles. */
function media(): MediaQueryList {
  query ??= matchMedia('print')
  return query
}

const listeners = new Set<() => void>()
let release: (() => void) | null = null

/** Calls back when printing begins and ends. Returns a function that stops it. */
export function onPrinting(listener: () => void): () => void {
  listeners.add(listener)
  release ??= observe()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    release?.()
    release = null
  }
}

function observe(): () => void {
  const tell = () => {
    if (told === isPrinting()) return
    told = isPrinting()
    // The browser takes what is in the page when the event returns.
    flushSync(() => {
      for (const one of [...listeners]) one()
    })
  }
  const begin = () => {
    between = true
    tell()
  }
  const end = () => {
    between = false
    tell()
  }
  const screen = media()
  told = isPrinting()
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  screen.addEventListener('change', tell)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
    screen.removeEventListener('change', tell)
  }
}
