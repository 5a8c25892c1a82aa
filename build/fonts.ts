import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { cacheFolder, writeIfChanged } from './cache.ts'
import { fontCss, hangulIn, lettersFor, syllablesIn } from './fontCss.ts'

const require = createRequire(import.meta.url)

/** Copyright, licence and its address stay inside the font files, as the Open Font License asks. */
const legalNames = [0, 13, 14]

/**
 * Inter: weights 400 to 700, drawn for text sizes (opsz 14); kerning, tabular figures and what places
 * combining marks (x̃) are kept.
 */
const subsetInter = async (characters: string): Promise<Buffer> =>
  subsetFont(await readFile(require.resolve('inter-ui/variable/InterVariable.woff2')), characters, {
    targetFormat: 'woff2',
    variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
    keepFeatures: ['kern', 'tnum', 'ccmp', 'mark', 'mkmk', 'locl'],
    preserveNameIds: legalNames,
    noHinting: true,
  })

const subsetKorean = async (characters: string, weight: 400 | 700): Promise<Buffer> =>
  subsetFont(
    await readFile(
      require.resolve(`@openfonts/noto-sans-kr_korean/files/noto-sans-kr-korean-${weight}.woff2`),
    ),
    characters,
    { targetFormat: 'woff2', keepFeatures: [], preserveNameIds: legalNames },
  )

interface SourceTexts {
  /** Of all files. */
  readonly all: string
  /** Of those that other pages than the Korean ones show. */
  readonly shared: string
}

/** The text of the TypeScript files under a folder; '' if there is no such folder. */
async function sourceTexts(folder: string): Promise<SourceTexts> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const files = names.filter((name) => /\.tsx?$/.test(name)).sort()
  const text = async (of: readonly string[]) =>
    (await Promise.all(of.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
  const korean = /(^|[\\/])text[\\/]ko(\.ts$|[\\/])/
  return { all: await text(files), shared: await text(files.filter((name) => !korean.test(name))) }
}

/**
 * Writes the page's fonts, cut down to the characters that its sources can show, and the style sheet that
 * declares them.
 * @param source the folder with the page's sources
 * @param folder where the files go
 * @returns the path of the style sheet
 */
export async function writeFonts(source: string, folder: string): Promise<string> {
  const { all, shared } = await sourceTexts(source)
  const hangul = hangulIn(all)
  const names = syllablesIn(shared)
  await writeIfChanged(join(folder, 'inter.woff2'), await subsetInter(lettersFor(all)))
  if (names !== '')
    await writeIfChanged(join(folder, 'noto-sans-kr-names.woff2'), await subsetKorean(names, 400))
  if (hangul !== '') {
    await writeIfChanged(join(folder, 'noto-sans-kr-400.woff2'), await subsetKorean(hangul, 400))
    await writeIfChanged(join(folder, 'noto-sans-kr-700.woff2'), await subsetKorean(hangul, 700))
  }
  const path = join(folder, 'fonts.css')
  await writeIfChanged(path, fontCss(hangul !== '', names))
  return path
}

/**
 * `virtual:fonts.css` → the style sheet that declares the page's fonts.
 * @param source the folder with the sources whose characters the fonts need, relative to the root
 */
export function fontPlugin(source = 'src'): Plugin {
  let root = ''
  let css: Promise<string> | undefined
  return {
    name: 'se-explainer:fonts',
    configResolved(config) {
      root = config.root
    },
    resolveId(id) {
      if (id !== 'virtual:fonts.css') return undefined
      css ??= writeFonts(join(root, source), join(cacheFolder(root), 'fonts'))
      return css
    },
    // What a page shows at once is asked for with the page itself: it is there when text is first laid out.
    // pageHtml.ts leaves the Korean ones (data-only) to the Korean page.
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => /(^|\/)(inter|noto-sans-kr-[47]00)-[^/]*\.woff2$/.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              href: `./${name}`,
              as: 'font',
              type: 'font/woff2',
              crossorigin: '',
              ...(name.includes('-kr-') ? { 'data-only': 'ko' } : {}),
            },
            injectTo: 'head',
          })),
    },
  }
}
