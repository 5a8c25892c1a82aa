/** `npm run build`: everything that the site needs, into dist/. */
import { join } from 'node:path'
import { build } from 'vite'
import { replaceFolder } from './replaceFolder.ts'
import { exitOnSignals, projectRoot, runScript } from './run.ts'
import { isWhole, readSite } from './siteFiles.ts'

exitOnSignals()
const status = await runScript('prepare-data.ts')
if (status !== 0) process.exit(status)
await replaceFolder(join(projectRoot, 'dist'), async (outDir) => {
  await build({ root: projectRoot, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  if (!isWhole(await readSite(outDir)))
    throw new Error('The build left out a page, or a file that a page names')
})
console.log('Built dist/')
