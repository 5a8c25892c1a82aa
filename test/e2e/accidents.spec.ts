/** What goes wrong at the edges: files that are missing, have changed or fall where nothing opens them. */
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { everywhere, expectFall, expectReason, trainFor } from './lacking.ts'
import { goTo, open, openMenu, type SiteWindow, stateOf, train } from './page.ts'
import { tsFile } from './seriesFixture.ts'

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  permissions: ['clipboard-read', 'clipboard-write'],
})

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([given, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], given))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, text] as const,
  )
}

/** As what guards against fingerprinting does it. */
const withoutCanvas = `
  for (const Canvas of [globalThis.HTMLCanvasElement, globalThis.OffscreenCanvas]) {
    if (Canvas === undefined) continue
    Canvas.prototype.getContext = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  }
`

test('a blocked canvas: WASM trains, and the page says what stays blank', async ({ page }) => {
  test.setTimeout(150_000)
  await everywhere(page, withoutCanvas)
  await open(page)
  await expect(page.getByText('This browser lets the page paint nothing', { exact: false })).toBeVisible()
  await expect(page.locator('.loom > canvas:not([data-painted])')).toHaveCount(0)
  expectFall(await trainFor(page, 20))
  const { backend, trouble } = (await stateOf(page)).engine
  expect(backend).toMatchObject({ chosen: 'wasm', reason: 'webglMissing' })
  expect(trouble).toBeNull()
  await expectReason(page, 'More', 'WebAssembly computes: this browser has no WebGL in workers.')
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.getByText('캔버스가 막혀 있어', { exact: false })).toBeVisible()
  await expectReason(page, '더 보기', 'WebGL 기능이 없습니다')
})

const parts = [
  ['the worker', /\/worker-[^/]*\.js$/, 'The part of the page that trains could not be loaded.'],
  [
    'what computes',
    /\/wasm-[^/]*\.js$/,
    'The part of the page that computes with WebAssembly could not be loaded.',
  ],
  ['its binary', /\.wasm$/, 'The part of the page that computes with WebAssembly could not be loaded.'],
] as const

for (const [name, files, said] of parts) {
  test(`the file of ${name} is missing: what is missing and what to do; then it trains`, async ({
    page,
    watch,
  }) => {
    watch.allow(/404|wasm|instantiat/i)
    test.setTimeout(150_000)
    await page.route(files, (route) => route.fulfill({ status: 404, body: 'Not found' }))
    await open(page, '?net=digits')
    await train(page)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(said)
    await expect(alert).toContainText('Check the connection and try again.')
    await expect(alert).not.toContainText(/again and again|undefined/)
    await page.unroute(files)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.waitForFunction(
      () => ((window as unknown as SiteWindow).seExplainer.store.getState().live?.step ?? 0) > 0,
      null,
      { timeout: 90_000 },
    )
    await expect(alert).toHaveCount(0)
    const { backend } = (await stateOf(page)).engine
    expect(backend).toMatchObject({ chosen: 'wasm', reason: 'webglMissing' })
  })
}

/** A table of series of two steps each, a class or the other. */
function table(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => `s${n >> 1},${n % 2},${n % 4 < 2 ? 'a' : 'b'},${n}`)
  return `id,time,label,height\n${lines.join('\n')}\n`
}

test('a table that is written to under its dialog: choose it again, nothing else helps', async ({
  page,
}, info) => {
  const path = info.outputPath('table.csv')
  writeFileSync(path, table(40))
  await page.goto('./?net=series&data=own')
  const input = page.locator('.own input[type="file"]:not([webkitdirectory])')
  await input.setInputFiles(path)
  await expect(page.getByRole('heading', { name: 'How is table.csv arranged?' })).toBeVisible()
  await page.waitForTimeout(1100)
  writeFileSync(path, table(80))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The file table.csv has changed, or is gone, since you chose it.')
  await expect(alert).toContainText('Choose the file again.')
  await expect(alert).not.toContainText('change them')
  await input.setInputFiles(path)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('table.csv: 40 series', { exact: false })).toBeVisible()
})

test('another table is looked at while one is asked about: that one is not read in its place', async ({
  page,
}) => {
  await page.goto('./?net=series&data=own')
  const input = page.locator('.own input[type="file"]:not([webkitdirectory])')
  const choose = (name: string, rows: number) =>
    input.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(table(rows)) })
  await choose('first.csv', 40)
  const read = page.getByRole('button', { name: 'Import', exact: true })
  await expect(read).toBeEnabled()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await choose('second.csv', 80)
  await expect(page.getByRole('heading', { name: 'How is first.csv arranged?' })).toBeVisible()
  await expect(read).toBeDisabled()
  await read.dispatchEvent('click')
  release()
  await expect(page.getByRole('heading', { name: 'How is second.csv arranged?' })).toBeVisible()
  await read.click()
  await expect(page.getByText('second.csv: 40 series', { exact: false })).toBeVisible()
})

test('a file that falls among pictures: what it was, and the way to open it', async ({ page }) => {
  await open(page)
  await drop(page, 'Moves.ts', tsFile(0, 40))
  await expect(page.getByText('The file Moves.ts was not opened.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Open there' }).click()
  await expect(page.getByText('Moves.ts: 40 series', { exact: false })).toBeVisible()
  await expect(page).toHaveURL(/data=own/)
  await expect(page.getByText('was not opened')).toHaveCount(0)
  // Another network is another matter: what fell is forgotten.
  await page.getByRole('combobox', { name: 'Network' }).selectOption('digits')
  await drop(page, 'cat.jpg', '')
  await expect(page.getByText('The file cat.jpg was not opened.', { exact: false })).toBeVisible()
  await page.getByRole('combobox', { name: 'Network' }).selectOption('inks')
  await expect(page.getByText('was not opened')).toHaveCount(0)
})

test('undo is there for what was done on this step', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Swap the bar’s ink' }).click()
  await goTo(page, 'squeeze')
  await page.getByRole('button', { name: 'Shuffle the cells of U' }).click()
  await goTo(page, 'scale')
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeDisabled()
  await page.getByRole('button', { name: 'Give it the other bar’s gates' }).click()
  await expect(undo).toBeEnabled()
  await page.goBack()
  await page.goForward()
  await expect(undo).toBeDisabled()
})

test('“Link copied” goes away again', async ({ page }) => {
  await open(page, '?step=gate')
  const menu = await openMenu(page)
  await menu.getByRole('button', { name: 'Share' }).click()
  const said = page.getByText('Link copied.')
  await expect(said).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  await page.waitForTimeout(2000)
  await expect(said).toBeVisible()
  await expect(said).toHaveCount(0, { timeout: 6000 })
})
