/** Where a page is while it does not answer: a test that only times out tells nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import type { CDPSession, Page } from '@playwright/test'

interface CallFrame {
  readonly functionName: string
  readonly url: string
  readonly location: { readonly lineNumber: number; readonly columnNumber?: number }
}

/** Between two questions, and how long an answer may take on a busy machine. */
const [askMs, patienceMs] = [2_000, 15_000]

const later = (ms: number) => new Promise<null>((done) => setTimeout(() => done(null), ms).unref())
const orNull = <T>(answer: Promise<T>) => Promise.race([answer.catch(() => null), later(patienceMs)])

/** Asks the page again and again; where it does not answer, `say` is told what its processes do. */
export async function watchAnswers(page: Page, say: (text: string) => void): Promise<void> {
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Debugger.enable')
    while (!page.isClosed()) {
      await later(askMs)
      if (page.isClosed()) return
      const answer = await Promise.race([page.evaluate(() => true).catch(() => true), later(patienceMs)])
      if (answer !== null) continue
      // In this order: what pauses does no more work.
      const work = await processes(page)
      say(`${page.url()} does not answer\n${await callStack(session)}\n${work}`)
      return
    }
  } catch {
    // The page is gone.
  }
}

/** What its main thread runs, or that it runs no script; or that it is only the driver that lost it. */
async function callStack(session: CDPSession): Promise<string> {
  const answers = await orNull(session.send('Runtime.evaluate', { expression: '1' }))
  if (answers !== null) return '  the page does answer another session'
  const paused = new Promise<CallFrame[]>((done) => {
    session.once('Debugger.paused', ({ callFrames }) => done(callFrames))
  })
  void session.send('Debugger.pause').catch(() => undefined)
  const frames = await orNull(paused)
  if (frames === null) return '  no script runs'
  return frames
    .slice(0, 20)
    .map(({ functionName, url, location }) => {
      const file = url.slice(url.lastIndexOf('/') + 1)
      return `  ${functionName || '(anonymous)'} ${file}:${location.lineNumber + 1}:${(location.columnNumber ?? 0) + 1}`
    })
    .join('\n')
}

/** Every process of the browser: seconds of work done while one second passes, and what its threads wait for. */
async function processes(page: Page): Promise<string> {
  const browser = await page.context().browser()?.newBrowserCDPSession()
  if (browser === undefined) return ''
  const before = await orNull(browser.send('SystemInfo.getProcessInfo'))
  await later(1_000)
  const after = await orNull(browser.send('SystemInfo.getProcessInfo'))
  if (before === null || after === null) return '  the browser itself does not answer'
  return after.processInfo
    .map(({ id, type, cpuTime }) => {
      const was = before.processInfo.find((process) => process.id === id)?.cpuTime ?? 0
      return `  ${type} ${id}: ${(cpuTime - was).toFixed(2)} s of work; ${threads(id)}`
    })
    .join('\n')
}

/** Linux alone says it: the name and state of each thread, and the kernel function that it waits in. */
function threads(pid: number): string {
  try {
    return (
      readdirSync(`/proc/${pid}/task`)
        .map((id) => {
          const read = (file: string) => readFileSync(`/proc/${pid}/task/${id}/${file}`, 'utf8').trim()
          const stat = read('stat')
          return [read('comm'), stat.charAt(stat.lastIndexOf(')') + 2), read('wchan')] as const
        })
        // Threads of the pool that wait for work say nothing.
        .filter(([name, state]) => state === 'R' || !name.startsWith('ThreadPool'))
        .map((thread) => thread.join(' '))
        .join(', ')
    )
  } catch {
    return 'no word of its threads'
  }
}
