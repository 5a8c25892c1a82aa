/** The reader's own files in archives and folders, and what belongs together in several files. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { expect, test } from './fixtures.ts'
import { open } from './page.ts'
import { tsFile } from './seriesFixture.ts'

test.use({ viewport: { width: 1366, height: 640 }, contextOptions: { reducedMotion: 'reduce' } })

const input = (page: Page) => page.locator('.own input[type="file"]:not([webkitdirectory])')

async function openOwn(page: Page): Promise<void> {
  await page.goto('./?net=series&data=own')
  await expect(input(page)).toBeAttached()
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter())
  for (const [path, text] of Object.entries(files)) await writer.add(path, new TextReader(text))
  return Buffer.from(await (await writer.close()).arrayBuffer())
}

const zip = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer })

/** A recording a file; a file of one class rises, of the other falls. */
const recording = (n: number, cell = '') =>
  `t,x\n${Array.from({ length: 24 }, (_, t) => `${t},${t === 5 && cell !== '' ? cell : (n % 2 === 0 ? t : -t) + n / 50}`).join('\n')}\n`

function folderAt(path: string, cell = ''): string {
  for (let n = 0; n < 24; n++) {
    const file = join(path, 'moves', n % 2 === 0 ? 'up' : 'down', `${n}.csv`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, recording(n, n === 7 ? cell : ''))
  }
  return join(path, 'moves')
}

test('an archive of two data sets asks for one of them, and its pair is opened', async ({ page }) => {
  await openOwn(page)
  const sets = ['Moves', 'Waves'].flatMap((name) => [
    [`all/${name}/${name}_TRAIN.ts`, tsFile(0, 40)],
    [`all/${name}/${name}_TEST.ts`, tsFile(1, 20)],
  ])
  await input(page).setInputFiles(
    zip('archive.zip', await zipOf({ ...Object.fromEntries(sets), 'all/readme.txt': 'words' })),
  )
  const choice = page.getByLabel('archive.zip holds 2 data sets.', { exact: false })
  await expect(choice).toBeFocused()
  await expect(choice.getByRole('option')).toHaveText(['Moves', 'Waves'])
  await choice.selectOption('Waves')
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(
    page.getByText('Trained on Waves_TRAIN.ts, tested on Waves_TEST.ts.', { exact: false }),
  ).toBeVisible()
  await expect(choice).toHaveCount(0)
  // What cannot be unpacked changes nothing.
  const damaged = await zipOf({ 'A.ts': tsFile(0, 8) })
  await input(page).setInputFiles(zip('damaged.zip', damaged.subarray(0, damaged.length - 40)))
  await expect(page.getByRole('alert')).toContainText('The ZIP archive is damaged.')
  await input(page).setInputFiles(zip('pictures.zip', await zipOf({ 'a.png': '' })))
  await expect(page.getByRole('alert')).toContainText('Nothing that can be opened here was found: a.png.')
  await expect(page.getByText('Trained on Waves_TRAIN.ts', { exact: false })).toBeVisible()
})

test('a folder with a folder for each class is one table, and errors name the file in it', async ({ page }, {
  outputDir,
}) => {
  await openOwn(page)
  const folder = page.locator('.own input[webkitdirectory]')
  await folder.setInputFiles(folderAt(join(outputDir, 'bad'), 'five'))
  const dialog = page.getByRole('region', { name: 'How is moves arranged?' })
  await expect(dialog.getByLabel('What column file holds')).toHaveValue('id')
  await expect(dialog.getByLabel('What column folder holds')).toHaveValue('label')
  await dialog.getByLabel('What column x holds').selectOption('values')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('moves/down/7.csv: Line 7: “five” is not a number.')
  await dialog.getByRole('button', { name: 'Close without importing' }).click()

  await folder.setInputFiles(folderAt(join(outputDir, 'good')))
  await expect(dialog.locator('.csv-curves')).toContainText(
    'has 24 series of up to 24 steps, variables: 1, classes: 2',
  )
  await expect(dialog.locator('.csv-curves li > span:last-child')).toHaveText(['down', 'up'])
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  const opened = page.getByText('moves: 24 series, 1 variable, 2 classes', { exact: false })
  await expect(opened).toBeInViewport()
  // It is kept as the one table that it became.
  await page.getByRole('button', { name: 'Keep these files in this browser' }).click()
  await expect(page.getByText('Kept in this browser: moves.')).toBeVisible()
  await openOwn(page)
  await page.getByRole('button', { name: 'Open them' }).click()
  await expect(opened).toBeVisible()
})

/** Files and folders fall onto the page as a file manager lets them fall. */
async function letFall(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  await session.detach()
}

test('a folder that is let fall is opened like one that is chosen', async ({ page }, { outputDir }) => {
  await openOwn(page)
  await letFall(page, [folderAt(outputDir)])
  await expect(page.getByRole('region', { name: 'How is moves arranged?' })).toBeVisible()
})

test('a folder, an archive, a table or nothing that falls among pictures: said, and opened when asked', async ({
  page,
}, { outputDir }) => {
  const at = (name: string) => join(outputDir, name)
  const folder = folderAt(outputDir)
  const sets = { 'A_TRAIN.ts': tsFile(0, 40), 'A_TEST.ts': tsFile(1, 20), 'B_TRAIN.ts': tsFile(0, 40) }
  writeFileSync(at('both.zip'), await zipOf(sets))
  writeFileSync(at('A_TRAIN.ts'), sets['A_TRAIN.ts'])
  writeFileSync(at('A_TEST.ts'), sets['A_TEST.ts'])
  writeFileSync(at('table.txt'), recording(0))
  mkdirSync(at('nothing'))
  await open(page, '?net=digits')
  const network = page.getByRole('combobox', { name: 'Network' })
  const given: readonly (readonly [files: readonly string[], said: string, opened: Locator])[] = [
    [[folder], '24 files were not opened.', page.getByRole('heading', { name: 'How is moves arranged?' })],
    [[at('both.zip')], 'The file both.zip was not opened.', page.getByText('both.zip holds 2 data sets.')],
    [
      [at('table.txt')],
      'The file table.txt',
      page.getByRole('heading', { name: 'How is table.txt arranged?' }),
    ],
    [
      [at('A_TRAIN.ts'), at('A_TEST.ts')],
      '2 files were',
      page.getByText('Trained on A_TRAIN.ts, tested on A_TEST.ts.'),
    ],
    [
      [at('nothing')],
      'The file nothing',
      page.getByText('The file nothing could not be read. The table is empty.'),
    ],
  ]
  for (const [files, said, opened] of given) {
    await letFall(page, files)
    const note = page.getByRole('status').filter({ hasText: said })
    await expect(note).toBeInViewport()
    await expect(page.locator('.own')).toHaveCount(0)
    await note.getByRole('button', { name: 'Open there' }).click()
    await expect(opened).toBeVisible()
    await expect(note).toHaveCount(0)
    await network.selectOption('digits')
  }
})

test('classes in files of their own are put beside their series, for training and test', async ({ page }) => {
  await openOwn(page)
  const values = (from: number) =>
    Array.from({ length: 24 }, (_, n) =>
      Array.from({ length: 20 }, (_, t) => (n % 2 === 0 ? t : -t) + (n + from) / 50).join(','),
    )
  const labels = Array.from({ length: 24 }, (_, n) => (n % 2 === 0 ? 'up' : 'down')).join('\n')
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  const files = ['train', 'test'].flatMap((role, i) => [
    file(`X_${role}.csv`, `${values(i).join('\n')}\n`),
    file(`y_${role}.csv`, `${labels}\n`),
  ])
  await input(page).setInputFiles(files)
  const dialog = page.getByRole('region', { name: 'How is X_train.csv arranged?' })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(
    page.getByText('Trained on X_train.csv, tested on X_test.csv.', { exact: false }),
  ).toBeVisible()
  await expect(
    page.getByText('24 series, 1 variable, 2 classes, up to 20 steps', { exact: false }),
  ).toBeVisible()
  // A label too few is said of the file with the labels.
  await input(page).setInputFiles([
    file('X.csv', `${values(0).join('\n')}\n`),
    file('y.csv', labels.slice(3)),
  ])
  await expect(page.getByRole('alert')).toContainText('y.csv: There are 23 labels, but 24 rows in “X.csv”.')
})

test('before anything is open the layouts are shown, and an example that opens', async ({ page }) => {
  await openOwn(page)
  const layouts = page.getByRole('region', { name: 'What can be read' })
  await expect(layouts.getByRole('listitem')).toHaveCount(7)
  const saving = page.waitForEvent('download')
  await layouts.getByRole('button', { name: 'Save the example' }).click()
  expect((await saving).suggestedFilename()).toBe('example.csv')
  await layouts.getByRole('button', { name: 'Open an example' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(
    page.getByText('example.csv: 60 series, 3 variables, 3 classes', { exact: false }),
  ).toBeVisible()
  await expect(layouts).toHaveCount(0)
})
