/** In which file modules go that several parts of the page share. */
import { join } from 'node:path'
import type { Rolldown } from 'vite'

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * What the first view needs goes into one file, which packs better than ten; what only later parts share into another,
 * so that nobody waits for it. The first comes first, whoever shares it: the second takes along what its modules
 * import.
 */
export function sharedChunks(root: string): Rolldown.CodeSplittingGroup[] {
  const entry = (name: string) => join(root, 'src', name)
  let first: ReadonlySet<string> | null = null
  const isFirst = (id: string, modules: Modules) => {
    first ??= difference(reached(entry('main.tsx'), modules), reached(entry('boot.ts'), modules))
    return first.has(id) && id !== entry('main.tsx')
  }
  return [
    {
      name: (id, modules) => (isFirst(id, modules) ? 'first' : null),
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

function difference(all: ReadonlySet<string>, less: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((id) => !less.has(id)))
}
