/**
 * Stands for scripts/build.ts in start.test.ts: the same folder, made in the same way, slowly.
 * BUILD_NAME: what this build is called (eight letters). BUILD_FAILS: it stops in the middle.
 */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { replaceFolder } from '../../../scripts/replaceFolder.ts'
import { exitOnSignals, projectRoot } from '../../../scripts/run.ts'
import { writeSmallSite } from './smallSite.ts'

const { BUILD_NAME = '', BUILD_FAILS } = process.env
let pieces = 0

exitOnSignals()
await replaceFolder(join(projectRoot, 'dist'), (aside) =>
  writeSmallSite(aside, BUILD_NAME, async () => {
    await setTimeout(60)
    pieces++
    if (BUILD_FAILS !== undefined && pieces === 6) throw new Error('The planted fault')
  }),
)
console.log('Built dist/')
