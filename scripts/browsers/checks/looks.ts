/** How the page looks: language, theme, lines that must be there, and pictures for the eye. */
import { type Driver, pause, until } from '../driver.ts'
import { heading, isThere, languageButton, menu, menuButton, selectionOf, textOf, threadOf } from '../page.ts'
import { type Colour, colourAt, difference, pictureOf, rowsPainted } from '../picture.ts'
import { atRest, type Check, comesTo, expectSame, open, silence, usualSize, type Visit } from '../visit.ts'

/** Those at which lines were lost once, a tablet and a phone. MiniBrowser's window is never as narrow as that. */
const widths = [1440, 1366, 1300, 1200, 768, 390]
const threadWidths = [1200, 1300, 1366, 1440]

export const looks: readonly Check[] = [
  { name: 'another language and back', run: languages },
  { name: 'another theme, kept over a reload', run: themes },
  { name: `the selected thread is painted at ${threadWidths.join(', ')}`, run: threads },
  { name: 'pictures at all widths', run: pictures },
]

async function languages(visit: Visit): Promise<string> {
  const { driver } = visit
  await open(visit)
  const shown = async () => ({
    lang: await driver.evaluate(() => document.documentElement.lang),
    heading: await textOf(driver, heading),
    lead: await textOf(driver, '.lead'),
  })
  const english = await shown()
  expectSame('the language', english.lang, 'en')
  await driver.click(languageButton('ko'))
  await until('the heading is Korean', async () => /[가-힣]/.test((await shown()).heading))
  const korean = await atRest('the Korean page', shown, 700)
  expectSame('the language', korean.lang, 'ko')
  if (!/[가-힣]/.test(korean.lead)) throw new Error(`Korean is said to be: ${korean.lead}`)
  await silence(visit)
  await driver.click(languageButton('en'))
  await comesTo('back in English', shown, english)
  await open(visit, { lang: 'ko' })
  await comesTo('the Korean page', shown, korean)
  return `${english.heading} · ${korean.heading}`
}

/** In the order of the three numbers of `rgb(…)`. */
function colourOf(css: string): Colour {
  const [red = 0, green = 0, blue = 0] = (/\d[\d., ]*/.exec(css)?.[0] ?? '').split(',').map(Number)
  return [red, green, blue]
}

/** The theme, and the colour that is painted at the edge of the page once it is the one that the style says. */
async function paper({ driver }: Visit): Promise<{ theme: string; painted: Colour }> {
  const read = async () => {
    const { theme, background } = await driver.evaluate(() => ({
      theme: document.documentElement.dataset.theme ?? 'system',
      background: getComputedStyle(document.documentElement).backgroundColor,
    }))
    const shot = pictureOf(await driver.screenshot())
    return { theme, background, painted: colourAt(shot, 3, Math.floor(shot.height / 2)) }
  }
  let found = await read()
  await until(
    'the paper has the colour of its style',
    async () => {
      found = await read()
      return difference(found.painted, colourOf(found.background)) <= 3
    },
    { limitMs: 5000 },
  )
  return found
}

async function chooseTheme(driver: Driver, theme: 'light' | 'dark'): Promise<void> {
  await driver.click(menuButton)
  await until('the menu is open', () => isThere(driver, menu.theme))
  await driver.choose(menu.theme, theme)
  await until(`${theme} is chosen`, async () => (await selectionOf(driver)).theme === theme)
  await driver.press('Escape')
  await until('the menu is closed', async () => !(await isThere(driver, menu.theme)))
}

async function themes(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit)
  const before = await paper(visit)
  await chooseTheme(driver, 'dark')
  const dark = await paper(visit)
  await picture('dark')
  await open(visit)
  const again = await paper(visit)
  await chooseTheme(driver, 'light')
  const all = [before, dark, again, await paper(visit)]
  expectSame(
    'the themes, and which are dark',
    all.map(({ theme, painted }) => [theme, Math.max(...painted) < 80]),
    [
      ['system', false],
      ['dark', true],
      ['dark', true],
      ['light', false],
    ],
  )
  return `paper rgb(${before.painted.join()}), dark rgb(${dark.painted.join()}), kept`
}

/** Of the selected channel. Marks, numbers and the funnel stand on it in a sixth of its rows. */
async function rowsOfThread(driver: Driver) {
  const { stroke, opacity, density, x, from, to } = await threadOf(driver)
  const line = { x: x * density, from: from * density, to: to * density, colour: colourOf(stroke), opacity }
  return rowsPainted(pictureOf(await driver.screenshot()), line)
}

async function threads(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  const seen: string[] = []
  for (const width of threadWidths) {
    await driver.resize({ width, height: usualSize.height })
    await open(visit)
    // Ends the opening animation, and leaves the pointer where nothing is selected by it.
    await driver.click(heading)
    let rows = { painted: 0, of: 0 }
    const isSeen = async () => {
      rows = await rowsOfThread(driver)
      return rows.of >= 150 && rows.painted >= rows.of * 0.7
    }
    const said = () => [...seen, `${width}: ${rows.painted} of ${rows.of}`].join(', ')
    await until('the thread is painted', isSeen, { limitMs: 5000 }).catch(() => {
      throw new Error(`rows with the thread at ${said()}`)
    })
    await picture(`thread-${width}`)
    seen.push(`${width}: ${rows.painted} of ${rows.of}`)
  }
  return `rows at ${seen.join(', ')}`
}

async function pictures(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  const taken: number[] = []
  for (const width of widths) {
    const isWide = await driver.resize({ width, height: usualSize.height }).then(
      () => true,
      () => false,
    )
    if (!isWide) continue
    await open(visit)
    await pause(700)
    await picture(`width-${width}`)
    taken.push(width)
  }
  if (taken.length < 2) throw new Error('the window has one size only')
  return taken.join(', ')
}
