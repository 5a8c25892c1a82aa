/** `npm run build`: everything that the site needs, into dist/. */
import { build } from 'vite'
import { projectRoot, runScript } from './run.ts'

const status = await runScript('prepare-data.ts')
if (status !== 0) process.exit(status)
await build({ root: projectRoot, logLevel: 'warn' })
console.log('Built dist/')
