import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  chromiumFlags,
  findChromium,
  installedChromium,
  NoChromiumError,
  usualPlaces,
} from '../../scripts/chromium.ts'

describe('findChromium', () => {
  let folder: string
  const program = (...path: string[]): string => {
    const file = join(folder, ...path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, '')
    chmodSync(file, 0o755)
    return file
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'se-chromium-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('takes what CHROME_BIN names before anything else', async () => {
    const own = program('own', 'my-chrome')
    program('bin', 'chromium')
    const found = await findChromium({ CHROME_BIN: own, PATH: join(folder, 'bin') })
    expect(found).toMatchObject({ executablePath: own, origin: 'CHROME_BIN' })
  })

  it('says so if CHROME_BIN names no program', async () => {
    const wrong = findChromium({ CHROME_BIN: join(folder, 'none'), PATH: '' })
    await expect(wrong).rejects.toThrow(NoChromiumError)
    await expect(wrong).rejects.toThrow(/CHROME_BIN names .*none, which is no program\. Install/)
  })

  it('looks through PATH in its order', async () => {
    const first = program('one', 'google-chrome')
    program('two', 'chromium')
    const PATH = ['one', 'two'].map((name) => join(folder, name)).join(delimiter)
    expect(await findChromium({ PATH })).toMatchObject({ executablePath: first, origin: 'installed' })
    expect((await findChromium({ PATH, A: undefined })).env).toEqual({ PATH })
  })

  it('knows the usual places of each platform', () => {
    const home = join(folder, 'home')
    const mac = program('home', 'Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium')
    expect(usualPlaces('darwin', { HOME: home })).toContain(mac)
    expect(usualPlaces('win32', { LOCALAPPDATA: 'C:\\L' })).toContain(
      'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
    )
    expect(usualPlaces('linux', {})).toContain('/opt/google/chrome/chrome')
    expect(installedChromium('win32', { PATH: join(folder, 'nowhere') })).toBeNull()
  })
})

describe('chromiumFlags', () => {
  it('draws WebGL in software, or not at all', () => {
    expect(chromiumFlags()).toContain('--use-angle=swiftshader')
    expect(chromiumFlags({ webgl: 'none' })).toContain('--disable-software-rasterizer')
    expect(chromiumFlags({ webgl: 'none' })).not.toContain('--use-angle=swiftshader')
  })

  it('lets V8 work in the background, but where a test asks for the contrary', () => {
    const features = (flags: readonly string[]) => flags.filter((flag) => /features|js-flags/.test(flag))
    expect(features(chromiumFlags())).toEqual([])
    expect(features(chromiumFlags({ concurrent: false }))).toEqual([
      '--js-flags=--single-threaded',
      expect.stringMatching(/^--disable-features=ScriptStreaming,/),
    ])
  })
})
