import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** False of the asking process: it has made nothing yet. */
function isAnothers(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * What a process makes for itself is called `prefix` and its process number, so that two of them never share it. Removes
 * what processes that were killed have left in the folder; what cannot be removed is told, and does no harm.
 */
export function removeLeftovers(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    if (!/^\d+$/.test(pid) || isAnothers(Number(pid))) continue
    try {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 })
    } catch (error) {
      process.emitWarning(`A stopped build has left what cannot be removed: ${String(error)}`)
    }
  }
}
