/** Training on graphics that have less than WebGL needs. */

import type { Page } from '@playwright/test'
import type { Checkpoint } from '../../src/model/engine/protocol.ts'
import { expect, test } from './fixtures.ts'
import { everywhere, expectFall, expectReason, trainFor } from './lacking.ts'
import { open, type SiteWindow, stateOf, train } from './page.ts'

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

/** As in the settings; one picture a step, since WebGL is a program here. */
const chooseWebgl = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as SiteWindow).seExplainer.training.choose({ backend: 'webgl', batchSize: 1 }),
  )

const liveStep = (page: Page) =>
  page.evaluate(() => (window as unknown as SiteWindow).seExplainer.store.getState().live?.step ?? -1)

/** Runs in the page: makes its kept run one that WebGL has computed, as was asked for. Returns what had computed it. */
async function keepAsOfWebgl(): Promise<string | undefined> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await answer(indexedDB.open('keyval-store'))
  const store = database.transaction('keyval', 'readwrite').objectStore('keyval')
  const found = (await answer(store.get('se-explainer:run'))) as { checkpoint: Checkpoint }
  const config = { ...found.checkpoint.config, backend: 'webgl' }
  const checkpoint = { ...found.checkpoint, config, computedBy: 'webgl' }
  await answer(store.put({ ...found, checkpoint }, 'se-explainer:run'))
  database.close()
  return found.checkpoint.computedBy
}

test('half floats: WASM trains, and goes on with a run of WebGL; the page says so and why', async ({
  page,
}) => {
  await everywhere(page, withHalfFloats)
  await open(page)
  expectFall(await trainFor(page, 20))
  const { backend, trouble } = (await stateOf(page)).engine
  expect(backend).toMatchObject({ chosen: 'wasm', reason: 'webglHalfFloat' })
  expect(trouble).toBeNull()
  await expectReason(page, 'More', 'WebAssembly computes: WebGL has only half floats here')

  expect(await page.evaluate(keepAsOfWebgl)).toBe('wasm')
  const step = await liveStep(page)
  await open(page, '', { path: 'ko/' })
  await page.getByRole('button', { name: '이어서 학습' }).first().click()
  const word = '지금까지 WebGL 방식으로 계산했고, 여기서부터는 WebAssembly 방식으로 계산합니다.'
  await expect(page.getByText(word)).toBeVisible(patience)
  await page.evaluate(() => (window as unknown as SiteWindow).seExplainer.training.advance('batch'))
  await expect.poll(() => liveStep(page), patience).toBe(step + 1)
  expect((await stateOf(page)).engine.backend).toMatchObject({ chosen: 'wasm', reason: 'webglHalfFloat' })
  await expectReason(page, '더 보기', '반정밀도만 지원하여')
})

test('half floats: whoever asks for WebGL has the other networks trained by WASM as well', async ({
  page,
}) => {
  await everywhere(page, withHalfFloats)
  await open(page)
  await chooseWebgl(page)
  for (const net of ['digits', 'series'] as const) {
    await page.getByRole('combobox', { name: 'Network' }).selectOption(net)
    await trainFor(page, 3)
    const { backend, trouble } = (await stateOf(page)).engine
    expect(backend, net).toMatchObject({ chosen: 'wasm', reason: 'webglHalfFloat' })
    expect(trouble, net).toBeNull()
  }
})

test('WebGL was asked for and its code is missing: what is missing; then it is there', async ({
  page,
  watch,
}) => {
  watch.allow(/404/)
  const files = /\/webgl-[^/]*\.js$/
  await page.route(files, (route) => route.fulfill({ status: 404, body: 'Not found' }))
  const fetched: string[] = []
  page.on('request', (request) => void fetched.push(request.url()))
  await open(page)
  await chooseWebgl(page)
  await train(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The part of the page that computes with WebGL could not be loaded.')
  await expect(alert).toContainText('choose another way under “Computed with”')
  await page.unroute(files)
  await alert.getByRole('button', { name: 'Try again' }).click()
  // It has started, and nothing stands in for it: the steps themselves would take long here.
  await page.waitForFunction(
    () => (window as unknown as SiteWindow).seExplainer.store.getState().engine.progress?.part === 'warmup',
    null,
    patience,
  )
  expect(fetched.filter((url) => files.test(url)).length).toBeGreaterThan(1)
  expect(fetched.filter((url) => /\/wasm-|\.wasm$/.test(url))).toEqual([])
  await expect(alert).toHaveCount(0)
})
