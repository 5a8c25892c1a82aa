import { useEffect, useState } from 'react'
import { siteUrl } from '../page/files.ts'
import type { Controls } from './resultFacts.ts'

/** null: not the file that is meant. What the page then does without are the comparisons, nothing else. */
export function parseControls(file: unknown): Controls | null {
  if (typeof file !== 'object' || file === null) return null
  const { trained, stored } = file as Partial<Controls>
  return Array.isArray(trained) && typeof stored === 'object' && stored !== null ? { trained, stored } : null
}

let asked: Promise<Controls | null> | null = null

async function load(): Promise<Controls | null> {
  try {
    const response = await fetch(siteUrl('snapshots/controls.json'))
    return response.ok ? parseControls(await response.json()) : null
  } catch {
    // No connection: asked again when they are next wanted.
    asked = null
    return null
  }
}

/** The control experiments (20 kB), once they are wanted; null until they are here. */
export function useControls(wanted: boolean): Controls | null {
  const [controls, setControls] = useState<Controls | null>(null)
  useEffect(() => {
    if (!wanted || controls !== null) return
    let current = true
    asked ??= load()
    void asked.then((loaded) => {
      if (current) setControls(loaded)
    })
    return () => {
      current = false
    }
  }, [wanted, controls])
  return controls
}
