import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Colour, type Picture, pixelsThatDiffer, rowsPainted } from '../../scripts/browsers/picture.ts'
import { watched } from '../../scripts/browsers/watched.ts'

const paper: Colour = [250, 240, 230]
const ink: Colour = [20, 30, 40]
const orange: Colour = [190, 75, 10]

/** 40 × 100 pixels of paper, with what `at` gives for a pixel instead. */
function picture(at: (x: number, y: number) => Colour | undefined): Picture {
  const [width, height] = [40, 100]
  const data = new Uint8Array(4 * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([...(at(x, y) ?? paper), 255], 4 * (y * width + x))
  return { width, height, data }
}

/** Ink over paper. */
const blend = (share: number): Colour => {
  const [r, g, b] = paper.map((value, i) => Math.round(value + ((ink[i] ?? 0) - value) * share))
  return [r ?? 0, g ?? 0, b ?? 0]
}

const line = { x: 20.5, from: 10, to: 90, colour: ink, opacity: 0.7 } as const

describe('rows in which a line is seen', () => {
  test.each([
    ['all of it', (x: number) => (x === 20 ? blend(0.7) : undefined), 80],
    ['a pixel beside its middle', (x: number) => (x === 21 ? blend(0.7) : undefined), 80],
    ['half of it', (x: number, y: number) => (x === 20 && y < 50 ? blend(0.7) : undefined), 40],
    ['nothing', () => undefined, 0],
    ['a hairline, smoothed', (x: number) => (x === 20 ? blend(0.7 * 0.3) : undefined), 0],
    ['the line of a channel that is not selected', (x: number) => (x === 20 ? blend(0.12) : undefined), 0],
  ] as const)('%s', (_, at, painted) => {
    expect(rowsPainted(picture(at), line)).toEqual({ painted, of: 80 })
  })

  /** The whole line, and marks on it from row 20 to 30. */
  const marked = (mark: (x: number) => Colour | undefined) =>
    picture((x, y) => (y >= 20 && y < 30 ? mark(x) : undefined) ?? (x === 20 ? blend(0.7) : undefined))

  test('what stands on one side of it, or has its colour, is not counted', () => {
    const seen = { painted: 70, of: 70 }
    expect(
      rowsPainted(
        marked((x) => (x < 20 ? orange : undefined)),
        line,
      ),
    ).toEqual(seen)
    expect(
      rowsPainted(
        marked(() => ink),
        line,
      ),
    ).toEqual(seen)
  })

  test('what hides it is counted', () => {
    expect(
      rowsPainted(
        marked((x) => (Math.abs(x - 20) < 8 ? orange : undefined)),
        line,
      ),
    ).toEqual({ painted: 70, of: 80 })
  })

  test('a line that is not on the picture', () => {
    expect(() =>
      rowsPainted(
        picture(() => undefined),
        { ...line, to: 120 },
      ),
    ).toThrow(RangeError)
  })
})

test('pixels that differ', () => {
  const blank = picture(() => undefined)
  expect(pixelsThatDiffer(blank, blank)).toBe(0)
  expect(
    pixelsThatDiffer(
      blank,
      picture((x, y) => (x < 3 && y < 5 ? ink : undefined)),
    ),
  ).toBe(15)
  expect(() => pixelsThatDiffer(blank, { ...blank, width: 39 })).toThrow(RangeError)
})

describe('the watched site', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watched-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const site = (files: Readonly<Record<string, string>>): (() => void) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'dist', name)), { recursive: true })
      writeFileSync(join(folder, 'dist', name), text)
    }
    return () => watched(join(folder, 'dist'), join(folder, 'copy'))
  }
  const read = (name: string) => readFileSync(join(folder, 'copy', name), 'utf8')
  const html = '<html><head><script src="./a.js"></script></head></html>'
  const starts =
    'new Worker(new URL(new URL(`w-1.js`,import.meta.url).href,``+import.meta.url),{type:`module`})'

  test('has the ear before the first script of pages and workers, and is the same otherwise', () => {
    site({
      'index.html': html,
      'ko/index.html': html,
      'assets/a.js': starts,
      'assets/w-1.js': 'import"./b.js"',
      'assets/b.js': '1',
    })()
    expect(read('index.html')).toBe(html.replace('<head>', '<head><script src="./watch.js"></script>'))
    expect(read('ko/index.html')).toBe(html.replace('<head>', '<head><script src="../watch.js"></script>'))
    expect(read('assets/w-1.js')).toBe(`import '../watch.js'\nimport"./b.js"`)
    expect([read('assets/a.js'), read('assets/b.js')]).toEqual([starts, '1'])
    expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe(html)
  })

  test('is refused where there would be nothing to hear', () => {
    expect(site({ 'index.html': html, 'assets/a.js': '1' })).toThrow('1 pages and 0 workers')
    rmSync(join(folder, 'copy'), { recursive: true })
    expect(site({ 'index.html': '<p>', 'assets/a.js': starts, 'assets/w-1.js': '1' })).toThrow(
      'index.html: no place',
    )
  })
})
