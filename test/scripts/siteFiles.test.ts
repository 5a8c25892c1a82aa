import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceFolder } from '../../scripts/replaceFolder.ts'
import { isHashed, isWhole, readSite, readWholeSite, type SiteFile } from '../../scripts/siteFiles.ts'
import { writeSmallSite } from './startFixture/smallSite.ts'

let folder: string
let root: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'se-files-'))
  root = join(folder, 'dist')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('readSite', () => {
  it('reads files and folders, no links and nothing hidden', async () => {
    await writeSmallSite(root, 'oneBuild')
    mkdirSync(join(root, '.git'))
    writeFileSync(join(root, '.git', 'config'), 'secret')
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'))
    symlinkSync(folder, join(root, 'linked'), 'junction')
    expect([...(await readSite(root)).keys()].sort()).toEqual([
      '/assets/boot-oneBuild.js',
      '/assets/late-Always_1.js',
      '/assets/part-oneBuild.js',
      '/index.html',
      '/ko/index.html',
      '/notices.txt',
    ])
  })

  it('reads what a link to the folder leads to', async () => {
    await writeSmallSite(join(folder, 'elsewhere'), 'oneBuild')
    symlinkSync(join(folder, 'elsewhere'), root, 'junction')
    expect(isWhole(await readSite(root))).toBe(true)
  })

  it('says so if there is no such folder', async () => {
    await expect(readSite(root)).rejects.toThrow('ENOENT')
    expect(await readWholeSite(root)).toBeNull()
  })

  it('reads one build, however often they follow each other', async () => {
    await writeSmallSite(root, 'build000')
    let going = true
    const builds = (async () => {
      for (let i = 1; going; i++) {
        await setTimeout(20)
        await replaceFolder(root, (aside) => writeSmallSite(aside, `build${String(i).padStart(3, '0')}`))
      }
    })()
    const names = new Set<string>()
    try {
      for (let i = 0; i < 120; i++) {
        const files = await readSite(root)
        expect(files.size).toBe(6)
        expect(isWhole(files)).toBe(true)
        const name = files.get('/notices.txt')?.body.toString() ?? ''
        expect(files.get(`/assets/part-${name}.js`)?.body.toString()).toBe(name)
        expect(files.get('/ko/index.html')?.body.toString()).toContain(name)
        names.add(name)
      }
    } finally {
      going = false
      await builds
    }
    expect(names.size).toBeGreaterThan(1)
  })
})

describe('isWhole', () => {
  it('of a site, also in the place of an empty folder', async () => {
    mkdirSync(root)
    expect(await readWholeSite(root)).toBeNull()
    await writeSmallSite(root, 'oneBuild')
    expect((await readWholeSite(root))?.size).toBe(6)
  })

  it.each(['index.html', 'ko/index.html', 'assets/boot-oneBuild.js', 'notices.txt'])(
    'not without %s',
    async (path) => {
      await writeSmallSite(root, 'oneBuild')
      unlinkSync(join(root, path))
      expect(await readWholeSite(root)).toBeNull()
    },
  )

  it('asks only for what stands inside the site', () => {
    const file = (body: string): SiteFile => ({ body: Buffer.from(body), modified: new Date(0), tag: '' })
    const whole = (page: string) =>
      isWhole(
        new Map([
          ['/index.html', file(page)],
          ['/ko/index.html', file('<a href="../?step=gate&amp;r=8#top"></a>')],
        ]),
      )
    expect(whole('<a href="https://example.org/x"></a><a href="#top"></a><a href="ko/?r=8"></a>')).toBe(true)
    expect(whole('<link href="data:,"><a href="./ko/"></a>')).toBe(true)
    expect(whole('<img src="./a&amp;b.png">')).toBe(false)
  })

  it('not of a site that is being written, until the last file', async () => {
    let looks = 0
    await writeSmallSite(root, 'oneBuild', async () => {
      looks++
      if (looks < 11) expect(await readWholeSite(root)).toBeNull()
    })
    expect(looks).toBe(12)
  })
})

describe('isHashed', () => {
  it('is so of files that never change', () => {
    expect(isHashed('/assets/index-B0a_-xyz.css')).toBe(true)
    expect(isHashed('/assets/index.css')).toBe(false)
    expect(isHashed('/packaged/mnist-train.bin')).toBe(false)
  })
})
