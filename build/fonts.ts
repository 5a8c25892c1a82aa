import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { cacheFolder, writeIfChanged } from './cache.ts'
import { fontCss, hangulIn, lettersFor } from './fontCss.ts'

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

/** All the text of all TypeScript files under a folder; '' if there is no such folder. */
async function sourceText(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const files = names.filter((name) => /\.tsx?$/.test(name)).sort()
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

/**
 * Writes the page's fonts, cut down to the characters that its sources can show, and the style sheet that
 * declares them.
 * @param source the folder with the page's sources
 * @param folder where the files go
 * @returns the path of the style sheet
 */
export async function writeFonts(source: string, folder: string): Promise<string> {
  const text = await sourceText(source)
  const hangul = hangulIn(text)
  await writeIfChanged(join(folder, 'inter.woff2'), await subsetInter(lettersFor(text)))
  if (hangul !== '') {
    await writeIfChanged(join(folder, 'noto-sans-kr-400.woff2'), await subsetKorean(hangul, 400))
    await writeIfChanged(join(folder, 'noto-sans-kr-700.woff2'), await subsetKorean(hangul, 700))
  }
  const path = join(folder, 'fonts.css')
  await writeIfChanged(path, fontCss(hangul !== ''))
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
    // Every page shows Inter at once: asked for with the page itself, it is there when text is first laid out.
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => /(^|\/)inter-[^/]*\.woff2$/.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `./${name}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head',
          })),
    },
  }
}
