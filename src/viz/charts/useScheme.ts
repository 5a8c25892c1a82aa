import { useSyncExternalStore } from 'react'
import type { Scheme } from '../palette.ts'
import { isPrinting, onPrinting } from '../printing.ts'

/**
 * Light or dark, for canvases, which do not follow CSS variables: `data-theme` of the page, else the system's.
 * While prerendering, and on paper: light.
 */
export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, scheme, () => 'light')
}

let query: MediaQueryList | null = null

/** Made once: React asks at every rendering, and a new query costs the browser a look at all styles. */
function dark(): MediaQueryList {
  query ??= matchMedia('(prefers-color-scheme: dark)')
  return query
}

function scheme(): Scheme {
  if (isPrinting()) return 'light'
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return dark().matches ? 'dark' : 'light'
}

const listeners = new Set<() => void>()
let release: (() => void) | null = null

/** One observer serves every canvas of the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  release ??= observe(() => {
    for (const one of listeners) one()
  })
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    release?.()
    release = null
  }
}

function observe(changed: () => void): () => void {
  const system = dark()
  const attribute = new MutationObserver(changed)
  system.addEventListener('change', changed)
  attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const stop = onPrinting(changed)
  return () => {
    system.removeEventListener('change', changed)
    attribute.disconnect()
    stop()
  }
}
