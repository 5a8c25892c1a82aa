import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apartFromEntry, entriesNotImported } from '../../build/workerEntries.ts'

/** A worker whose later part shares a module with it. */
describe('a build with a worker', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'worker-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const buildWith = (output: Rolldown.OutputOptions) =>
    build({
      root: join(import.meta.dirname, 'workerFixture'),
      configFile: false,
      base: './',
      logLevel: 'silent',
      build: { outDir: folder, emptyOutDir: true },
      worker: {
        format: 'es',
        plugins: () => [entriesNotImported()],
        rolldownOptions: { output },
      },
    })

  test('fails where the later part would import the entry', async () => {
    await expect(buildWith({})).rejects.toThrow(/later-.*\.js imports .*worker-.*\.js, the entry of a worker/)
  })

  test('has an entry that nobody imports where the rest is kept apart', async () => {
    await buildWith(apartFromEntry)
    const assets = join(folder, 'assets')
    const files = await readdir(assets)
    expect(files.map((name) => name.split('-')[0]).sort()).toEqual(['index', 'later', 'start', 'worker'])
    for (const name of files.filter((file) => !file.startsWith('index')))
      expect(await readFile(join(assets, name), 'utf8')).not.toMatch(/worker-/)
  })
})
