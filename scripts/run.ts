/** Runs the project's tools as child processes, with the Node that runs us and without a shell. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '..')

const require = createRequire(import.meta.url)

/** Path of a program of an installed package, as its manifest names it. @throws Error if there is none */
export function packageProgram(packageName: string, program = packageName): string {
  const file = join(projectRoot, 'node_modules', packageName, 'package.json')
  const { bin } = JSON.parse(readFileSync(file, 'utf8')) as { bin?: string | Record<string, string> }
  const path = typeof bin === 'string' ? bin : bin?.[program]
  if (path === undefined) throw new Error(`${packageName} has no program ${program}: run npm ci`)
  return join(dirname(file), path)
}

/** Runs a TypeScript file of scripts/; resolves to its exit status. */
export function runScript(file: string, args: readonly string[] = []): Promise<number> {
  return runNode(['--import', require.resolve('tsx'), join(projectRoot, 'scripts', file), ...args])
}

/** Runs a program of an installed package; resolves to its exit status. */
export function runProgram(packageName: string, program: string, args: readonly string[]): Promise<number> {
  return runNode([packageProgram(packageName, program), ...args])
}

function runNode(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] })
  const stop = () => void child.kill()
  process.once('exit', stop)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', (status) => {
      process.off('exit', stop)
      done(status ?? 1)
    })
  })
}

/** Lets Ctrl+C and kill end the program by way of process.exit: what it has begun is stopped and cleared away. */
export function exitOnSignals(): void {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]))
}
