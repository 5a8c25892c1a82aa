/**
 * `npm start`: builds the site and serves it on this machine until it is stopped. While it builds, the site of an earlier
 * build is served, whole as it was; without one every answer is 503.
 */
import { watchFile } from 'node:fs'
import { join } from 'node:path'
import { exitOnSignals, projectRoot, runScript } from './run.ts'
import { PortTakenError, serve } from './serve.ts'
import { readSite, readWholeSite } from './siteFiles.ts'

const dist = join(projectRoot, 'dist')

/** @throws RangeError if the text is no port number */
function portFrom(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`PORT must be a whole number from 0 to 65535, not "${text}"`)
  }
  return port
}

exitOnSignals()
try {
  const port = portFrom(process.env.PORT ?? '4173')
  const earlier = await readWholeSite(dist)
  // First the port, so that nobody waits for a build that cannot be shown.
  const server = await serve({ root: null, port })
  if (earlier !== null) server.show(earlier)
  console.log('Building the site, a minute at most …')
  const status = await runScript('build.ts')
  if (status !== 0) {
    console.error(
      `The build failed with status ${status}, for the reason above. dist/ is as it was; nothing is served.`,
    )
    process.exit(status)
  }
  server.show(await readSite(dist))
  // `npm run build` beside a running server: the page shows it when it is loaded anew.
  watchFile(join(dist, 'index.html'), { interval: 500 }, () => {
    readWholeSite(dist)
      .then((later) => later !== null && server.show(later))
      .catch((error: unknown) => console.error(error))
  })
  console.log(`SE Explainer: ${server.url} (Ctrl+C stops it)`)
} catch (error) {
  if (!(error instanceof PortTakenError || error instanceof RangeError)) throw error
  console.error(error.message)
  process.exit(1)
}
