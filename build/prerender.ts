import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, mergeConfig, type Plugin, type ResolvedConfig } from 'vite'
import { cacheFolder } from './cache.ts'
import { removeLeftovers } from './leftovers.ts'
import { type PageLanguage, pageHtml, pages, type RenderView } from './pageHtml.ts'

export interface PrerenderOptions {
  /** Module that exports `render`, a {@link RenderView}; relative to the root. */
  readonly entry: string
  /** Where the site will stand, ending in '/'; without it the pages name no addresses of their own. */
  readonly siteUrl?: string | undefined
}

/** Builds the entry for Node, with everything it imports inside, and loads it. */
async function loadRender(config: ResolvedConfig, entry: string, outDir: string): Promise<RenderView> {
  const configFile = config.configFile ?? false
  await build(
    mergeConfig(config.inlineConfig, {
      root: config.root,
      configFile,
      mode: config.mode,
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: resolve(config.root, entry),
        outDir,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'entry.mjs' } },
      },
    }),
  )
  // A fresh address each time: Node keeps a module for as long as it runs.
  const address = `${pathToFileURL(join(outDir, 'entry.mjs')).href}?built=${Date.now()}`
  const { render } = (await import(address)) as { render?: RenderView }
  if (render === undefined) throw new Error(`${entry} exports no render`)
  return render
}

/**
 * The last step of a build: renders the first view in every language into static pages, so that it is seen
 * before any script runs, and without scripts. React then takes the markup over (`hydrateRoot`); what
 * `render` gives must therefore equal the browser's first rendering, which knows `<html lang>` and the
 * default state, not yet the address or the reader's settings.
 */
export function prerenderPlugin({ entry, siteUrl }: PrerenderOptions): Plugin {
  let config: ResolvedConfig | undefined
  return {
    name: 'se-explainer:prerender',
    // Not in the nested build that prerenders.
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    configResolved(resolved) {
      config = resolved
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (config === undefined || dir === undefined)
          throw new Error('prerendering needs a build into a folder')
        const template = await readFile(join(dir, 'index.html'), 'utf8')
        const cache = cacheFolder(config.root)
        await mkdir(cache, { recursive: true })
        removeLeftovers(cache, 'prerender-')
        // Of this build alone: two at once would clear each other's away.
        const outDir = join(cache, `prerender-${process.pid}`)
        try {
          const render = await loadRender(config, entry, outDir)
          for (const language of Object.keys(pages) as PageLanguage[]) {
            const path = join(dir, pages[language].file)
            await mkdir(dirname(path), { recursive: true })
            await writeFile(path, pageHtml(template, language, render(language), siteUrl))
          }
        } finally {
          await rm(outDir, { recursive: true, force: true })
        }
      },
    },
  }
}
