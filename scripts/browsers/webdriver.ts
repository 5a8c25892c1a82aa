/** A client of the W3C WebDriver protocol: the handful of commands that the checks need. */
import { expressionOf, handMs, type Key, type Point, type Size } from './driver.ts'

/** What identifies an element in the protocol. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** Keys by the protocol's names (Actions, table of normalised key values). */
const keys: Readonly<Record<Key | 'Shift', string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

export class Session {
  readonly #url: string
  readonly browser: string

  private constructor(url: string, browser: string) {
    this.#url = url
    this.browser = browser
  }

  static async start(driverUrl: string, alwaysMatch: object): Promise<Session> {
    const value = await send('POST', `${driverUrl}/session`, { capabilities: { alwaysMatch } })
    const { sessionId, capabilities } = value as {
      readonly sessionId: string
      readonly capabilities: { readonly browserName?: string; readonly browserVersion?: string }
    }
    const { browserName = 'unnamed', browserVersion = '' } = capabilities
    return new Session(`${driverUrl}/session/${sessionId}`, `${browserName} ${browserVersion}`)
  }

  async open(url: string): Promise<void> {
    await this.#send('POST', '/url', { url })
  }

  async evaluate<A extends readonly unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const script = `return ${expressionOf(run, args)}`
    return (await this.#send('POST', '/execute/sync', { script, args: [] })) as Awaited<R>
  }

  async click(selector: string): Promise<void> {
    await this.#send('POST', `${await this.#element(selector)}/click`, {})
  }

  async press(key: Key, held?: 'Shift'): Promise<void> {
    const pressed = held === undefined ? [key] : [held, key]
    await this.#act({
      type: 'key',
      id: 'keyboard',
      actions: [
        ...pressed.map((name) => ({ type: 'keyDown', value: keys[name] })),
        ...pressed.toReversed().map((name) => ({ type: 'keyUp', value: keys[name] })),
      ],
    })
  }

  /** Of a field of text; an input of files takes their paths, a line each. */
  async write(selector: string, text: string): Promise<void> {
    await this.#send('POST', `${await this.#element(selector)}/value`, { text })
  }

  async stroke([from, ...rest]: readonly Point[]): Promise<void> {
    if (from === undefined) return
    const move = ({ x, y }: Point, duration: number) => ({
      type: 'pointerMove',
      origin: 'viewport',
      duration,
      x: Math.round(x),
      y: Math.round(y),
    })
    await this.#act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        move(from, 0),
        { type: 'pointerDown', button: 0 },
        ...rest.map((point) => move(point, handMs)),
        { type: 'pointerUp', button: 0 },
      ],
    })
  }

  /** The window's frame counts in what can be set, not in what is wanted. @param at where the window stands */
  async resize(size: Size, at: Point): Promise<void> {
    let outer = size
    for (let tries = 0; tries < 4; tries++) {
      await this.#send('POST', '/window/rect', { ...at, ...outer })
      // A window manager, or the lack of one, takes its time.
      await new Promise((done) => setTimeout(done, 300))
      const inner = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }))
      if (inner.width === size.width && inner.height === size.height) return
      outer = {
        width: outer.width + size.width - inner.width,
        height: outer.height + size.height - inner.height,
      }
    }
    throw new Error(`the window could not be made ${size.width} × ${size.height}`)
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from((await this.#send('GET', '/screenshot')) as string, 'base64')
  }

  /** A driver serves one session at a time: always end it. */
  async end(): Promise<void> {
    await this.#send('DELETE', '')
  }

  /** Where commands on the first element that a CSS selector finds go. */
  async #element(selector: string): Promise<string> {
    const found = await this.#send('POST', '/element', { using: 'css selector', value: selector })
    return `/element/${(found as Record<string, string>)[elementKey]}`
  }

  async #act(source: object): Promise<void> {
    await this.#send('POST', '/actions', { actions: [source] })
  }

  #send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    return send(method, this.#url + path, body)
  }
}

/** @throws Error with the driver's own words */
async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Error(`the driver does not answer to ${method} ${new URL(url).pathname}`, { cause })
  })
  const { value } = (await response.json()) as { readonly value: unknown }
  if (response.ok) return value
  const { error = '', message = '' } = value as { readonly error?: string; readonly message?: string }
  throw new Error(`${error}: ${message}`)
}
