/** What is answered before there is a whole site. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import Negotiator from 'negotiator'

const texts = {
  en: {
    title: 'Building…',
    text: 'The site is being built, which takes a minute at most. This page reloads by itself.',
  },
  ko: {
    title: '사이트를 만드는 중…',
    text: '사이트를 만들고 있습니다. 길어도 1분이면 끝납니다. 이 페이지는 저절로 새로 고쳐집니다.',
  },
} as const

type Language = keyof typeof texts

/** Without scripts and style sheets, neither of which the policy would let in. */
function page(language: Language): string {
  const { title, text } = texts[language]
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="refresh" content="2">
    <title>${title}</title>
  </head>
  <body style="max-width: 36rem; margin: 20vh auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif">
    <h1>${title}</h1>
    <p>${text}</p>
  </body>
</html>
`
}

/** @param path inside the site: where a page would stand, “Building…” does */
export function sendBuilding(request: IncomingMessage, response: ServerResponse, path: string): void {
  const language = /^\/ko(\/|$)/.test(path)
    ? 'ko'
    : new Negotiator(request).language(Object.keys(texts)) === 'ko'
      ? 'ko'
      : 'en'
  const isPage = ['', '.html'].includes(extname(path))
  response.writeHead(503, {
    'Retry-After': '2',
    'Cache-Control': 'no-store',
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    Vary: 'Accept-Language',
  })
  response.end(request.method === 'HEAD' ? undefined : isPage ? page(language) : `${texts.en.title}\n`)
}
