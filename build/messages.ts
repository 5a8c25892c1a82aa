/**
 * Compiles the message files at build time, so that no ICU parser is shipped.
 * `virtual:messages/en` → { key: text or [text, [placeholder], …] }; `virtual:messages/first/en` and
 * `virtual:messages/later/en` divide it; `virtual:messages/en/series` and `virtual:messages/en/notes` are others.
 */
import { fileURLToPath } from 'node:url'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { type Plugin, runnerImport } from 'vite'
import { firstKeys } from '../src/components/text/firstKeys.ts'

const prefix = 'virtual:messages/'
const folder = fileURLToPath(new URL('../src/components/text/', import.meta.url))

export function messagesPlugin(): Plugin {
  return {
    name: 'messages',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      const [, half, path = ''] = /^(?:(first|later)\/)?(.*)$/.exec(id.slice(prefix.length + 1)) ?? []
      const name = path.slice(path.lastIndexOf('/') + 1)
      const { module, dependencies } = await runnerImport<Record<string, Record<string, string>>>(
        `${folder}${path}.ts`,
        { configFile: false, logLevel: 'error' },
      )
      for (const file of dependencies) this.addWatchFile(file)
      const messages = module[name]
      if (messages === undefined) throw new Error(`${path}.ts must export const ${name}`)
      return `export default ${JSON.stringify(compileCatalog(half === undefined ? messages : halfOf(messages, half === 'first')))}`
    },
    handleHotUpdate({ file, server }) {
      if (!file.startsWith(folder)) return
      for (const module of server.moduleGraph.idToModuleMap.values()) {
        if (module.id?.startsWith(`\0${prefix}`)) server.moduleGraph.invalidateModule(module)
      }
      server.ws.send({ type: 'full-reload' })
    },
  }
}

/** What comes with the first view, or what follows. */
export function halfOf(messages: Readonly<Record<string, string>>, first: boolean): Record<string, string> {
  const keys: ReadonlySet<string> = new Set(firstKeys)
  return Object.fromEntries(Object.entries(messages).filter(([key]) => keys.has(key) === first))
}

/** @throws Error naming the key whose message is not valid ICU */
export function compileCatalog(messages: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      try {
        return [key, compileMessageOrThrow(message)]
      } catch (error) {
        throw new Error(`message ${key}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }),
  )
}
