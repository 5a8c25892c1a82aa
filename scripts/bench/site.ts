/** The page from outside: opening it, pressing its buttons, reading its state. */
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Training } from '../../src/components/training/controller/training.ts'
import type { BackendReport, Phase } from '../../src/model/engine/protocol.ts'
import type { TrainingChoices } from '../../src/model/state/slices/run.ts'
import type { AppStore } from '../../src/model/state/store.ts'

/** What main.tsx puts on the window. */
export interface SiteWindow extends Window {
  readonly seExplainer: { readonly store: AppStore; readonly training: Training }
}

const loadMs = 120_000

/** The compiler of these scripts names inner functions with a helper, which no page has. */
export const nameHelper = 'globalThis.__name = (fn) => fn'

/** Calls `use` with a page that runs, in a browser context of its own. */
export async function withSite<T>(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    ...options,
  })
  try {
    context.setDefaultTimeout(loadMs)
    await context.addInitScript(nameHelper)
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
    return await use(page)
  } finally {
    await context.close()
  }
}

/** Until the page answers and has fetched what follows the first view: nothing more for two seconds. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('.loom').length === 1, undefined, {
    timeout: loadMs,
  })
  await page.evaluate(async () => {
    const count = () => performance.getEntriesByType('resource').length
    for (let [before, quiet] = [count(), 0]; quiet < 4; ) {
      await new Promise((done) => setTimeout(done, 500))
      quiet = count() === before ? quiet + 1 : 0
      before = count()
    }
  })
}

export interface LiveState {
  readonly phase: Phase
  readonly step: number
  readonly tensors: number
  readonly populationStep: number | null
  readonly heldOut: { readonly step: number; readonly accuracy: number } | null
  readonly backend: BackendReport | null
  readonly trouble: string | null
}

export function liveState(page: Page): Promise<LiveState> {
  return page.evaluate(() => {
    const { engine, live } = (window as unknown as SiteWindow).seExplainer.store.getState()
    return {
      phase: engine.phase,
      step: live?.step ?? 0,
      tensors: live?.tensors ?? 0,
      populationStep: live?.populationStep ?? null,
      heldOut: live?.heldOut.at(-1) ?? null,
      backend: engine.backend,
      trouble: engine.trouble === null ? null : JSON.stringify(engine.trouble),
    }
  })
}

/** What the reader could set in the bar under “More”. */
export function choose(page: Page, changes: Partial<TrainingChoices>): Promise<void> {
  return page.evaluate((wanted) => {
    return (window as unknown as SiteWindow).seExplainer.training.choose(wanted)
  }, changes)
}

export async function pressPlay(page: Page): Promise<void> {
  await page.locator('.train:visible').click()
}

/** @throws Error with the engine's trouble, if it has any, or after `timeout` milliseconds */
export async function waitForStep(page: Page, step: number, timeout = loadMs): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const { engine, live } = (window as unknown as SiteWindow).seExplainer.store.getState()
      if (engine.trouble !== null) throw new Error(JSON.stringify(engine.trouble))
      return live !== null && live.step >= wanted
    },
    step,
    { timeout, polling: 50 },
  )
}

/** Until the accuracy is reached at which it should stop. @throws Error with the engine's trouble, if it has any */
export async function waitUntilDone(page: Page, timeout: number): Promise<void> {
  await page.waitForFunction(
    () => {
      const { engine } = (window as unknown as SiteWindow).seExplainer.store.getState()
      if (engine.trouble !== null) throw new Error(JSON.stringify(engine.trouble))
      return engine.phase === 'done'
    },
    undefined,
    { timeout, polling: 50 },
  )
}

/** Presses play and waits until it trains: a new run, or the one that was paused. */
export async function train(page: Page): Promise<void> {
  await pressPlay(page)
  await page.waitForFunction(
    () => {
      const { engine, live } = (window as unknown as SiteWindow).seExplainer.store.getState()
      if (engine.trouble !== null) throw new Error(JSON.stringify(engine.trouble))
      return engine.phase === 'running' && live !== null && live.step >= 3
    },
    undefined,
    { timeout: loadMs, polling: 50 },
  )
}

/** Pauses and waits until the worker has counted its gates and is idle. */
export async function pauseAndSettle(page: Page): Promise<void> {
  await pressPlay(page)
  await page.waitForFunction(
    () => {
      const { engine, live } = (window as unknown as SiteWindow).seExplainer.store.getState()
      return engine.phase !== 'running' && live !== null && live.populationStep === live.step
    },
    undefined,
    { timeout: loadMs, polling: 100 },
  )
}

/**
 * Training steps a second: from the first frame that arrives to the first that arrives `seconds` later, so that what
 * comes between steps, such as a look at the held-out pictures, is in it whole.
 */
export function liveStepsPerSecond(page: Page, seconds: number): Promise<number> {
  return page.evaluate(async (duration) => {
    const { store } = (window as unknown as SiteWindow).seExplainer
    return new Promise<number>((done, failed) => {
      let first: { readonly time: number; readonly step: number } | null = null
      const giveUp = setTimeout(() => failed(new Error('no frames arrived')), duration * 1000 + 10_000)
      const stop = store.subscribe(({ live }, before) => {
        if (live === null || live.step === before.live?.step) return
        const now = { time: performance.now(), step: live.step }
        first ??= now
        const elapsed = now.time - first.time
        if (elapsed < duration * 1000) return
        clearTimeout(giveUp)
        stop()
        done(((now.step - first.step) * 1000) / elapsed)
      })
    })
  }, seconds)
}
