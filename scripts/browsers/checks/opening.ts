/** The first seconds: what is said, what is fetched, what moves. */
import { pause, until } from '../driver.ts'
import { addressOf, complaintsOf, networks } from '../page.ts'
import { pictureOf, pixelsThatDiffer } from '../picture.ts'
import { type Check, expectSame, open, silence, type Visit } from '../visit.ts'
import { faults, faultyPage, heardOf } from '../watched.ts'

export const opening: readonly Check[] = [
  { name: 'what goes wrong in a first script or in a worker is heard', run: isHeard },
  { name: 'opens without a complaint, and fetches nothing twice', run: opens },
  { name: 'the browser’s own console stays empty', run: ownConsole },
  { name: 'the opening animation runs through the block and ends', run: animates },
]

/** Without this, silence would prove nothing. */
async function isHeard({ driver, siteUrl }: Visit): Promise<string> {
  await driver.open(new URL(faultyPage, siteUrl).href)
  const all: string[] = []
  const missing = () => faults.filter((one) => !all.some((text) => text.includes(one)))
  await until(
    'every fault is heard',
    async () => {
      all.push(...(await heardOf(driver)))
      return missing().length === 0
    },
    { limitMs: 5000 },
  ).catch(() => {
    throw new Error(`not heard: ${missing().join(', ')}; heard: ${all.join(' / ')}`)
  })
  const byBrowser = driver.heard()
  return `${faults.length} faults${byBrowser.length === 0 ? '' : `, ${byBrowser.length} by the browser itself`}`
}

async function opens(visit: Visit): Promise<string> {
  const begun = performance.now()
  await open(visit)
  const seconds = (performance.now() - begun) / 1000
  // What is fetched late.
  await pause(3000)
  const fetched = await visit.driver.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  const twice = fetched.filter((name, i) => fetched.indexOf(name) < i)
  if (twice.length > 0) throw new Error(`fetched twice: ${twice.join(', ')}`)
  await silence(visit)
  return `answers after ${seconds.toFixed(1)} s, ${fetched.length} files`
}

async function ownConsole(visit: Visit): Promise<string> {
  const { driver, siteUrl } = visit
  await open(visit)
  if (driver.consoleOf === undefined) return 'it is listened to in every check'
  const pages = [...networks.map((net) => ({ net })), { lang: 'ko' as const }].map(addressOf)
  for (const page of pages) {
    const said = await driver.consoleOf(new URL(page, siteUrl).href)
    if (said.length > 0) throw new Error(`${page}: ${said.join(' / ')}`)
  }
  const planted = (await driver.consoleOf(new URL(faultyPage, siteUrl).href)).join()
  const missing = faults.filter((one) => !planted.includes(one))
  if (missing.length > 0) throw new Error(`of the faulty page it does not say: ${missing.join(', ')}`)
  return `nothing of ${pages.join(', ')}; all of the faulty page`
}

/** Reads the marks at some moments of the animation, without waiting for them: it goes on in its own time. */
function momentsOf({ driver }: Visit, shares: readonly number[]) {
  return driver.evaluate((all) => {
    const shown = (name: string) => {
      const found = document.querySelector(`.loom ${name}`)
      if (found === null) throw new Error(`no ${name}`)
      return found
    }
    const animations = document.getAnimations()
    for (const one of animations) one.pause()
    return all.map((share) => {
      for (const one of animations) one.currentTime = share * 4500
      return {
        animations: animations.length,
        bar: shown('.gates .bar').getBoundingClientRect().height,
        maps: Number(getComputedStyle(shown('canvas.maps-out')).opacity),
        ticks: Number(getComputedStyle(shown('.gates .ghost')).opacity),
      }
    })
  }, shares)
}

const isPassing = ({ driver }: Visit) =>
  driver.evaluate(() => document.querySelector('.looms.passing') !== null)

async function animates(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit)
  await until('the animation begins', () => isPassing(visit), { limitMs: 5000, everyMs: 50 })
  // The last one is left standing.
  const [middle, late, early] = await momentsOf(visit, [0.64, 0.88, 0.2])
  const during = pictureOf(await driver.screenshot())
  await picture('opening')
  await until('the animation ends', async () => !(await isPassing(visit)), { limitMs: 10_000 })
  await pause(500)
  const [still] = await momentsOf(visit, [1])
  if (!early || !middle || !late || !still) throw new Error('no moments')
  const { bar } = still
  if (!(bar > 10)) throw new Error(`the first gate’s bar is ${bar} px high`)
  expectSame('when it is over', still, { animations: 0, bar, maps: 1, ticks: 1 })
  expectSame('early', { ...early, animations: 0 }, { animations: 0, bar: 0, maps: 0, ticks: 0 })
  if (!(middle.bar > bar * 0.2 && middle.bar < bar * 0.8))
    throw new Error(`in the middle the bar is ${middle.bar} of ${bar} px high`)
  if (!(Math.abs(late.bar - bar) < 0.5 && late.maps === 1 && late.ticks === 0))
    throw new Error(`late: ${JSON.stringify(late)}`)
  const changed = pixelsThatDiffer(during, pictureOf(await driver.screenshot()))
  if (changed < 5000) throw new Error(`only ${changed} pixels change`)
  expectSame('complaints', await complaintsOf(driver), [])
  return `${early.animations} marks move, ${changed} pixels change`
}
