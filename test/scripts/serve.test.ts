import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../scripts/csp.ts'
import { cacheControl, PortTakenError, type StaticServer, serve } from '../../scripts/serve.ts'

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Sends the path as it is: fetch would tidy `..` away before the server sees it. */
function get(
  server: StaticServer,
  path: string,
  options: { method?: string; gzip?: boolean } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(server.url)
  return new Promise((done, failed) => {
    const headers = options.gzip === true ? { 'Accept-Encoding': 'gzip' } : {}
    request({ hostname, port, path, method: options.method ?? 'GET', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
      .on('error', failed)
      .end()
  })
}

const script = 'export const text = "abc"\n'.repeat(200)
let folder: string
let server: StaticServer
let mounted: StaticServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'se-serve-'))
  const root = join(folder, 'dist')
  mkdirSync(join(root, 'ko'), { recursive: true })
  mkdirSync(join(root, 'assets'))
  mkdirSync(join(folder, 'dist-secret'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist-secret', 'a.txt'), 'secret')
  writeFileSync(join(root, '.hidden'), 'secret')
  writeFileSync(join(root, 'index.html'), '<h1>en</h1>')
  writeFileSync(join(root, 'ko', 'index.html'), '<h1>ko</h1>')
  writeFileSync(join(root, 'site.webmanifest'), '{}')
  writeFileSync(join(root, 'a b.txt'), 'space')
  writeFileSync(join(root, 'assets', 'worker-AbCd_123.js'), script)
  writeFileSync(join(root, 'assets', 'engine-AbCd-123.wasm'), new Uint8Array([0, 97, 115, 109]))
  writeFileSync(join(root, 'assets', 'inter-AbCd1234.woff2'), 'font')
  server = await serve({ root, port: 0 })
  mounted = await serve({ root, port: 0, mount: '/some/where/' })
})

afterAll(async () => {
  await server.close()
  await mounted.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('serve', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?net=inks', 'text/html; charset=utf-8', 'no-cache'],
    ['/ko/', 'text/html; charset=utf-8', 'no-cache'],
    ['/a%20b.txt', 'text/plain; charset=utf-8', 'no-cache'],
    ['/site.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['/assets/worker-AbCd_123.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/engine-AbCd-123.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
  ])('%s: type and caching', async (path, type, caching) => {
    const { status, headers } = await get(server, path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
    expect(headers['cache-control']).toBe(caching)
  })

  it.each(['/', '/assets/worker-AbCd_123.js', '/missing', '/ko', '/../secret.txt'])(
    '%s: the policy is there whatever the answer',
    async (path) => {
      expect((await get(server, path)).headers['content-security-policy']).toBe(contentSecurityPolicy)
    },
  )

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/ko/../../secret.txt',
    '/ko/..%5c..%5csecret.txt',
    '/../dist-secret/a.txt',
    '/.hidden',
    '/index.html%00.js',
    '/%',
    '//etc/passwd',
    '/missing.html',
    '/assets/',
  ])('%s: not found', async (path) => {
    const { status, body } = await get(server, path)
    expect(status).toBe(404)
    expect(body.toString()).toBe('Not found\n')
  })

  it('sends gzip only to those who take it, and only of what shrinks', async () => {
    const path = '/assets/worker-AbCd_123.js'
    const plain = await get(server, path)
    const packed = await get(server, path, { gzip: true })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(script)
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.body.length).toBeLessThan(script.length / 10)
    expect(gunzipSync(packed.body).toString()).toBe(script)
    const font = await get(server, '/assets/inter-AbCd1234.woff2', { gzip: true })
    expect(font.headers['content-encoding']).toBeUndefined()
  })

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await get(server, '/', { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '11', 0])
    expect((await get(server, '/', { method: 'POST' })).status).toBe(405)
  })

  it('leads from a folder to its page', async () => {
    const { status, headers } = await get(server, '/ko')
    expect([status, headers.location]).toEqual([301, '/ko/'])
    expect((await get(server, '/ko?step=gate&r=8')).headers.location).toBe('/ko/?step=gate&r=8')
  })

  it('serves under a path, and nothing beside it', async () => {
    expect(mounted.url.endsWith('/some/where/')).toBe(true)
    expect((await get(mounted, '/some/where/ko/')).body.toString()).toBe('<h1>ko</h1>')
    expect((await get(mounted, '/some/where')).headers.location).toBe('/some/where/')
    expect((await get(mounted, '/some/where/ko')).headers.location).toBe('/some/where/ko/')
    expect((await get(mounted, '/ko/')).status).toBe(404)
  })

  it('says which port is taken and what to do', async () => {
    const port = Number(new URL(server.url).port)
    const again = serve({ root: folder, port })
    await expect(again).rejects.toThrow(PortTakenError)
    await expect(again).rejects.toThrow(
      `Port ${port} is in use. Choose another one, for instance: PORT=${port + 1}`,
    )
  })
})

describe('cacheControl', () => {
  it('keeps only hashed files', () => {
    expect(cacheControl('/assets/index-B0a_-xyz.css')).toContain('immutable')
    expect(cacheControl('/assets/index.css')).toBe('no-cache')
    expect(cacheControl('/packaged/mnist-train.bin')).toBe('no-cache')
  })
})
