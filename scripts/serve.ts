/** A small static server: what `npm start`, the end-to-end tests and the bench look at. */
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentSecurityPolicy } from './csp.ts'

export interface ServeOptions {
  /** Folder whose files are served. */
  readonly root: string
  /** 0: any free port. */
  readonly port: number
  /** Path under which the site appears, with both slashes; `/` if not given. */
  readonly mount?: string
}

export interface StaticServer {
  /** Address of the site's first page, with a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use. Choose another one, for instance: PORT=${port + 1} npm start`)
    this.name = 'PortTakenError'
  }
}

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
}

/** Formats that are compressed already gain nothing from gzip. */
const incompressible = new Set(['.png', '.jpg', '.webp', '.ico', '.woff2'])

const compress = promisify(gzip)

type Found =
  | { readonly kind: 'file'; readonly path: string; readonly modified: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'missing' }

/**
 * What a request path names inside `root`. A folder with a trailing slash is its index.html.
 * Anything that leads out of `root`, cannot be decoded or starts with a dot is missing.
 */
async function findInRoot(root: string, requestPath: string): Promise<Found> {
  const decoded = decode(requestPath)
  if (decoded === null || /(^|[\\/])\.|\\|\0/.test(decoded)) return { kind: 'missing' }
  const base = resolve(root)
  const wanted = resolve(base, `.${sep}${decoded}`)
  if (wanted !== base && !wanted.startsWith(base + sep)) return { kind: 'missing' }
  const path = decoded.endsWith('/') ? resolve(wanted, 'index.html') : wanted
  const info = await stat(path).catch(() => null)
  if (info?.isFile()) return { kind: 'file', path, modified: info.mtimeMs }
  if (info?.isDirectory() && (await stat(resolve(path, 'index.html')).catch(() => null))) {
    return { kind: 'folder' }
  }
  return { kind: 'missing' }
}

/** Vite puts a hash into the names under assets/: such a file never changes. */
export function cacheControl(requestPath: string): string {
  return /\/assets\/[^/]+-[\w-]{8}\.[a-z0-9]+$/.test(requestPath)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache'
}

/** @throws PortTakenError if another program listens on the port */
export async function serve({ root, port, mount = '/' }: ServeOptions): Promise<StaticServer> {
  const compressed = new Map<string, Promise<Buffer>>()
  const gzipped = (path: string, modified: number, body: Buffer): Promise<Buffer> => {
    const key = `${path} ${modified}`
    const known = compressed.get(key) ?? compress(body)
    compressed.set(key, known)
    return known
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('Content-Security-Policy', contentSecurityPolicy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(response, 405, 'Method not allowed')
    }
    const path = pathOf(request)
    if (path !== null && `${path}/` === mount) return redirect(response, mount, request)
    if (!path?.startsWith(mount)) return refuse(response, 404, 'Not found')
    const inside = `/${path.slice(mount.length)}`
    const found = await findInRoot(root, inside)
    if (found.kind === 'folder') return redirect(response, `${path}/`, request)
    if (found.kind === 'missing') return refuse(response, 404, 'Not found')

    const extension = extname(found.path)
    const body = await readFile(found.path)
    response.setHeader('Content-Type', mimeTypes[extension] ?? 'application/octet-stream')
    response.setHeader('Cache-Control', cacheControl(inside))
    response.setHeader('Vary', 'Accept-Encoding')
    const accepts = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')
    const small = accepts && !incompressible.has(extension)
    if (small) response.setHeader('Content-Encoding', 'gzip')
    const sent = small ? await gzipped(found.path, found.modified, body) : body
    response.setHeader('Content-Length', sent.length)
    response.end(request.method === 'HEAD' ? undefined : sent)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'The file could not be read')
    })
  })
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    )
    server.listen(port, '127.0.0.1', done)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${actual}${mount}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** The path as sent: URL would resolve `..` and hide an attempt to leave the root. */
function pathOf(request: IncomingMessage): string | null {
  const path = request.url?.split(/[?#]/, 1)[0]
  return path?.startsWith('/') && !path.startsWith('//') ? path : null
}

/** The query goes along: it says what is on show. */
function redirect(response: ServerResponse, to: string, { url = '' }: IncomingMessage): void {
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : ''
  response.writeHead(301, { Location: `${to}${query}`, 'Cache-Control': 'no-cache' }).end()
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' })
  response.end(`${text}\n`)
}
