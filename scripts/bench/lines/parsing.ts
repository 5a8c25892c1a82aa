/** A large file of series, opened on the page: how long it takes, and whether the page stays free meanwhile. */
import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Findings, type Line } from '../line.ts'
import { withSite } from '../site.ts'
import { median, repeat } from '../statistics.ts'
import { lookAtFrames } from './frames.ts'

const megabytes = 50
const [channels, length] = [6, 200]

/** 50 MB in the archives' .ts format. */
function writeFile(path: string): void {
  const file = openSync(path, 'w')
  writeSync(
    file,
    '@problemName Large\n@univariate false\n@dimensions 6\n@equalLength true\n@classLabel true a b\n@data\n',
  )
  let seed = 1
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return (seed / 2_147_483_648 - 0.5).toFixed(6)
  }
  const line = () => Array.from({ length: channels }, () => Array.from({ length }, next).join(',')).join(':')
  for (let written = 0, n = 0; written < megabytes * 1e6; n++) {
    written += writeSync(file, `${line()}:${n % 2 === 0 ? 'a' : 'b'}\n`)
  }
}

export const parsing: Line = {
  id: 'parse',
  measure: ({ browser, siteUrl, repeats, say }): Promise<Findings> =>
    withSite(browser, `${siteUrl}?net=series&data=own`, async (page) => {
      const folder = mkdtempSync(join(tmpdir(), 'se-bench-'))
      try {
        const file = join(folder, 'Large.ts')
        writeFile(file)
        await page.waitForSelector('.own input[type="file"]:not([webkitdirectory])', { state: 'attached' })
        const times = await repeat(repeats, async (run) => {
          say(`reading ${megabytes} MB, ${run + 1} of ${repeats}`)
          const shown = page.evaluate(
            () =>
              new Promise<number>((done) => {
                const start = performance.now()
                const look = () => {
                  const text = document.querySelector('.own [role="status"]')?.textContent ?? ''
                  if (text === '' && performance.now() - start > 400) done(performance.now() - start)
                  else requestAnimationFrame(look)
                }
                look()
              }),
          )
          const frames = lookAtFrames(page, 3)
          await page.locator('.own input[type="file"]:not([webkitdirectory])').setInputFiles(file)
          return { ms: await shown, tasks: (await frames).tasks }
        })
        const longest = Math.max(0, ...times.flatMap(({ tasks }) => tasks))
        return {
          rows: [
            {
              name: `${megabytes} MB of series: dropped → ready to be shown`,
              value: median(times.map(({ ms }) => ms)) / 1000,
              unit: 's',
              kind: 'time',
              budget: atMost(5),
              values: times.map(({ ms }) => ms / 1000),
              note: `longest task of the page meanwhile ${Math.round(longest)} ms`,
            },
          ],
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
    }),
}
