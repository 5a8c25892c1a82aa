/**
 * A small static server: what `npm start`, the end-to-end tests and the bench look at. It sends what it has read into
 * memory, so that a page and its parts are of one build whatever happens to the folder.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendBuilding } from './building.ts'
import { contentSecurityPolicy } from './csp.ts'
import { sendFile } from './sendFile.ts'
import { findFile, isHashed, readSite, type SiteFiles } from './siteFiles.ts'

export interface ServeOptions {
  /** Folder whose files are served; null: none yet, every answer is 503 until `show` is called. */
  readonly root: string | null
  /** 0: any free port. */
  readonly port: number
  /** Path under which the site appears, with both slashes; `/` if not given. */
  readonly mount?: string
}

export interface StaticServer {
  /** Address of the site's first page, with a slash at its end. */
  readonly url: string
  /**
   * From now on these files are the site. What an open page of an earlier one still asks for is there: its scripts,
   * styles and fonts, which have a hash in their names and so cannot be mistaken, stay for as long as the server runs.
   * Data files have none, and are the new ones; their readers check what they get.
   */
  show(files: SiteFiles): void
  close(): Promise<void>
}

export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use. Choose another one, for instance: PORT=${port + 1} npm start`)
    this.name = 'PortTakenError'
  }
}

/** @throws PortTakenError if another program listens on the port; Error if there is no such folder */
export async function serve({ root, port, mount = '/' }: ServeOptions): Promise<StaticServer> {
  let site = root === null ? null : await readSite(root)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('Content-Security-Policy', contentSecurityPolicy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    const path = pathOf(request)
    const inside = path?.startsWith(mount) ? `/${path.slice(mount.length)}` : null
    if (site === null) return sendBuilding(request, response, inside ?? '/')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(response, 405, 'Method not allowed')
    }
    if (path !== null && `${path}/` === mount) return redirect(response, mount, request)
    if (inside === null) return refuse(response, 404, 'Not found')
    const found = findFile(site, inside)
    if (found.kind === 'folder') return redirect(response, `${path}/`, request)
    if (found.kind === 'missing') return refuse(response, 404, 'Not found')
    return sendFile(request, response, found.path, found.file)
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
    show: (files) => {
      const kept = [...(site ?? [])].filter(([path]) => isHashed(path))
      site = new Map([...kept, ...files])
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** The path as sent: URL would resolve `..`, and this server would answer what was not asked for. */
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
