import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noticesText, packageFolder, readPackage, type Shipped } from '../../scripts/notices.ts'

describe('packageFolder', () => {
  it.each([
    ['/a/node_modules/react/index.js', '/a/node_modules/react'],
    ['/a/node_modules/@x/y/dist/z.js?url', '/a/node_modules/@x/y'],
    ['/a/node_modules/x/node_modules/long/long.js', '/a/node_modules/x/node_modules/long'],
    ['C:\\a\\node_modules\\d3\\src\\i.js', 'C:/a/node_modules/d3'],
    ['\0/a/node_modules/d3/i.js?commonjs', '/a/node_modules/d3'],
    ['/a/src/main.tsx', null],
    ['virtual:messages/en', null],
  ])('%s', (path, folder) => expect(packageFolder(path)).toBe(folder))
})

describe('readPackage', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'se-notices-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const write = (manifest: object, files: Record<string, string> = {}): string => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return folder
  }

  it("takes the package's own licence file", () => {
    const shipped = readPackage(
      write({ name: 'a', version: '1.0.0', license: 'MIT' }, { 'LICENSE.md': ' text\n' }),
    )
    expect(shipped).toEqual({ name: 'a', version: '1.0.0', license: 'MIT', text: 'text', homepage: null })
  })

  it('falls back to the standard text, with the holder in it', () => {
    const author = 'Diana Thayer <d@example.org>'
    const { text } = readPackage(write({ name: 'a', version: '1', license: 'ISC', author }))
    expect(text).toMatch(/^ISC License\s+Copyright Diana Thayer\n/)
    expect(readPackage(write({ name: 'b', version: '1', license: 'Apache-2.0' })).text).toContain(
      'Apache License',
    )
  })

  it('refuses a package without a known licence', () => {
    expect(() => readPackage(write({ name: 'a', version: '1' }))).toThrow('does not name its licence')
    expect(() => readPackage(write({ name: 'a', version: '1', license: 'Odd-1.0' }))).toThrow(
      'no text at hand',
    )
  })
})

describe('noticesText', () => {
  it('names each package once and prints each text once', () => {
    const shipped = (name: string, text: string): Shipped => ({
      name,
      version: '1',
      license: 'MIT',
      text,
      homepage: null,
    })
    const text = noticesText([
      shipped('b', 'Same'),
      shipped('a', 'Same'),
      shipped('c', 'Other'),
      shipped('a', 'Same'),
    ])
    expect(text.match(/^[abc] 1 \(MIT\)$/gm)).toEqual(['a 1 (MIT)', 'b 1 (MIT)', 'c 1 (MIT)'])
    expect(text.match(/^Same$/gm)).toHaveLength(1)
    expect(text).toContain('a, b\n\nSame')
  })
})
