import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import * as fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { replaceFolder } from '../../scripts/replaceFolder.ts'
import { projectRoot } from '../../scripts/run.ts'
import { readSite } from '../../scripts/siteFiles.ts'

// So that renaming can be made to fail, which no test can ask of a file system.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>()
  return { ...real, rename: vi.fn(real.rename) }
})
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }))

const rename = vi.mocked(fs.rename)

let folder: string
let place: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'se-replace-'))
  place = join(folder, 'dist')
  rename.mockClear()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const content = (): string => readFileSync(join(place, 'a.txt'), 'utf8')
const fill = (text: string) => async (aside: string) => writeFileSync(join(aside, 'a.txt'), text)

/** What stands in the folder, after one text has been put in the place of another. */
async function replaced(from: string | null, to: string): Promise<string[]> {
  if (from !== null) await replaceFolder(place, fill(from))
  await replaceFolder(place, fill(to))
  return readdirSync(folder).sort()
}

/** A process that is gone. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

/** Replaces the folder with `times` texts of its own, in another process. */
function otherProcess(times: number): ReturnType<typeof spawn> {
  const module = JSON.stringify(pathToFileURL(join(projectRoot, 'scripts', 'replaceFolder.ts')).href)
  const code = `import { replaceFolder } from ${module}
    import { writeFileSync } from 'node:fs'
    console.log('ready')
    for (let i = 0; i < ${times}; i++) {
      await new Promise((done) => setTimeout(done, 5))
      await replaceFolder(${JSON.stringify(place)}, async (aside) => {
        writeFileSync(aside + '/a.txt', 'other')
        writeFileSync(aside + '/b.txt', 'other')
      })
    }`
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

describe('replaceFolder', () => {
  it('puts the new content in the place of the old, or where there was none', async () => {
    expect(await replaced(null, 'one')).toEqual(['dist'])
    writeFileSync(join(place, 'old.txt'), 'old')
    expect(await replaced(null, 'two')).toEqual(['dist'])
    expect([content(), existsSync(join(place, 'old.txt'))]).toEqual(['two', false])
  })

  it('touches nothing until all is written', async () => {
    await replaceFolder(place, fill('one'))
    await replaceFolder(place, async (aside) => {
      await fill('two')(aside)
      expect(content()).toBe('one')
    })
    expect(content()).toBe('two')
  })

  it('leaves the old content, and nothing else, if writing fails', async () => {
    await replaceFolder(place, fill('one'))
    const failing = replaceFolder(place, async (aside) => {
      await fill('half')(aside)
      throw new Error('disk full')
    })
    await expect(failing).rejects.toThrow('disk full')
    expect([content(), readdirSync(folder)]).toEqual(['one', ['dist']])
  })

  it('clears away what killed builds have left, and nothing of running ones or of others', async () => {
    const [dead, running] = [deadPid(), process.ppid]
    for (const name of [`dist.new-${dead}`, `dist.old-${dead}`, `dist.new-${process.pid}`]) {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'a.txt'), 'half')
    }
    for (const name of [`dist.new-${running}`, `other.new-${dead}`, `dist.new-${dead}.zip`])
      mkdirSync(join(folder, name))
    expect(await replaced(null, 'one')).toEqual(
      ['dist', `dist.new-${running}`, `dist.new-${dead}.zip`, `other.new-${dead}`].sort(),
    )
    expect(readdirSync(place)).toEqual(['a.txt'])
  })

  it('keeps a link, and replaces what it leads to', async () => {
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(join(elsewhere, 'site'), { recursive: true })
    symlinkSync(join(elsewhere, 'site'), place, 'junction')
    expect(await replaced('one', 'two')).toEqual(['dist', 'elsewhere'])
    expect(readFileSync(join(elsewhere, 'site', 'a.txt'), 'utf8')).toBe('two')
    expect(readdirSync(elsewhere)).toEqual(['site'])
  })

  it('of two processes at once, each puts a whole folder there', async () => {
    const other = otherProcess(100)
    if (other.stdout === null) throw new Error('nothing to read from')
    await once(other.stdout, 'data')
    let running = true
    void once(other, 'exit').then(() => {
      running = false
    })
    const seen = new Set<string>()
    while (running)
      await replaceFolder(place, async (aside) => {
        const there = await readSite(place).catch(() => new Map())
        seen.add(
          [...there]
            .map(([path, { body }]) => `${path} ${body}`)
            .sort()
            .join(),
        )
        await fill('this')(aside)
      })
    expect(other.exitCode).toBe(0)
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(seen).toContain('/a.txt other,/b.txt other')
    // Nothing where it was looked at between two renames.
    for (const known of ['/a.txt other,/b.txt other', '/a.txt this', '']) seen.delete(known)
    expect([...seen]).toEqual([])
  })

  it('waits for Windows to let go of a file', async () => {
    await replaceFolder(place, fill('one'))
    const busy = Object.assign(new Error('busy'), { code: 'EPERM' })
    rename.mockRejectedValueOnce(busy).mockRejectedValueOnce(busy)
    expect(await replaced(null, 'two')).toEqual(['dist'])
    expect(content()).toBe('two')
  })

  it('puts the old content back if the new one cannot take its place', async () => {
    await replaceFolder(place, fill('one'))
    const { rename: real } = await vi.importActual<typeof fs>('node:fs/promises')
    rename.mockImplementation(async (from, to) => {
      if (String(from).includes('.new-')) throw Object.assign(new Error('across'), { code: 'EXDEV' })
      return real(from, to)
    })
    try {
      await expect(replaceFolder(place, fill('two'))).rejects.toThrow(
        `${place} could not be replaced (EXDEV). It must not be a mount`,
      )
    } finally {
      rename.mockImplementation(real)
    }
    expect([content(), readdirSync(folder)]).toEqual(['one', ['dist']])
  })

  it('gives up in the end, with the old content in its place', async () => {
    await replaceFolder(place, fill('one'))
    rename.mockClear()
    rename.mockRejectedValue(Object.assign(new Error('busy'), { code: 'EBUSY' }))
    try {
      await expect(replaceFolder(place, fill('two'))).rejects.toThrow('could not be replaced (EBUSY)')
      expect(rename).toHaveBeenCalledTimes(12)
    } finally {
      const { rename: real } = await vi.importActual<typeof fs>('node:fs/promises')
      rename.mockImplementation(real)
    }
    expect([content(), readdirSync(folder)]).toEqual(['one', ['dist']])
  })
})
