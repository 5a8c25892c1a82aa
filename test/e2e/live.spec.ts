/** Training in the real page: it learns, answers, and survives what can go wrong. */
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '../../scripts/chromium.ts'
import type { Training } from '../../src/components/training/controller/training.ts'
import { forwardNetwork } from '../../src/model/networks/forward.ts'
import { networkPlan } from '../../src/model/networks/networkPlan.ts'
import type { AppStore } from '../../src/model/state/store.ts'
import { nd } from '../../src/model/tensor.ts'
import { expect, test } from './fixtures.ts'
import { closeMenu, goTo, numberIn, open, openMenu, pressPause, settled, stepLink, train } from './page.ts'

declare global {
  interface Window {
    seExplainer: { store: AppStore; training: Training }
  }
}

// One after the other in one browser: training takes a core.
test.describe.configure({ mode: 'default' })
test.setTimeout(150_000)

const patience = { timeout: 90_000 }

const status = (page: Page) =>
  page.evaluate(() => {
    const { live, engine } = window.seExplainer.store.getState()
    return {
      step: live?.step ?? -1,
      phase: engine.phase,
      trouble: engine.trouble,
      backend: engine.backend,
      tensors: live?.tensors ?? -1,
      curve: live?.metrics.map((one) => one.loss) ?? [],
    }
  })

async function playTo(page: Page, step: number): Promise<void> {
  await train(page)
  await page.waitForFunction(
    (to) => (window.seExplainer.store.getState().live?.step ?? -1) >= to,
    step,
    patience,
  )
}

/** Pauses, and waits until the last frame is drawn: it follows the pause. */
async function pause(page: Page): Promise<void> {
  await pressPause(page)
  await page.waitForFunction(
    () => window.seExplainer.store.getState().engine.phase === 'paused',
    null,
    patience,
  )
  await stillness(page)
}

/** Waits until no new frame is drawn any more. */
async function stillness(page: Page): Promise<void> {
  let before = -1
  await expect
    .poll(
      async () => {
        const { step } = await status(page)
        const still = step === before
        before = step
        return still
      },
      { ...patience, intervals: [600] },
    )
    .toBe(true)
}

test('plays, pauses, goes one batch, starts again the same, and keeps its tensors', async ({ page }) => {
  await open(page, '?net=digits')
  await expect(page.getByText('You see a stored run')).toBeVisible()
  await playTo(page, 12)
  await expect(page.getByText('Your own run')).toBeVisible()
  const early = await status(page)
  expect(early.backend).toMatchObject({ chosen: 'wasm', reason: 'webglSoftware' })
  await pause(page)
  const paused = await status(page)
  await page.waitForTimeout(400)
  expect((await status(page)).step).toBe(paused.step)
  await (await openMenu(page)).getByRole('button', { name: 'One batch' }).click()
  await expect.poll(async () => (await status(page)).step, patience).toBe(paused.step + 1)
  const first = await status(page)
  expect(first.tensors).toBe(early.tensors)
  expect(first.curve.length).toBe(first.step)
  // In the menu as well as under the reading.
  await expect(page.locator('[data-readout="step"]')).toHaveText([`${first.step}`, `${first.step}`])
  await closeMenu(page)

  await page.evaluate(() => window.seExplainer.training.reset())
  await playTo(page, 12)
  await pause(page)
  const again = await status(page)
  expect(again.curve.slice(0, 12)).toEqual(first.curve.slice(0, 12))
  expect(again.tensors).toBe(early.tensors)
})

test('what is shown while it trains is what tfjs computes', async ({ page }) => {
  await open(page)
  await playTo(page, 6)
  await pause(page)
  await expect.poll(async () => (await status(page)).step).toBeGreaterThanOrEqual(6)
  const seen = await page.evaluate(async () => {
    const { store, training } = window.seExplainer
    const client = training.client()
    const live = store.getState().live
    if (client === null || live === null) throw new Error('no run')
    const input = Float32Array.from({ length: 28 * 28 * 2 }, (_, i) => ((i * 37) % 101) / 101)
    const tensors = await client.inspect(input)
    return {
      config: live.config.network,
      weights: [...live.weights],
      input: [...input],
      tensors: Object.fromEntries(Object.entries(tensors).map(([name, values]) => [name, [...values]])),
    }
  })
  const trace = forwardNetwork(
    networkPlan(seen.config),
    Float32Array.from(seen.weights),
    nd(['h', 'w', 'c'], [28, 28, 2], Float32Array.from(seen.input)),
  )
  for (const site of ['site1', 'site2']) {
    const block = trace.sites[site]?.block
    if (!block) throw new Error('no block')
    for (const stage of ['z', 'hidden', 'logits', 's'] as const) {
      const theirs = seen.tensors[`${site}/${stage}`]
      expect(theirs?.length, `${site}/${stage}`).toBe(block[stage].data.length)
      for (const [i, value] of block[stage].data.entries()) expect(theirs?.[i]).toBeCloseTo(value, 4)
    }
  }
})

test('a rate of a million: the last good state is back, and a smaller rate is offered', async ({ page }) => {
  await open(page, '?net=digits')
  await playTo(page, 15)
  await page.evaluate(() => window.seExplainer.training.choose({ learningRate: 1e6 }))
  await expect(page.getByRole('alert')).toContainText('too high', patience)
  // The phase follows the message.
  await expect.poll(async () => (await status(page)).phase, patience).toBe('diverged')
  const { trouble } = await status(page)
  if (trouble?.kind !== 'diverged') throw new Error(`expected to diverge, got ${JSON.stringify(trouble)}`)
  // The frame of the state that came back follows the message.
  await expect.poll(async () => (await status(page)).step, patience).toBe(trouble.backTo)
  expect(
    await page.evaluate(() => window.seExplainer.store.getState().live?.weights.every(Number.isFinite)),
  ).toBe(true)
  await page.getByRole('alert').getByRole('button').first().click()
  await page.waitForFunction(
    (from) => (window.seExplainer.store.getState().live?.step ?? 0) > from,
    trouble.backTo,
    patience,
  )
})

test('a killed worker: a new one goes on from the checkpoint, and the page says so', async ({ page }) => {
  await open(page, '?net=digits')
  await playTo(page, 15)
  await page.evaluate(() => window.seExplainer.training.client()?.terminateForTest())
  await page.waitForFunction(
    () => window.seExplainer.store.getState().engine.trouble?.kind === 'workerLost',
    null,
    patience,
  )
  const back = await status(page)
  await page.waitForFunction(
    (from) => (window.seExplainer.store.getState().live?.step ?? 0) > from + 3,
    back.step,
    patience,
  )
})

/** Runs in the page: the step of the run in its storage, if there is one. */
async function keptStep(): Promise<number | null> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const names = (await indexedDB.databases()).map(({ name }) => name)
  if (!names.includes('keyval-store')) return null
  const database = await answer(indexedDB.open('keyval-store'))
  const store = database.transaction('keyval').objectStore('keyval')
  const found = (await answer(store.get('se-explainer:run'))) as { checkpoint: { step: number } } | undefined
  database.close()
  return found?.checkpoint.step ?? null
}

test('a run is kept: after a reload it can go on', async ({ page }) => {
  await open(page, '?net=digits')
  await playTo(page, 8)
  await pause(page)
  const { step } = await status(page)
  await expect.poll(() => page.evaluate(keptStep), patience).toBe(step)
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await page.waitForFunction(
    () => window.seExplainer.store.getState().engine.phase === 'paused',
    null,
    patience,
  )
  expect((await status(page)).step).toBe(step)
})

test('time travel: an older line of the waterfall brings its weights back', async ({ page }) => {
  await open(page)
  await playTo(page, 12)
  await pause(page)
  const newest = await page.locator('.loom.wide .gates text').allTextContents()
  const scrubber = page.getByRole('slider', { name: /Gates over training time/ })
  await scrubber.press('Home')
  // The oldest record: step 0, or the first that was drawn on a busy machine.
  await expect(page).toHaveURL(/[?&]at=\d+/)
  await expect.poll(() => page.locator('.loom.wide .gates text').allTextContents()).not.toEqual(newest)
})

test('without WebGL training runs on WASM and says why', async ({ site }) => {
  const browser = await chromium.launch(await launchOptions({ webgl: 'none', concurrent: false }))
  const page = await browser.newPage()
  await page.goto(`${site.url}?net=digits`)
  await settled(page)
  await playTo(page, 3)
  expect((await status(page)).backend).toMatchObject({ chosen: 'wasm', reason: 'webglMissing' })
  await browser.close()
})

test('a WebGL context that is lost while training: it goes on elsewhere', async ({ page }) => {
  await open(page, '?net=digits')
  await page.evaluate(() => window.seExplainer.training.choose({ backend: 'webgl', batchSize: 8 }))
  await playTo(page, 2)
  expect((await status(page)).backend).toMatchObject({ chosen: 'webgl', reason: 'requested' })
  expect(await page.evaluate(() => window.seExplainer.training.client()?.loseContext())).toBe(true)
  await page.waitForFunction(
    () => window.seExplainer.store.getState().engine.trouble?.kind === 'contextLost',
    null,
    patience,
  )
  const { step } = await status(page)
  await page.waitForFunction(
    (from) => (window.seExplainer.store.getState().live?.step ?? 0) > from,
    step,
    patience,
  )
})

test('another site while it trains: the figure follows, and the run goes on', async ({ page }) => {
  await open(page, '?step=scale&site=site2')
  await playTo(page, 5)
  const site = (await openMenu(page)).getByRole('combobox', { name: 'SE site' })
  for (const to of ['site1', 'site2', 'site1']) {
    await site.selectOption(to)
    const channels = to === 'site1' ? 16 : 32
    await expect(page.locator('.loom .rail')).toContainText(`${channels} ×`)
  }
  await closeMenu(page)
  const { step } = await status(page)
  await page.waitForFunction(
    (from) => (window.seExplainer.store.getState().live?.step ?? 0) > from,
    step,
    patience,
  )
  await expect(page.getByTestId('strip-result')).toBeVisible()
  await pause(page)
})

test('another network while it trains: the run rests, is named, and comes back', async ({ page }) => {
  await open(page)
  await playTo(page, 5)
  await (await openMenu(page)).getByRole('combobox', { name: 'Block' }).selectOption('plain')
  await expect(page.getByText('there are no gates').first()).toBeVisible()
  await page.waitForFunction(
    () => window.seExplainer.store.getState().engine.phase === 'paused',
    null,
    patience,
  )
  await stillness(page)
  const { step } = await status(page)
  await expect(page.getByText(`Your run (Two inks, step ${step}) waits.`)).toBeVisible()
  await page.getByRole('button', { name: 'Show it', exact: true }).click()
  await expect(page.getByText(`Your own run, step ${step}.`)).toBeVisible()
  expect((await status(page)).step).toBe(step)
})

test('weights that run away are noticed though the loss stays a number', async ({ page }) => {
  await open(page)
  await page.evaluate(() => window.seExplainer.training.choose({ learningRate: 10 }))
  await train(page)
  await expect(page.getByRole('alert').or(page.locator('.trouble'))).toContainText(/learning rate/, patience)
  expect((await status(page)).phase).toBe('diverged')
})

test('a hidden page trains on and draws again when it is back', async ({ page }) => {
  await open(page, '?net=digits')
  await playTo(page, 4)
  const hide = (state: 'hidden' | 'visible') =>
    page.evaluate((to) => {
      Object.defineProperty(document, 'visibilityState', { value: to, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await hide('hidden')
  await stillness(page)
  const hidden = (await status(page)).step
  await hide('visible')
  await page.waitForFunction(
    (from) => (window.seExplainer.store.getState().live?.step ?? 0) > from + 2,
    hidden,
    patience,
  )
})

test('while it trains: waterfall and charts on the screen, numbers under the reading; a step leaves a run that rests', async ({
  page,
}) => {
  await open(page, '?step=mix')
  const lead = page.locator('[data-part="lead"]')
  const steps = (await lead.textContent()) ?? ''
  await playTo(page, 6)
  await expect(page.locator('.loom .waterfall')).toBeVisible()
  await expect(page.locator('.loom [role="slider"][data-stage]')).toHaveCount(2)
  await expect(page.locator('[data-part="text"]').getByRole('img').first()).toBeVisible()
  await expect(lead).toHaveText(/^The two bars’ gates lie 0\.\d\d apart/)
  const step = page.locator('.reading [data-readout="step"]')
  await expect(step).toBeVisible()
  await expect.poll(async () => numberIn((await step.textContent()) ?? '')).toBeGreaterThanOrEqual(6)
  // A step keeps a run that goes on before the eyes.
  await stepLink(page, 'gate').click()
  await expect(stepLink(page, 'gate')).toHaveAttribute('aria-current', 'step')
  await expect(page.locator('.step-panel.step-gate')).toBeVisible()
  await expect(page.locator('.loom .waterfall')).toBeVisible()
  // Its own words stand above.
  await expect(lead).toHaveText(/^Each channel gets its own gate/)
  await pause(page)
  expect(numberIn((await step.textContent()) ?? '')).toBe((await status(page)).step)
  await expect(page.locator('.loom .waterfall')).toBeVisible()
  await goTo(page, 'mix')
  await expect(page.locator('.loom .waterfall')).toHaveCount(0)
  await expect(lead).not.toHaveText(/^The two bars’ gates/)
  expect(steps).toMatch(/^16 means become 4 numbers/)
  await expect(lead).toHaveText(/^16 means become 4 numbers/)
  await expect(page.locator('.live-panels')).toBeVisible()
})
