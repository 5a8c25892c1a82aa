/** The files of a built site, read once and kept in memory: what happens to the folder later does not touch them. */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pages } from '../build/pageHtml.ts'

export interface SiteFile {
  readonly body: Buffer
  readonly modified: Date
  /** Hash of the body. */
  readonly tag: string
}

/** By path from the site's root, which is `/`. */
export type SiteFiles = ReadonlyMap<string, SiteFile>

export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly file: SiteFile }
  | { readonly kind: 'folder' }
  | { readonly kind: 'missing' }

/**
 * Left out are names that start with a dot, and links: a build makes none, and one could lead out of the folder.
 */
async function readFolder(folder: string, path: string, files: Map<string, SiteFile>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const from = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) await readFolder(from, `${path}${entry.name}/`, files)
    if (!entry.isFile()) continue
    const body = await readFile(from)
    const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    files.set(`${path}${entry.name}`, { body, modified: (await stat(from)).mtime, tag })
  }
}

async function identity(folder: string): Promise<string> {
  const { dev, ino, birthtimeNs } = await stat(folder, { bigint: true })
  return `${dev} ${ino} ${birthtimeNs}`
}

/**
 * All files below `root`. If the folder is replaced by another one meanwhile, it is read again: the files are always of
 * one build.
 *
 * @throws Error if there is no such folder
 */
export async function readSite(root: string): Promise<SiteFiles> {
  let problem: unknown = new Error(`${root} was replaced again and again while it was read`)
  for (let tries = 0; tries < 10; tries++) {
    if (tries > 0) await setTimeout(20)
    try {
      const files = new Map<string, SiteFile>()
      const before = await identity(root)
      await readFolder(root, '/', files)
      if ((await identity(root)) === before) return files
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      problem = error
    }
  }
  throw problem
}

/** Where a link on the page of that path leads inside the site; null if it leads elsewhere. */
function leadsTo(address: string, path: string): string | null {
  const base = new URL(path, 'http://site')
  const url = new URL(address, base)
  return url.origin === base.origin ? url.pathname : null
}

/** True if the page of every language is there, and every file that it names. The build writes these pages last. */
export function isWhole(files: SiteFiles): boolean {
  return Object.values(pages).every(({ file }) => {
    const page = files.get(`/${file}`)?.body.toString()
    const named = [...(page ?? '').matchAll(/ (?:src|href)="([^"]*)"/g)]
    const paths = named.map(([, address = '']) => leadsTo(address.replaceAll('&amp;', '&'), `/${file}`))
    return page !== undefined && paths.every((path) => path === null || findFile(files, path).kind === 'file')
  })
}

/** @returns null if the folder is not there, or holds no whole site: a build may have been stopped in it */
export async function readWholeSite(root: string): Promise<SiteFiles | null> {
  const there = await stat(root).catch(() => null)
  if (there === null) return null
  const files = await readSite(root)
  return isWhole(files) ? files : null
}

/**
 * What a request path names. A folder with a trailing slash is its index.html. Only what was read can be found: `..`, a
 * backslash or NUL lead nowhere, encoded or not.
 */
export function findFile(files: SiteFiles, requestPath: string): Found {
  const decoded = decode(requestPath)
  if (decoded === null) return { kind: 'missing' }
  const path = decoded.endsWith('/') ? `${decoded}index.html` : decoded
  const file = files.get(path)
  if (file !== undefined) return { kind: 'file', path, file }
  return { kind: files.has(`${path}/index.html`) ? 'folder' : 'missing' }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Vite puts a hash into the names under assets/: such a file never changes. */
export const isHashed = (path: string): boolean => /\/assets\/[^/]+-[\w-]{8}\.[a-z0-9]+$/.test(path)
