/**
 * The site with an ear in it. WebKitWebDriver does not tell what is written into the console, and knows of no script
 * that runs before those of a page: so one is put before them in the copy of the site that is tested, and before those
 * of the workers.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Driver } from './driver.ts'

const ear = 'watch.js'

/** As watch.js calls it. */
const key = 'test-browsers:heard'
/** What it writes into the console when the page, and what is fetched after it, has long been there. */
export const loaded = 'test-browsers: loaded'

/** A page whose first script goes wrong, and its worker's as well: to see that it is heard. */
const faulty = {
  'index.html':
    '<!doctype html><html><head><title>faulty</title><script src="./page.js"></script></head></html>',
  'page.js':
    "console.error('said early'); new Worker('./worker.js', { type: 'module' }); Promise.reject(Error('rejected early')); throw Error('thrown early')",
  'worker.js': "console.error('said by a worker'); throw Error('thrown by a worker')",
} as const

/** Its address, and what is to be heard of it. */
export const faultyPage = 'faulty/'
export const faults = [
  'said early',
  'rejected early',
  'thrown early',
  'said by a worker',
  'thrown by a worker',
] as const

/** Copies a built site to `to` and puts watch.js first. @throws Error if there is no page or no worker to put it in */
export function watched(dist: string, to: string): void {
  cpSync(dist, to, { recursive: true })
  cpSync(join(import.meta.dirname, ear), join(to, ear))
  mkdirSync(join(to, faultyPage))
  for (const [name, text] of Object.entries(faulty)) writeFileSync(join(to, faultyPage, name), text)
  const files = readdirSync(to, { recursive: true, encoding: 'utf8' }).map((name) => join(to, name))
  const address = (from: string) => {
    const found = relative(dirname(from), join(to, ear))
    return found.startsWith('.') ? found : `./${found}`
  }
  const pages = files.filter((path) => path.endsWith('.html'))
  for (const path of pages)
    change(path, (text) => text.replace('<head>', `<head><script src="${address(path)}"></script>`))
  const workers = files.filter((path) => path.endsWith('.js')).flatMap(workersOf)
  for (const path of workers) change(path, (text) => `import '${address(path)}'\n${text}`)
  // Those of the faulty page are one each.
  if (pages.length < 2 || workers.length < 2)
    throw new Error(`${dist}: ${pages.length - 1} pages and ${workers.length - 1} workers to watch`)
}

function change(path: string, by: (text: string) => string): void {
  const text = readFileSync(path, 'utf8')
  const changed = by(text)
  if (changed === text) throw new Error(`${path}: no place for ${ear}`)
  writeFileSync(path, changed)
}

/** Paths of the scripts that a script starts as workers. */
function workersOf(path: string): string[] {
  const found = readFileSync(path, 'utf8').matchAll(/new Worker\([^)]*?[`'"]([^`'"]+\.js)[`'"]/g)
  return [...found].map(([, name = '']) => join(dirname(path), name))
}

/** What was heard since the page's storage was new, or since this was asked last. */
export function heardOf(driver: Driver): Promise<string[]> {
  return driver.evaluate((name) => {
    const kept = sessionStorage.getItem(name)
    sessionStorage.removeItem(name)
    return kept === null ? [] : (JSON.parse(kept) as string[])
  }, key)
}
