import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the build keeps what it makes out of packages (fonts, style sheets); git ignores it. */
export const cacheFolder = (root: string): string => join(root, '.cache', 'build')

/**
 * Writes the file unless it already holds exactly this, so that a running dev server sees no false change;
 * whole or not at all, so that a test run and a build beside each other never read half a file.
 */
export async function writeIfChanged(path: string, content: string | Uint8Array): Promise<void> {
  const wanted = Buffer.from(content)
  const present = await readFile(path).catch(() => undefined)
  if (present?.equals(wanted)) return
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}`
  await writeFile(unfinished, wanted)
  await rename(unfinished, path)
}
