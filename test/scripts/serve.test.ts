import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../scripts/csp.ts'
import { PortTakenError, type StaticServer, serve } from '../../scripts/serve.ts'
import { readSite } from '../../scripts/siteFiles.ts'

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Sends the path as it is: fetch would tidy `..` away before the server sees it. */
function get(
  server: StaticServer,
  path: string,
  options: { method?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(server.url)
  return new Promise((done, failed) => {
    const { method = 'GET', headers = {} } = options
    request({ hostname, port, path, method, headers }, (response) => {
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
const modified = new Date('2024-05-06T07:08:09.500Z')
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
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'))
  symlinkSync(join(folder, 'dist-secret'), join(root, 'linked'), 'junction')
  utimesSync(join(root, 'index.html'), modified, modified)
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
    '/link.txt',
    '/linked/a.txt',
    '/ko/%2e%2e/%2e%2e/secret.txt',
    '/ko\\..\\..\\secret.txt',
    '/index.html/',
    '/ko/../index.html',
  ])('%s: not found', async (path) => {
    const { status, body } = await get(server, path)
    expect(status).toBe(404)
    expect(body.toString()).toBe('Not found\n')
  })

  it.each([
    [undefined, null],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip, deflate, br, zstd', 'gzip'],
    ['*', 'gzip'],
    ['br, *;q=0.1', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['identity;q=0, gzip', 'gzip'],
    ['identity;q=0, *', 'gzip'],
    ['gzip;q=0', null],
    ['gzip; q=0.000', null],
    ['gzip;q=0, *', null],
    ['gzip;q=0.5, identity', null],
    ['br', null],
    ['not-gzip', null],
    ['', null],
  ])('Accept-Encoding %j: %s', async (accepted, encoding) => {
    const headers = accepted === undefined ? {} : { 'Accept-Encoding': accepted }
    const { status, headers: sent, body } = await get(server, '/assets/worker-AbCd_123.js', { headers })
    expect([status, sent['content-encoding'] ?? null, sent.vary]).toEqual([200, encoding, 'Accept-Encoding'])
    expect(Number(sent['content-length'])).toBe(body.length)
    if (encoding === 'gzip') expect(body.length).toBeLessThan(script.length / 10)
    expect((encoding === 'gzip' ? gunzipSync(body) : body).toString()).toBe(script)
  })

  it.each(['identity;q=0', '*;q=0', 'br, identity;q=0', 'gzip;q=0, identity;q=0'])(
    'Accept-Encoding %j: nothing that would be taken',
    async (accepted) => {
      const { status, body } = await get(server, '/', { headers: { 'Accept-Encoding': accepted } })
      expect([status, body.toString()]).toEqual([406, 'To be had plain or in gzip\n'])
    },
  )

  it('packs what gains nothing by it only for those who take nothing else', async () => {
    const font = (accepted: string) =>
      get(server, '/assets/inter-AbCd1234.woff2', { headers: { 'Accept-Encoding': accepted } })
    expect((await font('gzip')).headers['content-encoding']).toBeUndefined()
    const packed = await font('gzip, identity;q=0')
    expect([packed.headers['content-encoding'], gunzipSync(packed.body).toString()]).toEqual(['gzip', 'font'])
  })

  it('sends nothing twice to those who hold it', async () => {
    for (const accepted of ['gzip', 'identity']) {
      const headers = { 'Accept-Encoding': accepted }
      const first = await get(server, '/ko/', { headers })
      const etag = String(first.headers.etag)
      expect(etag).toMatch(/^"[\w-]+"$/)
      for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await get(server, '/ko/', { headers: { ...headers, 'If-None-Match': held } })
        expect([again.status, again.body.length]).toEqual([304, 0])
        for (const name of ['etag', 'last-modified', 'cache-control', 'vary', 'content-security-policy'])
          expect(again.headers[name]).toBe(first.headers[name])
      }
      const changed = await get(server, '/ko/', { headers: { ...headers, 'If-None-Match': '"other"' } })
      expect([changed.status, changed.body.length]).toEqual([200, first.body.length])
    }
  })

  it('knows files and their encodings apart', async () => {
    const tag = async (path: string, accepted: string) =>
      (await get(server, path, { headers: { 'Accept-Encoding': accepted } })).headers.etag
    const tags = await Promise.all([tag('/', 'gzip'), tag('/', 'identity'), tag('/ko/', 'gzip')])
    expect(new Set(tags).size).toBe(3)
  })

  it('answers by date where there is no tag, which otherwise counts', async () => {
    const status = async (headers: Readonly<Record<string, string>>) =>
      (await get(server, '/', { headers })).status
    expect((await get(server, '/')).headers['last-modified']).toBe('Mon, 06 May 2024 07:08:09 GMT')
    expect(await status({ 'If-Modified-Since': 'Mon, 06 May 2024 07:08:09 GMT' })).toBe(304)
    expect(await status({ 'If-Modified-Since': 'Mon, 06 May 2024 07:08:08 GMT' })).toBe(200)
    expect(await status({ 'If-Modified-Since': 'yesterday' })).toBe(200)
    const later = { 'If-Modified-Since': 'Mon, 06 May 2030 07:08:09 GMT' }
    expect(await status({ ...later, 'If-None-Match': '"other"' })).toBe(200)
  })

  it('sends the whole where a part is asked for, and says so', async () => {
    const { status, headers, body } = await get(server, '/', { headers: { Range: 'bytes=2-3' } })
    expect([status, headers['accept-ranges'], body.toString()]).toEqual([200, 'none', '<h1>en</h1>'])
  })

  it('answers HEAD as GET without the body, and refuses to be written to', async () => {
    for (const accepted of ['gzip', 'identity']) {
      const headers = { 'Accept-Encoding': accepted }
      const head = await get(server, '/', { method: 'HEAD', headers })
      const whole = await get(server, '/', { headers })
      expect([head.status, head.body.length]).toEqual([200, 0])
      expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' })
      expect(head.headers['content-length']).toBe(String(whole.body.length))
    }
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

describe('serve, before there is a site', () => {
  let waiting: StaticServer
  beforeAll(async () => {
    waiting = await serve({ root: null, port: 0 })
  })
  afterAll(() => waiting.close())

  it.each([
    ['GET', '/'],
    ['GET', '/ko'],
    ['GET', '/index.html?step=gate'],
    ['GET', '/assets/worker-AbCd_123.js'],
    ['GET', '/../secret.txt'],
    ['POST', '/'],
    ['HEAD', '/'],
  ])('%s %s: 503, to be asked again', async (method, path) => {
    const { status, headers, body } = await get(waiting, path, { method })
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '2', 'no-store'])
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
    const isPage = !path.endsWith('.js') && !path.endsWith('.txt')
    expect(headers['content-type']).toBe(`text/${isPage ? 'html' : 'plain'}; charset=utf-8`)
    if (method === 'HEAD') expect(body.length).toBe(0)
    else expect(body.toString()).toContain(isPage ? '<meta http-equiv="refresh" content="2">' : 'Building…')
  })

  it.each([
    ['/', undefined, 'en', 'Building…'],
    ['/', 'de, *;q=0.5', 'en', 'Building…'],
    ['/', 'ko-KR,ko;q=0.9,en;q=0.8', 'ko', '사이트를 만드는 중…'],
    ['/', 'en-GB, ko;q=0.5', 'en', 'Building…'],
    ['/ko/', 'en', 'ko', '사이트를 만드는 중…'],
    ['/ko/index.html', undefined, 'ko', '사이트를 만드는 중…'],
    ['/korea.html', 'en', 'en', 'Building…'],
  ])('%s for those who read %s: %s', async (path, accepted, language, title) => {
    const headers = accepted === undefined ? {} : { 'Accept-Language': accepted }
    const page = (await get(waiting, path, { headers })).body.toString()
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`<title>${title}</title>`)
  })

  it('lets nothing onto its page that the policy refuses', async () => {
    const page = (await get(waiting, '/')).body.toString()
    expect(page).not.toMatch(/<(script|style|link|img)\b/)
  })
})

describe('serve, when the site is replaced', () => {
  it('shows the new one, and keeps what open pages of the old one ask for', async () => {
    const root = join(folder, 'first')
    const next = join(folder, 'next')
    for (const [place, name] of [
      [root, 'first___'],
      [next, 'next____'],
    ] as const) {
      mkdirSync(join(place, 'assets'), { recursive: true })
      writeFileSync(join(place, 'index.html'), name)
      writeFileSync(join(place, `${name}.txt`), name)
      writeFileSync(join(place, 'assets', `main-${name}.js`), name)
    }
    const one = await serve({ root: null, port: 0 })
    try {
      expect((await get(one, '/')).status).toBe(503)
      one.show(await readSite(root))
      const first = await get(one, '/')
      // What becomes of the folder makes no difference.
      rmSync(root, { recursive: true })
      expect((await get(one, '/first___.txt')).body.toString()).toBe('first___')

      one.show(await readSite(next))
      const headers = { 'If-None-Match': String(first.headers.etag) }
      const second = await get(one, '/', { headers })
      expect([second.status, second.body.toString()]).toEqual([200, 'next____'])
      expect((await get(one, '/first___.txt')).status).toBe(404)
      for (const name of ['first___', 'next____'])
        expect((await get(one, `/assets/main-${name}.js`)).body.toString()).toBe(name)
    } finally {
      await one.close()
    }
  })
})
