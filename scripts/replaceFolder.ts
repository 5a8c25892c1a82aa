/** Makes a folder aside and swaps it in whole. */
import { rmSync } from 'node:fs'
import { mkdir, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { removeLeftovers } from '../build/leftovers.ts'

/**
 * What passes: another build has just put its own folder there (the first two), or Windows holds a file that somebody
 * reads (the others).
 */
const passing = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY'])

const tries = 12

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/**
 * Lets `write` fill a folder beside `place`, on the same file system, and puts it there when it is done. Whoever reads
 * `place` finds the old content or the new, or for an instant nothing, never a mixture. If `write` fails, or the process
 * is stopped, `place` stays as it was. Of two at once each fills a folder of its own; the later one to finish stays.
 *
 * @throws Error if `place` cannot be replaced: it is a mount, or on Windows in use
 */
export async function replaceFolder(place: string, write: (aside: string) => Promise<void>): Promise<void> {
  // A link stays one: what it leads to is replaced.
  const target = await realpath(place).catch(() => place)
  const [newPrefix, oldPrefix] = ['new', 'old'].map((age) => `${basename(target)}.${age}-`) as [
    string,
    string,
  ]
  removeLeftovers(dirname(target), newPrefix)
  removeLeftovers(dirname(target), oldPrefix)
  const aside = `${target}.new-${process.pid}`
  const clear = () => rmSync(aside, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', clear)
  try {
    await mkdir(aside)
    await write(aside)
    await swapIn(aside, target)
  } finally {
    process.off('exit', clear)
    clear()
  }
}

/** Two renames, since no system renames onto a folder that holds something. */
async function swapIn(aside: string, target: string): Promise<void> {
  const old = `${target}.old-${process.pid}`
  for (let left = tries; ; left--) {
    try {
      const moved = await renameIfThere(target, old)
      await rename(aside, target).catch(async (error) => {
        // Back, unless another build has taken the place: then the older one is not wanted any more.
        if (moved) await rename(old, target).catch(() => rm(old, { recursive: true, maxRetries: 3 }))
        throw error
      })
      break
    } catch (error) {
      const code = codeOf(error)
      if (left > 1 && passing.has(code)) await setTimeout(50 * (tries - left + 1))
      else
        throw new Error(
          `${target} could not be replaced (${code}). It must not be a mount, and no program may hold it open.`,
          { cause: error },
        )
    }
  }
  await rm(old, { recursive: true, force: true, maxRetries: 3 }).catch((error) =>
    console.warn(`${old} is not needed any more, and cannot be removed: ${codeOf(error)}`),
  )
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
