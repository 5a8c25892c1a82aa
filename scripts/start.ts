/** `npm start`: builds the site and serves it on this machine until it is stopped. */
import { join } from 'node:path'
import { projectRoot, runScript } from './run.ts'
import { PortTakenError, serve } from './serve.ts'

/** @throws RangeError if the text is no port number */
function portFrom(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`PORT must be a whole number from 0 to 65535, not "${text}"`)
  }
  return port
}

try {
  const port = portFrom(process.env.PORT ?? '4173')
  // First the port, so that nobody waits for a build that cannot be shown.
  const server = await serve({ root: join(projectRoot, 'dist'), port })
  console.log('Building the site, a minute at most …')
  const status = await runScript('build.ts')
  if (status !== 0) process.exit(status)
  console.log(`SE Explainer: ${server.url} (Ctrl+C stops it)`)
} catch (error) {
  if (!(error instanceof PortTakenError || error instanceof RangeError)) throw error
  console.error(error.message)
  process.exit(1)
}
