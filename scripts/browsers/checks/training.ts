/** Training in the page: it goes on, rests, goes on, starts again, and is kept. */
import { type Driver, pause, until } from '../driver.ts'
import {
  gateNumbers,
  isThere,
  keptRunButton,
  menu,
  menuButton,
  networks,
  playButton,
  textOf,
  trainingOf,
  waterfall,
} from '../page.ts'
import { atRest, type Check, expectSame, open, silence, type Visit } from '../visit.ts'

/** A step counter that came so far is no accident. */
const trained = 30

export const training: readonly Check[] = [
  ...networks.map((net) => ({
    name: `${net}: trains, rests when paused, goes on, starts again the same after a reset`,
    run: (visit: Visit) => trains(visit, net),
  })),
  { name: 'the waterfall grows while it trains, and brings back older gates', run: waterfalls },
  { name: 'a run is kept: after a reload it is offered and goes on', run: isKept },
]

/** Presses play, and waits until the run has come so far. */
export async function playTo(driver: Driver, wanted: number): Promise<void> {
  await until('there is a button to play', () => isThere(driver, playButton))
  await driver.click(playButton)
  await reach(driver, wanted)
}

export async function reach(driver: Driver, wanted: number): Promise<void> {
  await until(
    `step ${wanted} of the training`,
    async () => {
      const { step, trouble } = await trainingOf(driver)
      if (trouble !== '') throw new Error(trouble)
      return step >= wanted
    },
    { limitMs: 300_000 },
  )
}

/** Presses pause, and waits until the last frame is there: it follows the pause. @returns the step it rests at */
export async function rest(driver: Driver): Promise<number> {
  await driver.click(playButton)
  await until('it is paused', async () => (await trainingOf(driver)).phase === 'paused')
  return atRest('the paused run', async () => (await trainingOf(driver)).step, 1500)
}

async function trains(visit: Visit, net: (typeof networks)[number]): Promise<string> {
  const { driver, picture } = visit
  await open(visit, { net })
  await playTo(driver, trained)
  const [before, since] = [await trainingOf(driver), performance.now()]
  await pause(3000)
  const after = await trainingOf(driver)
  const speed = ((after.step - before.step) * 1000) / (performance.now() - since)
  if (!(speed > 0)) throw new Error(`stands still at step ${after.step}, ${after.phase}`)
  await picture(`${net}-training`)

  const rested = await rest(driver)
  await pause(2500)
  const later = await trainingOf(driver)
  expectSame('while it rests', [later.step, later.phase], [rested, 'paused'])
  if (later.printed !== later.step) throw new Error(`step ${later.step} is printed as ${later.printed}`)
  await silence(visit)
  await picture(`${net}-paused`)

  await playTo(driver, rested + 10)
  await rest(driver)
  await reset(driver)
  await playTo(driver, 12)
  await rest(driver)
  const losses = (all: readonly number[]) => all.slice(0, 12)
  expectSame('losses after the reset', losses((await trainingOf(driver)).losses), losses(later.losses))
  return `${speed.toFixed(0)} steps/s on ${later.backend}, rests at step ${rested}, the same 12 losses again`
}

/** By the button in the menu. */
async function reset(driver: Driver): Promise<void> {
  await driver.click(menuButton)
  await until('the menu is open', () => isThere(driver, menu.moreOfTraining))
  await driver.click(menu.moreOfTraining)
  await until('there is a button to reset', () => isThere(driver, menu.reset))
  await driver.click(menu.reset)
  await until('it is reset', async () => (await trainingOf(driver)).step === 0)
  await driver.press('Escape')
  await until('the menu is closed', async () => !(await isThere(driver, menu.reset)))
}

/** Lines of the waterfall, and how many different colours they have. */
function linesOf(driver: Driver) {
  return driver.evaluate((where) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`${where} canvas`)
    const context = canvas?.getContext('2d')
    if (!canvas || !context) throw new Error('no waterfall')
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const colours = new Set(new Uint32Array(data.buffer))
    return { lines: canvas.height, channels: canvas.width, colours: colours.size }
  }, waterfall)
}

async function waterfalls(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit)
  await playTo(driver, 6)
  await until('the waterfall is there', () => isThere(driver, waterfall))
  const early = await linesOf(driver)
  await reach(driver, 40)
  const step = await rest(driver)
  const late = await linesOf(driver)
  await picture('waterfall')
  if (!(late.lines > early.lines && late.channels === 16 && late.colours > 50))
    throw new Error(`${JSON.stringify(early)}, then ${JSON.stringify(late)}`)
  const newest = await gateNumbers(driver)
  await driver.evaluate((where) => document.querySelector<HTMLElement>(where)?.focus(), waterfall)
  await driver.press('Home')
  await until('the oldest line is on show', async () => {
    const asked = await driver.evaluate(() => new URLSearchParams(location.search).has('at'))
    return asked && (await gateNumbers(driver)).join() !== newest.join()
  })
  return `${early.lines} lines, then ${late.lines} at step ${step}, in ${late.colours} colours`
}

async function isKept(visit: Visit): Promise<string> {
  const { driver } = visit
  await open(visit)
  await playTo(driver, 8)
  const step = await rest(driver)
  await open(visit)
  expectSame('the step before it is gone on with', (await trainingOf(driver)).step, 0)
  await until('the run is offered', () => isThere(driver, keptRunButton), { limitMs: 20_000 })
  const said = await textOf(driver, '.run-note')
  if (!said.includes(` ${step}.`)) throw new Error(`of the run at step ${step} the page says: ${said}`)
  await driver.click(keptRunButton)
  await until('it is there', async () => (await trainingOf(driver)).phase === 'paused')
  expectSame('the step it is at', (await trainingOf(driver)).step, step)
  await playTo(driver, step + 5)
  await rest(driver)
  return `at step ${step} before and after, then on to ${(await trainingOf(driver)).step}`
}
