/** What a check gets, and what all of them begin with. */
import { isDeepStrictEqual } from 'node:util'
import { type Driver, pause, until } from './driver.ts'
import { addressOf, complaintsOf, isReady, type Opened } from './page.ts'
import { heardOf } from './watched.ts'

export interface Visit {
  readonly driver: Driver
  /** An origin that no other check has seen: nothing is kept there. */
  readonly siteUrl: string
  /** A folder for files that the page is to read. */
  readonly folder: string
  /** Takes a picture under this name. */
  readonly picture: (name: string) => Promise<void>
}

export interface Check {
  readonly name: string
  /** What was seen, for the report. @throws Error with what was not as it should be */
  run(visit: Visit): Promise<string>
}

/** For what should be there at once, on a machine that has other things to do. */
const patienceMs = 10_000

export const usualSize = { width: 1440, height: 900 } as const

export async function open({ driver, siteUrl }: Visit, what: Opened = {}): Promise<void> {
  await driver.open(new URL(addressOf(what), siteUrl).href)
  await until('the page answers', () => isReady(driver))
}

/** @throws Error if the page, its workers or the browser complained since this was asked last */
export async function silence({ driver }: Visit): Promise<void> {
  const [said, heard] = [await complaintsOf(driver), [...(await heardOf(driver)), ...driver.heard()]]
  const all = [
    ...(said.length > 0 ? [`the page says: ${said.join(' / ')}`] : []),
    ...(heard.length > 0 ? [`the console says: ${heard.join(' / ')}`] : []),
  ]
  if (all.length > 0) throw new Error(all.join('; '))
}

/** @throws Error saying what was expected and what is there */
export function expectSame(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected))
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
}

/** Reads until what is expected is there. @throws Error as `expectSame` does, of the last reading */
export async function comesTo(what: string, read: () => Promise<unknown>, expected: unknown): Promise<void> {
  let found = await read()
  for (const end = performance.now() + patienceMs; performance.now() < end; found = await read()) {
    if (isDeepStrictEqual(found, expected)) return
    await pause(100)
  }
  expectSame(what, found, expected)
}

/** Reads until nothing changes any more between two readings. @returns the last one */
export async function atRest<T>(what: string, read: () => Promise<T>, everyMs: number): Promise<T> {
  let last = await read()
  await until(
    `${what} comes to rest`,
    async () => {
      await pause(everyMs)
      const before = last
      last = await read()
      return isDeepStrictEqual(last, before)
    },
    { everyMs: 0 },
  )
  return last
}
