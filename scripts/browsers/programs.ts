/** Programs of the machine: where they are, and starting them so that none is left behind. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { NotInstalled } from './driver.ts'

/**
 * The program that `named` says, or else the first candidate that can be run; names are looked for on the PATH.
 * @throws NotInstalled with `what`, the package to install
 */
export function findProgram(what: string, named: string | undefined, candidates: readonly string[]): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const candidate of named === undefined ? candidates : [named]) {
    const paths = isAbsolute(candidate) ? [candidate] : folders.map((at) => join(at, candidate))
    const found = paths.find(isProgram)
    if (found !== undefined) return found
  }
  throw new NotInstalled(what)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Started {
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** Starts a program that ends with this one. */
export function start(
  path: string,
  args: readonly string[],
  { env = process.env, stdio = 'ignore' }: { env?: NodeJS.ProcessEnv; stdio?: StdioOptions } = {},
): Started {
  const child = spawn(path, args, { env, stdio })
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  const end = () => void child.kill()
  process.once('exit', end)
  return {
    child,
    stop: async () => {
      process.off('exit', end)
      child.kill()
      await ended
    },
  }
}
