/** What readers bring: files, and what they draw. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tsFile } from '../../../test/e2e/seriesFixture.ts'
import { type Driver, type Point, pause, until } from '../driver.ts'
import { drawing, gestures, isThere, ownFiles, seriesOf, textOf, trainingOf } from '../page.ts'
import { type Check, expectSame, open, silence, type Visit } from '../visit.ts'
import { playTo, reach, rest } from './training.ts'

export const ownSeries: readonly Check[] = [
  { name: 'a pair of .ts files is opened and trained on', run: opensPair },
  { name: 'a CSV table: the dialog opens, what it guessed is accepted, it is trained on', run: opensTable },
  { name: 'gestures are drawn, learnt and recognised', run: drawsGestures },
  { name: 'a digit that is drawn is read', run: drawsDigit },
]

/** Opens files, by name and text, as if they were chosen in the dialog of the system. */
async function give({ driver, folder }: Visit, files: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  await until('files can be chosen', () =>
    driver.evaluate((input) => document.querySelector(input) !== null, ownFiles.input),
  )
  await driver.giveFiles(ownFiles.input, paths)
  await until(
    `${Object.keys(files).join(' and ')} is asked about or read`,
    async () => (await isThere(driver, ownFiles.dialog)) || (await seriesOf(driver)).train > 0,
  )
}

async function opensPair(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit, { net: 'series', data: 'own' })
  const pair = { 'Moves_TRAIN.ts': tsFile(0, 32), 'Moves_TEST.ts': tsFile(100, 24) }
  await give(visit, pair)
  const series = await seriesOf(driver)
  expectSame('the series', series, {
    files: Object.keys(pair),
    train: 32,
    test: 24,
    classes: ['Standing', 'Running', 'Walking', 'Badminton'],
  })
  await playTo(driver, 10)
  const step = await rest(driver)
  await silence(visit)
  await picture('own-pair')
  return `${series.train} and ${series.test} series, trained to step ${step}`
}

/** Twenty-four series of two classes, a step a row. */
const table = `id,time,label,height\n${Array.from({ length: 24 * 20 }, (_, i) => {
  const [n, t] = [Math.floor(i / 20), i % 20]
  return `s${n},${t},${n % 2 === 0 ? 'up' : 'down'},${(n % 2 === 0 ? t : -t) + n / 50}\n`
}).join('')}`

async function opensTable(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit, { net: 'series', data: 'own' })
  await give(visit, { 'table.csv': table })
  await until('the dialog draws series', () => isThere(driver, ownFiles.curves))
  const asked = await textOf(driver, `${ownFiles.dialog} h3`)
  if (!asked.includes('table.csv')) throw new Error(`the dialog is headed: ${asked}`)
  await picture('own-table-dialog')
  await driver.click(ownFiles.import)
  await until('the table is read', async () => (await seriesOf(driver)).train > 0)
  const { files, train, test, classes } = await seriesOf(driver)
  expectSame('the table', [files, train + test, [...classes].sort()], [['table.csv'], 24, ['down', 'up']])
  if (await isThere(driver, ownFiles.dialog)) throw new Error('the dialog is still there')
  await playTo(driver, 10)
  const step = await rest(driver)
  await silence(visit)
  await picture('own-table')
  return `${train} to train and ${test} to test, trained to step ${step}`
}

/** Points of a square pad of side 1. */
type Path = readonly (readonly [x: number, y: number])[]

const along = (count: number, point: (share: number) => readonly [number, number]): Path =>
  Array.from({ length: count }, (_, i) => point(i / (count - 1)))

const shapes = {
  circle: along(24, (s) => [0.5 + 0.3 * Math.cos(2 * Math.PI * s), 0.5 + 0.3 * Math.sin(2 * Math.PI * s)]),
  line: along(24, (s) => [0.15 + 0.7 * s, 0.8 - 0.6 * s]),
} as const satisfies Readonly<Record<string, Path>>

/** Draws on a pad, a little differently each time. */
async function draw(driver: Driver, pad: string, path: Path, wobble: number): Promise<void> {
  const box = await driver.evaluate((wanted) => {
    const found = document.querySelector(wanted)
    if (found === null) throw new Error(`no ${wanted}`)
    found.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { x, y, width, height } = found.getBoundingClientRect()
    return { x, y, width, height }
  }, pad)
  const points = path.map(
    ([x, y], i): Point => ({
      x: box.x + box.width * (x + 0.015 * Math.sin(wobble * 7 + i)),
      y: box.y + box.height * (y + 0.015 * Math.cos(wobble * 5 + i)),
    }),
  )
  await driver.stroke(points)
}

async function drawsGestures(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit, { net: 'series', data: 'gestures' })
  await until('a class can be named', () => isThere(driver, gestures.newName))
  for (const [name, path] of Object.entries(shapes)) {
    await driver.write(gestures.newName, name)
    await driver.click(gestures.add)
    for (let i = 0; i < 5; i++) {
      await draw(driver, gestures.pad, path, i)
      await until(`recording ${i + 1} of ${name}`, async () =>
        (await textOf(driver, gestures.answer)).includes(`${name}, ${i + 1} recording`),
      )
    }
  }
  await driver.click(gestures.train)
  await until(
    'it asks for a drawing',
    async () => (await textOf(driver, gestures.progress)).includes('Now draw.'),
    { limitMs: 300_000 },
  )
  await reach(driver, 150)
  await driver.click(gestures.train)
  await until('it is paused', async () => (await trainingOf(driver)).phase === 'paused')
  const answers: string[] = []
  for (const [name, path] of Object.entries(shapes)) {
    await draw(driver, gestures.pad, path, 11.5)
    await until(`${name} is recognised`, async () =>
      (await textOf(driver, gestures.answer)).includes(`recognised: ${name}`),
    )
    answers.push(await textOf(driver, gestures.answer))
  }
  await picture('gestures')
  return answers.join(', ')
}

async function drawsDigit(visit: Visit): Promise<string> {
  const { driver, picture } = visit
  await open(visit, { net: 'digits' })
  await until('a digit can be drawn', () => isThere(driver, drawing.open))
  await driver.click(drawing.open)
  await until('there is a pad', () => isThere(driver, drawing.pad))
  await draw(driver, drawing.pad, shapes.circle, 1)
  await until('what was drawn is shown', () => isThere(driver, drawing.result))
  await pause(700)
  const answer = await textOf(driver, drawing.answer)
  if (!/ 0 /.test(answer)) throw new Error(`of a circle it is said: ${answer}`)
  await picture('drawn-digit')
  return answer
}
