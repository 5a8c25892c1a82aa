/**
 * Nobody imports a worker's entry. WebKit does not take the script that it started a module worker with for the module
 * of that address: what imports it has it fetched and run a second time, and two workers would answer in one.
 */
import type { Plugin, Rolldown } from 'vite'

/**
 * Keeps what a worker loads at its start in files of its own, so that its entry is left with nothing that a later part
 * could import. A file for each set of parts that need it: what only a backend uses of tfjs-core is not for everybody.
 */
export const apartFromEntry: Rolldown.OutputOptions = {
  codeSplitting: {
    groups: [
      {
        name: (id, modules) => (modules.getModuleInfo(id)?.isEntry === true ? null : 'start'),
        debugName: 'start',
        tags: ['$initial'],
        entriesAware: true,
      },
    ],
  },
  // Rolldown names the parts in the file's name: start~worker~index~…
  chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
}

/** Fails the build of a worker whose entry is imported; belongs into the worker build. */
export function entriesNotImported(): Plugin {
  return {
    name: 'worker-entries-not-imported',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((item) => item.type === 'chunk')
      const entries = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
      if (entries.size === 0) this.error('a worker without an entry: nothing could be checked')
      for (const { fileName, imports, dynamicImports } of chunks) {
        const entry = [...imports, ...dynamicImports].find((name) => entries.has(name))
        if (entry !== undefined)
          this.error(`${fileName} imports ${entry}, the entry of a worker: WebKit would run it twice`)
      }
    },
  }
}
