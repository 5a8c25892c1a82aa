import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Rich } from '../../src/components/text/Rich.tsx'

/** What is left for a screen reader, for a search and for copying. */
const readable = (html: string) =>
  html.replaceAll(/<(\w+)[^>]* aria-hidden="true"[^>]*>.*?<\/\1>/g, '').replaceAll(/<[^>]*>/g, '')

test.each([
  ['X̃ = [[s_c]] · [[U]]', 'X̃ = sc · U'],
  ['from **U** to X̃: X̃', 'from U to X̃: X̃'],
  ['no tilde', 'no tilde'],
])('the tilde of “%s” is drawn apart and read where it is', (text, read) => {
  const html = renderToStaticMarkup(<Rich text={text} />)
  expect(readable(html)).toBe(read)
  expect(html.match(/<span aria-hidden="true"><\/span>/g)?.length ?? 0).toBe(text.split('X̃').length - 1)
})
