/** Machines that have less: training there, and what the page says of it. */
import type { Page } from '@playwright/test'
import type { Checkpoint } from '../../src/model/engine/protocol.ts'
import { expect, test } from './fixtures.ts'
import { open, openMenu, pressPause, type SiteWindow, stateOf, train } from './page.ts'

// One after the other in one browser: training takes a core.
test.describe.configure({ mode: 'default' })
test.setTimeout(150_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const patience = { timeout: 90_000 }

/** No textures of float32 to draw into: TensorFlow.js would keep half floats. */
const withHalfFloats = `{
  const { prototype } = WebGL2RenderingContext
  const { getExtension } = prototype
  prototype.getExtension = function (name) {
    return name === 'EXT_color_buffer_float' ? null : getExtension.call(this, name)
  }
}`

/** As what guards against fingerprinting does it. */
const withoutCanvas = `
  for (const Canvas of [globalThis.HTMLCanvasElement, globalThis.OffscreenCanvas]) {
    if (Canvas === undefined) continue
    Canvas.prototype.getContext = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  }
`

/** In the page and in its workers, which the page's own scripts do not reach. */
async function everywhere(page: Page, script: string): Promise<void> {
  await page.addInitScript(script)
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${script}\n${await response.text()}` })
  })
}

const losses = (page: Page) =>
  page.evaluate(() => {
    const { live } = (window as unknown as SiteWindow).seExplainer.store.getState()
    return live?.metrics.map(({ loss }) => loss) ?? []
  })

/** By hand, as in the settings; small batches, since WebGL is a program here. */
const chooseWebgl = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as SiteWindow).seExplainer.training.choose({ backend: 'webgl', batchSize: 8 }),
  )

async function trainFor(page: Page, steps: number): Promise<number[]> {
  await train(page)
  await expect.poll(async () => (await losses(page)).length, patience).toBeGreaterThanOrEqual(steps)
  await pressPause(page)
  await expect.poll(async () => (await stateOf(page)).engine.phase, patience).toBe('paused')
  return losses(page)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function expectFall(curve: readonly number[]): void {
  expect(curve.every(Number.isFinite)).toBe(true)
  expect(mean(curve.slice(-8))).toBeLessThan(0.95 * mean(curve.slice(0, 4)))
}

/** Why this backend, as it stands below the settings. */
async function expectReason(page: Page, more: string, reason: string): Promise<void> {
  const menu = await openMenu(page)
  const button = menu.getByRole('button', { name: more, exact: true })
  if (await button.count()) await button.click()
  await expect(menu.getByText(reason, { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Runs in the page: makes its kept run one that WebGL has computed. Returns what had computed it. */
async function keepAsOfWebgl(): Promise<string | undefined> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await answer(indexedDB.open('keyval-store'))
  const store = database.transaction('keyval', 'readwrite').objectStore('keyval')
  const found = (await answer(store.get('se-explainer:run'))) as { checkpoint: Checkpoint }
  const checkpoint = { ...found.checkpoint, computedBy: 'webgl' }
  await answer(store.put({ ...found, checkpoint }, 'se-explainer:run'))
  database.close()
  return found.checkpoint.computedBy
}

test('half floats: WASM trains, goes on with a run of WebGL, and the page says why, in both languages', async ({
  page,
}) => {
  await everywhere(page, withHalfFloats)
  await open(page)
  expectFall(await trainFor(page, 30))
  const { backend, trouble } = (await stateOf(page)).engine
  expect(backend).toMatchObject({ chosen: 'wasm', reason: 'webglHalfFloat' })
  expect(trouble).toBeNull()
  await expect(page.locator('.trouble')).toHaveCount(0)
  await expectReason(page, 'More', 'WebAssembly computes: WebGL has only half floats here')
  await page.getByRole('button', { name: '한국어' }).click()
  await expectReason(page, '더 보기', '반정밀도만 지원하여')

  expect(await page.evaluate(keepAsOfWebgl)).toBe('wasm')
  await open(page)
  await page.getByRole('button', { name: 'Go on with it' }).click()
  const word = 'WebGL computed this run so far; from here on WebAssembly does.'
  await expect(page.getByText(word)).toBeVisible(patience)
  await trainFor(page, 3)
  await expect(page.getByText(word)).toBeVisible()
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.getByText('지금까지 WebGL 방식으로 계산했고', { exact: false })).toBeVisible()
})

test('half floats: whoever asks for WebGL has all three networks trained by WASM', async ({ page }) => {
  await everywhere(page, withHalfFloats)
  for (const net of ['inks', 'digits', 'series']) {
    await open(page, `?net=${net}`)
    await chooseWebgl(page)
    const curve = await trainFor(page, 6)
    expect(curve.every(Number.isFinite), net).toBe(true)
    const { backend, trouble } = (await stateOf(page)).engine
    expect(backend, net).toMatchObject({ chosen: 'wasm', reason: 'webglHalfFloat' })
    expect(trouble, net).toBeNull()
  }
})

test('a blocked canvas: WASM trains, and the page says what stays blank', async ({ page }) => {
  await everywhere(page, withoutCanvas)
  await open(page)
  const blank = 'This browser lets the page paint nothing'
  await expect(page.getByText(blank, { exact: false })).toBeVisible()
  await expect(page.locator('.loom > canvas:not([data-painted])')).toHaveCount(0)
  expectFall(await trainFor(page, 30))
  const { backend, trouble } = (await stateOf(page)).engine
  expect(backend).toMatchObject({ chosen: 'wasm', reason: 'webglMissing' })
  expect(trouble).toBeNull()
  await expectReason(page, 'More', 'WebAssembly computes: this browser has no WebGL in workers.')
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.getByText('캔버스가 막혀 있어', { exact: false })).toBeVisible()
  await expectReason(page, '더 보기', 'WebGL 기능이 없습니다')
})

test('WebGL was asked for and its code is missing: what is missing; then it computes', async ({
  page,
  watch,
}) => {
  watch.allow(/404/)
  const files = /\/webgl-[^/]*\.js$/
  await page.route(files, (route) => route.fulfill({ status: 404, body: 'Not found' }))
  await open(page)
  await chooseWebgl(page)
  await train(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The part of the page that computes with WebGL could not be loaded.')
  await expect(alert).toContainText('choose another way under “Computed with”')
  await page.unroute(files)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(async () => (await stateOf(page)).engine.backend?.reason, patience).toBe('requested')
  expect((await stateOf(page)).engine.backend?.chosen).toBe('webgl')
  await expect(alert).toHaveCount(0)
})
