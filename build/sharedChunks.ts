/** In which file modules go that several parts of the page share. */
import { join } from 'node:path'
import type { Rolldown } from 'vite'

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * What the first view needs goes into one file, which packs better than ten; what only later parts share into another,
 * so that nobody waits for it. The first takes along what its modules import, React's among them, before the other can.
 */
export function sharedChunks(root: string): Rolldown.CodeSplittingGroup[] {
  const entries = ['boot.ts', 'main.tsx'].map((name) => join(root, 'src', name))
  let first: ReadonlySet<string> | null = null
  const isFirst = (id: string, modules: Modules) => {
    first ??= staticallyReached(entries, modules)
    return first.has(id)
  }
  const shared = { test: /\/src\//, minShareCount: 2 }
  return [
    {
      ...shared,
      name: (id, modules) => (isFirst(id, modules) ? 'shared' : null),
      debugName: 'shared',
      priority: 1,
    },
    { ...shared, name: 'late' },
  ]
}

/** The modules and all that they import, without what they import when it is needed. */
function staticallyReached(entries: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set(entries)
  // A set may grow while it is walked.
  for (const id of reached)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported)
  return reached
}
