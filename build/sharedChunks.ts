/** In which file modules go that several parts of the page share. */
import { join } from 'node:path'
import type { Rolldown } from 'vite'

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * What the page's first script needs is a file that needs no other, so that it is small and soon there. What the first
 * view needs besides goes into one file, which packs better than ten; what only later parts share into another, so that
 * nobody waits for it. Each comes before the next, whoever shares it: a group takes along what its modules import.
 */
export function sharedChunks(root: string): Rolldown.CodeSplittingGroup[] {
  const entry = (name: string) => join(root, 'src', name)
  const reach = (from: string) => {
    let found: ReadonlySet<string> | null = null
    return (id: string, modules: Modules) => {
      found ??= reached(from, modules)
      return found.has(id)
    }
  }
  const [isBoot, isFirst] = [reach(entry('boot.ts')), reach(entry('main.tsx'))]
  return [
    {
      name: (id, modules) => (isBoot(id, modules) ? 'boot' : null),
      debugName: 'boot',
      priority: 2,
    },
    {
      // The entry itself stays what is imported.
      name: (id, modules) => (id !== entry('main.tsx') && isFirst(id, modules) ? 'first' : null),
      debugName: 'first',
      priority: 1,
    },
    { test: /\/src\//, minShareCount: 2, name: 'late' },
  ]
}

/** The module and all that it imports, without what is imported when it is needed. */
function reached(entry: string, modules: Modules): ReadonlySet<string> {
  const ids = new Set([entry])
  // A set may grow while it is walked.
  for (const id of ids) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) ids.add(imported)
  return ids
}
