import type { Plugin, Rolldown } from 'vite'

type Bundle = Readonly<Rolldown.OutputBundle>

/** Style sheets of a chunk and of everything that it imports at once. */
function stylesOf(bundle: Bundle, name: string, seen = new Set<string>()): string[] {
  const chunk = bundle[name]
  if (chunk?.type !== 'chunk' || seen.has(name)) return []
  seen.add(name)
  const own = [...(chunk.viteMetadata?.importedCss ?? [])]
  return [...chunk.imports.flatMap((other) => stylesOf(bundle, other, seen)), ...own]
}

/**
 * Names the styles of a module in the page itself, though the module is fetched later: the prerendered view is
 * what they style.
 * @param module path of the module within the root
 */
export function firstStylesPlugin(module: string): Plugin {
  return {
    name: 'se-explainer:first-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const later = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/${module}`),
        )
        if (later === undefined) throw new Error(`The build has no chunk for ${module}`)
        return [...new Set(stylesOf(bundle, later.fileName))]
          .filter((name) => !html.includes(`href="./${name}"`))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'stylesheet', crossorigin: '', href: `./${name}` },
            injectTo: 'head',
          }))
      },
    },
  }
}
