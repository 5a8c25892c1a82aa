/** Builds and serves the bare training loop, with the same compiler and the same server as the site. */
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { build } from 'vite'
import { projectRoot } from '../run.ts'
import { type StaticServer, serve } from '../serve.ts'
import type { RunBare } from './bare/main.ts'
import type { BareTask } from './bare/worker.ts'

export async function serveBare(): Promise<StaticServer> {
  const outDir = join(projectRoot, 'node_modules', '.cache', 'bench-bare')
  await build({
    configFile: false,
    root: join(projectRoot, 'scripts', 'bench', 'bare'),
    publicDir: join(projectRoot, 'public'),
    base: './',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  })
  return serve({ root: outDir, port: 0 })
}

export type MeasureBare = (task: Partial<BareTask>) => Promise<number>

/** `inks` on WASM in batches of 16, r = 4, for 3 seconds. */
const usual: BareTask = {
  net: 'inks',
  size: 'small',
  backend: 'wasm',
  batchSize: 16,
  ratio: 4,
  seconds: 3,
}

/** Calls `use` with a function that trains in the bare loop and tells its steps per second. */
export async function withBare<T>(
  browser: Browser,
  url: string,
  use: (measure: MeasureBare) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForFunction(() => 'runBare' in window)
    return await use((task) =>
      page.evaluate((wanted) => (window as unknown as { readonly runBare: RunBare }).runBare(wanted), {
        ...usual,
        ...task,
      }),
    )
  } finally {
    await context.close()
  }
}
