/** Runs tests in a child process and ends it at the first failure, or when nothing comes any more. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Ended, Told } from './tests.ts'

export interface TestRun {
  /** 'hung': no test came to its end for too long; null: all passed. */
  readonly failed: Ended | 'hung' | null
  readonly passed: readonly Ended[]
  /** Milliseconds that the files took that came to their end. */
  readonly files: ReadonlyMap<string, number>
  /** Longest wait for the end of a test, in milliseconds. */
  readonly longest: number
}

/** The program was ended from outside: on a busy machine that says nothing of the tests. */
export class EndedFromOutside extends Error {
  constructor(signal: string) {
    super(`the program that runs the tests was ended by ${signal}`)
    this.name = 'EndedFromOutside'
  }
}

const tsx = createRequire(import.meta.url).resolve('tsx')

/**
 * @param root of a tree
 * @param files tests, in the order in which they are run
 * @param limit milliseconds without the end of any test, after which it hangs
 * @param counts whether a failure is one
 * @throws EndedFromOutside, or Error if there were no tests or the program broke
 */
export function runTests(
  root: string,
  files: readonly string[],
  limit: number,
  counts: (failure: Ended) => boolean,
): Promise<TestRun> {
  // Vitest's configuration looks at the words of the command for the project.
  const words = ['--import', tsx, join(root, 'scripts/mutants/tests.ts'), '--project=node', ...files]
  const child = spawn(process.execPath, words, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return new Promise((done, broken) => {
    const passed: Ended[] = []
    const durations = new Map<string, number>()
    let [said, longest, last] = ['', 0, performance.now()]
    const stop = () => {
      clearTimeout(timer)
      process.off('exit', stop)
      try {
        // With those that it has started.
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    const end = (failed: TestRun['failed']) => {
      stop()
      done({ failed, passed, files: durations, longest })
    }
    const giveUp = (why: Error) => {
      stop()
      broken(why)
    }
    const timer = setTimeout(() => end('hung'), limit)
    process.once('exit', stop)
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-2000)
    })
    child.once('error', broken)
    child.once('close', (_, signal) => {
      const cut = new Error(`the tests did not come to their end: ${said}`)
      giveUp(signal === null ? cut : new EndedFromOutside(signal))
    })
    child.on('message', (told: Told) => {
      timer.refresh()
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
      if (told.kind === 'passed') passed.push(told)
      if (told.kind === 'file') durations.set(told.file, told.ms)
      if (told.kind === 'failed' && counts(told)) end(told)
      if (told.kind === 'end')
        told.tests > 0 ? end(null) : giveUp(new Error(`no tests in ${files.join(', ')}`))
    })
  })
}
