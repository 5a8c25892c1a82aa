/** Sends one file of the site as the request asks for it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import fresh from 'fresh'
import Negotiator from 'negotiator'
import { isHashed, type SiteFile } from './siteFiles.ts'

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
const packed = new WeakMap<SiteFile, Promise<Buffer>>()

function gzipped(file: SiteFile): Promise<Buffer> {
  const known = packed.get(file) ?? compress(file.body)
  packed.set(file, known)
  return known
}

/**
 * What the request takes; undefined if it takes neither. Brotli is not offered: this server speaks to its own machine,
 * and the budgets are counted in gzip, which every static host sends.
 */
function chooseEncoding(request: IncomingMessage, extension: string): string | undefined {
  const negotiator = new Negotiator(request)
  return incompressible.has(extension)
    ? (negotiator.encoding(['identity']) ?? negotiator.encoding(['gzip']))
    : negotiator.encoding(['gzip', 'identity'])
}

/**
 * 200 with the file, 304 if the request holds it already, 406 if it takes the file neither plain nor in gzip. Ranges are
 * not served, as the answer says: nothing on the page is played or fetched in parts.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  file: SiteFile,
): Promise<void> {
  const extension = extname(path)
  const encoding = chooseEncoding(request, extension)
  response.setHeader('Vary', 'Accept-Encoding')
  if (encoding === undefined) {
    response.writeHead(406, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' })
    response.end('To be had plain or in gzip\n')
    return
  }
  const validators = {
    // Two encodings of a file are two things.
    etag: `"${file.tag}${encoding === 'gzip' ? '-gzip' : ''}"`,
    'last-modified': file.modified.toUTCString(),
  }
  response.setHeader('ETag', validators.etag)
  response.setHeader('Last-Modified', validators['last-modified'])
  response.setHeader('Cache-Control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('Accept-Ranges', 'none')
  if (fresh(request.headers, validators)) {
    response.writeHead(304).end()
    return
  }
  const body = encoding === 'gzip' ? await gzipped(file) : file.body
  response.setHeader('Content-Type', mimeTypes[extension] ?? 'application/octet-stream')
  if (encoding === 'gzip') response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Content-Length', body.length)
  response.end(request.method === 'HEAD' ? undefined : body)
}
