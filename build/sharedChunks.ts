/** In which file modules go that several parts of the page share. */
import { join } from 'node:path'

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * What the first view needs goes into one file, which packs better than ten; what only later parts share into another,
 * so that nobody waits for it.
 */
export function sharedBy(root: string): (id: string, modules: Modules) => 'shared' | 'late' {
  const entries = ['boot.ts', 'main.tsx'].map((name) => join(root, 'src', name))
  let first: ReadonlySet<string> | null = null
  return (id, modules) => {
    first ??= staticallyReached(entries, modules)
    return first.has(id) ? 'shared' : 'late'
  }
}

/** The modules and all that they import, without what they import when it is needed. */
function staticallyReached(entries: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set(entries)
  // A set may grow while it is walked.
  for (const id of reached)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported)
  return reached
}
