/** The lesson: its steps, its one button, its keys. */
import { pause, until } from '../driver.ts'
import {
  currentStep,
  figureRow,
  gateNumbers,
  linkOf,
  selectionOf,
  skipLink,
  stepsOf,
  textOf,
  tryButton,
} from '../page.ts'
import { atRest, type Check, comesTo, expectSame, open, silence, type Visit } from '../visit.ts'

const steps = 7

export const lesson: readonly Check[] = [
  { name: `the ${steps} steps can be gone through`, run: walks },
  { name: 'Swap shows the other picture, and the first one again', run: swaps },
  { name: 'keys: arrows in the figure and through the steps', run: arrows },
  { name: 'keys: Tab goes through everything in order, the skip link first', run: tabs },
]

async function walks(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit)
  const links = await stepsOf(driver)
  if (links.length !== steps) throw new Error(`${links.length} steps: ${links.join(', ')}`)
  for (const step of links) {
    await driver.click(linkOf(step))
    await until(`${step} is shown`, async () => {
      const current = await currentStep(driver)
      return current.step === step && current.whole
    })
    // What moves.
    await pause(700)
    await silence(visit)
    await picture(`step-${step}`)
  }
  return links.join(', ')
}

async function swaps(visit: Visit): Promise<string> {
  const { driver } = visit
  await open(visit)
  const shown = async () => ({
    gates: await gateNumbers(driver),
    reads: await textOf(driver, '[data-testid="prediction"]'),
  })
  const before = await shown()
  await driver.click(tryButton)
  await until('another answer', async () => (await shown()).reads !== before.reads)
  // The numbers run from one to the other.
  const other = await atRest('the swap', shown, 700)
  const changed = other.gates.filter((text, i) => text !== before.gates[i]).length
  if (changed === 0) throw new Error('no gate changes')
  await driver.click(tryButton)
  await comesTo('after the second swap', shown, before)
  return `reads ${before.reads}, then ${other.reads}; ${changed} of ${before.gates.length} gates change`
}

async function arrows(visit: Visit): Promise<string> {
  const { driver } = visit
  await open(visit)
  await driver.evaluate((row) => document.querySelector<HTMLElement>(row)?.focus(), figureRow('U'))
  const selected = async () => {
    const { step, stage, channel, cell } = await selectionOf(driver)
    return { step, stage, channel, cell }
  }
  await driver.press('Home')
  await comesTo('after Home', async () => (await selected()).channel, 0)
  const { cell } = await selected()
  if (cell === null) throw new Error('no cell is selected')
  const at = { step: 'why', stage: 'U', channel: 0, cell }
  const walk = [
    ['ArrowLeft', undefined, at],
    ['ArrowRight', undefined, { ...at, channel: 1 }],
    ['End', undefined, { ...at, channel: 15 }],
    ['ArrowRight', undefined, { ...at, channel: 15 }],
    ['Home', undefined, at],
    ['ArrowRight', 'Shift', { ...at, cell: { ...cell, w: cell.w + 1 } }],
    ['ArrowLeft', 'Shift', at],
    ['ArrowDown', undefined, { ...at, stage: 'z' }],
    ['ArrowDown', undefined, { ...at, stage: 's' }],
    ['ArrowUp', undefined, { ...at, stage: 'z' }],
  ] as const
  for (const [key, held, expected] of walk) {
    await driver.press(key, held)
    // A key that changes nothing shows so by what the next one does.
    await comesTo(`after ${held ?? ''} ${key}`, selected, expected)
  }
  const focus = () => driver.evaluate(() => document.activeElement?.getAttribute('data-stage') ?? '')
  expectSame('the focus', await focus(), 'z')

  await driver.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const went = [
    ['ArrowRight', 'transform'],
    ['ArrowRight', 'squeeze'],
    ['ArrowLeft', 'transform'],
  ] as const
  for (const [key, step] of went) {
    await driver.press(key)
    await comesTo(`after ${key} outside the figure`, async () => (await selected()).step, step)
  }
  return `${walk.length} keys in the figure, ${went.length} through the steps`
}

interface StopsWindow extends Window {
  stops?: Element[]
}

/** Counts what the Tab key should stop at, in the order of the document. */
function countStops({ driver }: Visit): Promise<number> {
  return driver.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, select, input, textarea, summary, [tabindex]',
    )
    const stops = [...all].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !one.matches(':disabled') &&
        one.checkVisibility({ visibilityProperty: true }) &&
        // Of radio buttons the one that is chosen.
        !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked),
    )
    ;(window as StopsWindow).stops = stops
    return stops.length
  })
}

/** Which of them has the focus, and what it is; −1: none. */
function stopOf({ driver }: Visit) {
  return driver.evaluate(() => {
    const at = document.activeElement
    if (at === null) return { stop: -1, is: 'nothing', ring: false }
    return {
      stop: (window as StopsWindow).stops?.indexOf(at) ?? -1,
      is: `<${at.tagName.toLowerCase()} class="${at.className}"> ${at.textContent?.slice(0, 30)}`,
      ring: at.matches(':focus-visible'),
    }
  })
}

async function tabs(visit: Visit): Promise<string> {
  const { driver } = visit
  await open(visit)
  // What is fetched late, after a move of the reader, has stops of its own.
  const counts: number[] = []
  await until(
    'the page is whole',
    async () => {
      await driver.press('Home')
      counts.unshift(await countStops(visit))
      return counts.length > 3 && new Set(counts.slice(0, 4)).size === 1
    },
    { everyMs: 1500 },
  )
  const [count = 0] = counts
  if (count < 20) throw new Error(`only ${count} places to stop at`)
  for (let i = 0; i < count; i++) {
    await driver.press('Tab')
    const { stop, is, ring } = await stopOf(visit)
    if (stop !== i || !ring)
      throw new Error(`Tab ${i + 1} stops at ${stop} of ${count}, ${is}, ring: ${ring}`)
  }
  await driver.press('Tab', 'Shift')
  const back = await stopOf(visit)
  if (back.stop !== count - 2) throw new Error(`back from the last one: ${back.stop} of ${count}, ${back.is}`)

  await open(visit)
  await driver.press('Tab')
  const first = await driver.evaluate((link) => document.activeElement?.matches(link) ?? false, skipLink)
  if (!first) throw new Error('the first Tab does not stop at the skip link')
  await driver.press('Enter')
  await until('the figure has the focus', () =>
    driver.evaluate(() => location.hash === '#figure' && document.activeElement?.id === 'figure'),
  )
  await driver.press('Tab')
  const inFigure = await driver.evaluate(() => document.activeElement?.closest('#figure') !== null)
  if (!inFigure) throw new Error('Tab after the skip link leaves the figure')
  return `${count} stops, there and back; the skip link leads into the figure`
}
