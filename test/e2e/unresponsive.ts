/** Where a page is while it does not answer: a test that only times out tells nothing. */
import type { Page } from '@playwright/test'

interface CallFrame {
  readonly functionName: string
  readonly url: string
  readonly location: { readonly lineNumber: number; readonly columnNumber?: number }
}

/** Between two questions, and how long an answer may take on a busy machine. */
const [askMs, patienceMs] = [2_000, 15_000]

const later = (ms: number) => new Promise<null>((done) => setTimeout(() => done(null), ms).unref())

/** Asks the page again and again; where it does not answer, `say` is told its call stack. */
export async function watchAnswers(page: Page, say: (text: string) => void): Promise<void> {
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Debugger.enable')
    while (!page.isClosed()) {
      await later(askMs)
      if (page.isClosed()) return
      const answer = await Promise.race([page.evaluate(() => true).catch(() => true), later(patienceMs)])
      if (answer !== null) continue
      const paused = new Promise<CallFrame[]>((done) => {
        session.once('Debugger.paused', ({ callFrames }) => done(callFrames))
      })
      await Promise.race([session.send('Debugger.pause'), later(patienceMs)])
      const frames = await Promise.race([paused, later(patienceMs)])
      say(`${page.url()} does not answer: ${frames === null ? 'no script runs' : stackOf(frames)}`)
      return
    }
  } catch {
    // The page is gone.
  }
}

function stackOf(frames: readonly CallFrame[]): string {
  return frames
    .slice(0, 20)
    .map(({ functionName, url, location }) => {
      const file = url.slice(url.lastIndexOf('/') + 1)
      return `${functionName || '(anonymous)'} ${file}:${location.lineNumber + 1}:${(location.columnNumber ?? 0) + 1}`
    })
    .join('\n  ')
}
