/** A visitor of a site that may be in the making: looks whether what is answered is whole. */

export interface Visit {
  /** What the page is known by: the first script that it names; null if the answer was “Building…”. */
  readonly build: string | null
  /** Addresses of all that the page and its parts name inside the site. */
  readonly named: readonly string[]
}

/** Names of files with a hash, as scripts and style sheets hold them. */
const hashed = /[\w-]+-[\w-]{8}\.(?:js|css|woff2|wasm)\b/g

/** @throws Error if the answer is no “Building…” that comes back by itself */
function lookAtBuilding(response: Response, text: string): void {
  const { headers } = response
  if (!(Number(headers.get('retry-after')) > 0)) throw new Error('503 without Retry-After')
  if (headers.get('cache-control') !== 'no-store') throw new Error('503 that may be kept')
  if (!/<meta http-equiv="refresh" content="\d+">/.test(text)) throw new Error('503 that does not reload')
}

/** @throws Error if a file that was named is not there */
export async function fetchPart(address: string): Promise<string> {
  const response = await fetch(address)
  const text = await response.text()
  if (response.status !== 200 || text === '') throw new Error(`${address} was named: ${response.status}`)
  return text
}

/**
 * Opens a page and fetches all that it names, and all that its scripts and style sheets name in turn.
 *
 * @throws Error if the page is neither whole nor an honest 503
 */
export async function visit(page: string): Promise<Visit> {
  const response = await fetch(page)
  const text = await response.text()
  if (response.status === 503) {
    lookAtBuilding(response, text)
    return { build: null, named: [] }
  }
  if (response.status !== 200) throw new Error(`${page}: ${response.status}`)
  if (!text.trimEnd().endsWith('</html>') || text.includes('<div id="root"></div>'))
    throw new Error(`${page}: half a page of ${text.length} characters`)
  const build = /<script type="module"[^>]* src="([^"]+)"/.exec(text)?.[1]
  if (build === undefined) throw new Error(`${page}: a page without its script`)

  const { origin } = new URL(page)
  const named = new Set<string>()
  const open = [...text.matchAll(/ (?:src|href)="([^"#?]+)"/g)].map(([, to]) => new URL(to ?? '', page).href)
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (new URL(address).origin !== origin || named.has(address)) continue
    named.add(address)
    const part = await fetchPart(address)
    if (!/\.(js|css)$/.test(address)) continue
    for (const [name] of part.matchAll(hashed)) open.push(new URL(name, address).href)
  }
  return { build: build.replace(/^(\.\.?\/)+/, ''), named: [...named] }
}
