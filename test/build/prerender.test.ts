import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../build/cache.ts'
import { fontPlugin } from '../../build/fonts.ts'
import { katexPlugin } from '../../build/katex.ts'
import { pageHtml } from '../../build/pageHtml.ts'
import { prerenderPlugin } from '../../build/prerender.ts'

const view = { html: '<p>$& seen</p>', title: 'T', description: 'D' }
const template =
  '<html lang="en"><head><title>x</title><link href="./a.css"></head><body><div id="root"></div></body></html>'

describe('pageHtml', () => {
  test('names files from the page that shows them', () => {
    expect(pageHtml(template, 'en', view)).toContain('href="./a.css"')
    expect(pageHtml(template, 'ko', view)).toContain('href="../a.css"')
    const linking = { ...view, html: '<a href="./notices.txt">' }
    expect(pageHtml(template, 'ko', linking)).toContain('<a href="../notices.txt">')
  })

  test('puts the view in as it is, whatever signs it holds', () => {
    expect(pageHtml(template, 'en', view)).toContain('<div id="root"><p>$& seen</p></div>')
  })

  test('gives addresses of its own only where the site is known', () => {
    expect(pageHtml(template, 'ko', view)).not.toContain('hreflang')
    const page = pageHtml(template, 'ko', view, 'https://example.org/se/')
    expect(page).toContain('<link rel="alternate" hreflang="ko" href="https://example.org/se/ko/">')
    expect(page).toContain('<meta property="og:url" content="https://example.org/se/ko/">')
  })

  test('leaves what is for one language to its page', () => {
    const font = '<link rel="preload" href="./k.woff2" data-only="ko">'
    const both = template.replace('</head>', `${font}</head>`)
    expect(pageHtml(both, 'en', view)).not.toContain('k.woff2')
    expect(pageHtml(both, 'ko', view)).toContain('<link rel="preload" href="../k.woff2">')
  })

  test('refuses a template that has no place for the view', () => {
    const filled = template.replace('<div id="root">', '<div id="root">already here')
    expect(() => pageHtml(filled, 'en', view)).toThrow('root')
  })
})

describe('a build of a small page', () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prerender-'))
    await build({
      root: join(import.meta.dirname, 'fixture'),
      configFile: false,
      base: './',
      logLevel: 'error',
      plugins: [react(), katexPlugin(), fontPlugin('.'), prerenderPlugin({ entry: 'entryServer.tsx' })],
      build: { outDir: folder, emptyOutDir: true },
    })
  }, 60_000)

  afterAll(() => rm(folder, { recursive: true }))

  const read = (file: string) => readFile(join(folder, file), 'utf8')

  test('has the first view in the markup, in both languages', async () => {
    const en = await read('index.html')
    expect(en).toContain('<html lang="en" data-root="./">')
    expect(en).toContain('<title>A &quot;title&quot; &amp; more</title>')
    expect(en).toMatch(/<h1 id="[^"]+">Squeeze &amp; excitation<\/h1>/)
    expect(en).toContain('class="katex"')
    const ko = await read('ko/index.html')
    expect(ko).toContain('<html lang="ko" data-root="../">')
    expect(ko).toContain('<title>제목</title>')
    expect(ko).toContain('스퀴즈와 익사이테이션')
    expect(ko.match(/<meta name="description"/g)).toHaveLength(1)
    expect(ko).toContain('content="description in ko"')
  })

  test('finds its files from both pages', async () => {
    const files = new Set((await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`))
    for (const [page, root] of [
      ['index.html', './'],
      ['ko/index.html', '../'],
    ] as const) {
      const addresses = [...(await read(page)).matchAll(/ (?:src|href)="(\.[^"]+)"/g)].map(
        ([, url = '']) => url,
      )
      expect(addresses.length).toBeGreaterThanOrEqual(2)
      for (const address of addresses) {
        expect(address.startsWith(root)).toBe(true)
        expect(files).toContain(address.slice(root.length))
      }
    }
  })

  test('leaves nothing of its own in the cache', async () => {
    const cached = await readdir(cacheFolder(join(import.meta.dirname, 'fixture')))
    expect(cached.filter((name) => name.startsWith('prerender-'))).toEqual([])
  })

  test('writes no script into the page and keeps KaTeX out of the bundle', async () => {
    expect(await read('index.html')).not.toMatch(/<script(?![^>]* src=)/)
    const scripts = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'))
    const code = (await Promise.all(scripts.map((name) => read(`assets/${name}`)))).join('')
    expect(code).toContain('role-z')
    expect(code).not.toContain('htmlClass')
    expect(code).not.toContain('ParseError')
  })

  test('ships fonts as files, never inside the style sheet', async () => {
    const names = await readdir(join(folder, 'assets'))
    const css = (
      await Promise.all(names.filter((name) => name.endsWith('.css')).map((name) => read(`assets/${name}`)))
    ).join('')
    const fonts = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url = '']) => url.replaceAll(/['"]/g, ''))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(names).toContain(font.replace('./', ''))
  })
})
