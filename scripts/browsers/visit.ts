/** The checks: the page as a person uses it, in one browser. */
import { type Driver, pause, until } from './driver.ts'
import {
  addressOf,
  complaintsOf,
  currentStep,
  isReady,
  isThere,
  linkOf,
  type Network,
  networks,
  playButton,
  stepsOf,
  trainingOf,
} from './page.ts'

export interface Visit {
  readonly driver: Driver
  readonly siteUrl: string
  /** Takes a picture under this name. */
  readonly picture: (name: string) => Promise<void>
}

export interface Check {
  readonly name: string
  /** What was seen, for the report. @throws Error with what was not as it should be */
  run(visit: Visit): Promise<string>
}

/** Those at which lines were lost once, a tablet and a phone. MiniBrowser's window is never as narrow as that. */
const widths = [1440, 1366, 1300, 1200, 768, 390]

const steps = 7
/** A step counter that came so far is no accident. */
const trained = 30

export const checks: readonly Check[] = [
  { name: 'opens without a complaint', run: opens },
  { name: `the ${steps} steps can be gone through`, run: walks },
  ...networks.map((network) => ({
    name: `${network}: trains, and rests when paused`,
    run: (visit: Visit) => trains(visit, network),
  })),
  { name: 'pictures at all widths', run: pictures },
]

async function open({ driver, siteUrl }: Visit, network: Network): Promise<void> {
  await driver.open(new URL(addressOf(network), siteUrl).href)
  await until('the page answers', () => isReady(driver))
}

async function silence(driver: Driver): Promise<void> {
  const said = await complaintsOf(driver)
  if (said.length > 0) throw new Error(`the page says: ${said.join(' / ')}`)
}

async function opens(visit: Visit): Promise<string> {
  const begun = performance.now()
  await open(visit, 'inks')
  const seconds = (performance.now() - begun) / 1000
  await silence(visit.driver)
  return `answers after ${seconds.toFixed(1)} s`
}

async function walks(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit, 'inks')
  const links = await stepsOf(driver)
  if (links.length !== steps) throw new Error(`${links.length} steps: ${links.join(', ')}`)
  for (const step of links) {
    await driver.click(linkOf(step))
    await until(`${step} is shown`, async () => {
      const current = await currentStep(driver)
      return current.step === step && current.said
    })
    // What is fetched late, and what moves.
    await pause(700)
    await silence(driver)
    await picture(`step-${step}`)
  }
  return links.join(', ')
}

async function trains(visit: Visit, network: Network): Promise<string> {
  const { driver, picture } = visit
  await open(visit, network)
  await until('there is a button to play', () => isThere(driver, playButton))
  await driver.click(playButton)
  await until(
    `${trained} steps of training`,
    async () => {
      const { step, trouble } = await trainingOf(driver)
      if (trouble !== '') throw new Error(trouble)
      return step >= trained
    },
    { limitMs: 120_000 },
  )
  const [before, since] = [await trainingOf(driver), performance.now()]
  await pause(3000)
  const after = await trainingOf(driver)
  const speed = ((after.step - before.step) * 1000) / (performance.now() - since)
  if (!(speed > 0)) throw new Error(`stands still at step ${after.step}, ${after.phase}`)
  await picture(`${network}-training`)

  await driver.click(playButton)
  await until('it is paused', async () => (await trainingOf(driver)).phase === 'paused')
  // The last frame follows the pause.
  await pause(1500)
  const rest = await trainingOf(driver)
  await pause(2500)
  const later = await trainingOf(driver)
  if (later.step !== rest.step || later.phase !== 'paused')
    throw new Error(`paused at step ${rest.step}, then ${later.phase} at ${later.step}`)
  if (later.printed !== later.step) throw new Error(`step ${later.step} is printed as ${later.printed}`)
  await silence(driver)
  await picture(`${network}-paused`)
  return `${speed.toFixed(0)} steps/s on ${later.backend}, rests at step ${later.step}`
}

async function pictures(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  const taken: number[] = []
  for (const width of widths) {
    const isWide = await driver.resize({ width, height: 900 }).then(
      () => true,
      () => false,
    )
    if (!isWide) continue
    await open(visit, 'inks')
    await pause(700)
    await picture(`width-${width}`)
    taken.push(width)
  }
  await driver.resize(usualSize)
  if (taken.length < 2) throw new Error('the window has one size only')
  return taken.join(', ')
}

export const usualSize = { width: 1440, height: 900 } as const
