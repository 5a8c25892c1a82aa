/** The steps and the address: every way to a step, and a link that opens what it was made from. */
import type { Page } from '@playwright/test'
import { stepIds } from '../../src/model/state/steps.ts'
import { expect, test } from './fixtures.ts'
import {
  closeMenu,
  expectQuery,
  goTo,
  open,
  openMenu,
  prediction,
  row,
  settled,
  stateOf,
  stepLink,
  unfold,
} from './page.ts'
import { argmax, firstPictures, forward, readNetwork } from './recompute.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('links, buttons and keys lead through all steps', async ({ page }) => {
  await open(page)
  for (const step of stepIds.slice(1)) {
    await goTo(page, step)
    await expect(stepLink(page, step)).toHaveAttribute('aria-current', 'step')
    await expect(page.locator('[aria-current="step"]')).toHaveCount(1)
    await expectQuery(page, `?step=${step}`)
  }
  const panel = page.locator('.step-panel')
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(panel).toHaveClass(/step-scale/)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(panel).toHaveClass(/step-result/)
  // Keys go through the steps wherever the focus is, but in what uses them itself.
  for (const step of [...stepIds].reverse().slice(1)) {
    await page.keyboard.press('ArrowLeft')
    await expect(stepLink(page, step)).toHaveAttribute('aria-current', 'step')
    await expect(panel).toHaveClass(new RegExp(`step-${step}`))
  }
  await page.keyboard.press('PageDown')
  await expect(panel).toHaveClass(/step-transform/)
  await expectQuery(page, '?step=transform')
})

test('the formula of a step is whole: nothing of it is cut, and nothing scrolls', async ({ page }) => {
  await open(page)
  let seen = 0
  for (const step of stepIds) {
    await goTo(page, step)
    const box = page.locator('.step-formula')
    if ((await box.count()) === 0 || ['why', 'result'].includes(step)) continue
    await expect(box.locator('.katex-html')).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    const { scrolls, before, beyond } = await box.evaluate((one) => {
      const room = one.getBoundingClientRect()
      const parts = [...one.querySelectorAll('.katex-html *')].map((part) => part.getBoundingClientRect())
      return {
        scrolls: one.scrollWidth - one.clientWidth,
        before: Math.min(...parts.map(({ left }) => left)) - room.left,
        beyond: Math.max(...parts.map(({ right }) => right)) - room.right,
      }
    })
    expect(scrolls, step).toBe(0)
    expect(before, step).toBeGreaterThanOrEqual(0)
    expect(beyond, step).toBeLessThanOrEqual(0)
    seen += 1
  }
  expect(seen).toBe(5)
})

test('a reload shows the same step, and so does a shared link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '?site=site2')
  await goTo(page, 'gate')
  await row(page, 's').focus()
  await page.keyboard.press('End')
  const query = '?site=site2&step=gate&channel=31'
  await expectQuery(page, query)
  await page.reload()
  await settled(page)
  await expect(page.locator('.step-panel')).toHaveClass(/step-gate/)
  await expect(row(page, 's')).toHaveAttribute('aria-valuenow', '31')
  const menu = await openMenu(page)
  await menu.getByRole('button', { name: 'Share' }).click()
  await expect(page.locator('.share [role="status"]')).toHaveText('Link copied.')
  await closeMenu(page)
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).search).toBe(query)
  const other = await context.newPage()
  await other.goto(link)
  await settled(other)
  expect(await stateOf(other)).toMatchObject({ site: 'site2', step: 'gate', channel: 31 })
})

test('every field survives the way through the address', async ({ page }) => {
  const query =
    '?net=digits&site=site2&step=scale&sample=7&channel=9&edit=ones~s9:0.25&cover=z~s&lang=ko&theme=dark'
  await open(page, query)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await unfold(page)
  await expect(page.locator('.loom .hinge .turn')).toHaveCount(8)
  expect(await stateOf(page)).toMatchObject({
    net: 'digits',
    site: 'site2',
    step: 'scale',
    channel: 9,
    sample: { kind: 'heldOut', index: 7, bar: null },
    edit: { source: 'ones', gates: { 9: 0.25 } },
  })
  await expect(row(page, 'z')).toHaveClass(/covered/)
  await expect(row(page, 'U')).not.toHaveClass(/covered/)
  // A change makes the address be written anew: nothing else in it may be lost.
  await row(page, 'U').focus()
  await page.keyboard.press('ArrowRight')
  await expectQuery(page, query.replace('channel=9', 'channel=10'))
  await page.reload()
  await settled(page)
  expect(await stateOf(page)).toMatchObject({ net: 'digits', site: 'site2', step: 'scale', channel: 10 })
})

test('r is in the address; an untrained block says so and can be left', async ({ page }) => {
  await open(page, '?step=mix&r=8')
  await expect(page.locator('.run-note')).toContainText('not trained')
  await unfold(page)
  await expect(page.locator('.loom .hinge .turn')).toHaveCount(2)
  await page.getByRole('button', { name: 'Back to the trained r = 4' }).click()
  await expect(page.locator('.run-note')).toHaveCount(0)
  await expect(page.locator('.loom .hinge .turn')).toHaveCount(4)
  await expectQuery(page, '?step=mix')
})

test('values that are not understood become a notice, and the defaults are shown', async ({ page }) => {
  const hostile = '<img src=x onerror=alert(1)>'
  const values = {
    net: hostile,
    site: 'site0',
    step: '99',
    sample: '-1',
    channel: '1e3',
    edit: 's1:2',
    r: '0',
    theme: 'pink',
    lang: 'xx',
    cover: 'everything',
  }
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    void dialog.dismiss()
  })
  await open(page, `?${new URLSearchParams(values)}`)
  const notices = page.locator('.notice')
  await expect(notices).toHaveCount(Object.keys(values).length)
  await expect(notices.first()).toContainText(`net=${hostile}`)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(dialogs).toBe(0)
  expect(await stateOf(page)).toMatchObject({
    net: 'inks',
    site: null,
    step: 'why',
    channel: null,
    r: null,
  })
  await expect(prediction(page)).toHaveText(/^\d$/)
  await notices.first().getByRole('button').click()
  await expect(notices).toHaveCount(Object.keys(values).length - 1)
})

test('Back and Forward go along steps and networks', async ({ page }) => {
  await open(page)
  const at = async () => {
    const { step, net } = await stateOf(page)
    return `${net} ${step}`
  }
  await stepLink(page, 'squeeze').click()
  await expectQuery(page, '?step=squeeze')
  await page.getByRole('combobox', { name: 'Network' }).selectOption('digits')
  await expectQuery(page, '?net=digits&step=squeeze')
  await page.goBack()
  await expect.poll(at).toBe('inks squeeze')
  await page.goBack()
  await expect.poll(at).toBe('inks why')
  await page.goForward()
  await expect.poll(at).toBe('inks squeeze')
  await expectQuery(page, '?step=squeeze')
})

/** Everything on the screen of the lesson that is text, what only a screen reader gets included. */
async function lessonText(page: Page): Promise<string> {
  const parts = await page
    .locator('.lesson-screen [data-part], .lesson-screen .loom-extra, .lesson-screen .strip')
    .allTextContents()
  return parts.join('\n')
}

test('what is covered is hidden from ears and in the panels too', async ({ page }) => {
  await open(page, '?cover=X~U~z~s~output&step=scale')
  const reading = page.locator('[data-part="reading"]')
  await expect(prediction(page)).toHaveText('?')
  await expect(reading).not.toContainText(/\d/)
  await expect(page.locator('.output .fill, .output .tick, .output .wanted')).toHaveCount(0)
  await expect(page.locator('[data-part="x"] canvas')).toBeHidden()
  await expect(page.getByTestId('figure-summary')).toContainText(
    'z = ?, gate s = ?. The network reads ? with ?.',
  )
  await expect(page.locator('.step-try [role="status"]')).not.toContainText(/\d/)
  await expect(page.locator('.scale-extra .role-s')).toContainText('= ?')
  await stepLink(page, 'squeeze').click()
  await page.getByText('More to try').click()
  await expect(page.getByText('Squeeze by', { exact: true })).toBeVisible()
  await expect(page.locator('.brush')).toHaveCount(0)
  await stepLink(page, 'result').click()
  await expect(page.getByRole('row', { name: 'The network reads' })).toHaveText('The network reads??')
  await expect(page.locator('.result-gates')).toHaveCount(0)
  await expect(page.locator('.result-extra li:not(.heads)').first()).toContainText('?')
  await page.getByRole('button', { name: 'Uncover' }).click()
  const network = await readNetwork('inks-se')
  const { logits } = forward(network, firstPictures(network).a)
  await expect(prediction(page)).toHaveText(String(argmax(logits.data)))
  await expect(page.locator('[data-part="x"] canvas')).toBeVisible()
})

test('covered rows hide their numbers until they are uncovered', async ({ page }) => {
  await open(page, '?cover=s&channel=2')
  await expect(page.getByTestId('strip-math')).toHaveCount(0)
  await stepLink(page, 'gate').click()
  await expect(page.getByText('Gate function')).toBeVisible()
  await expect(page.getByText('From logit to gate')).toHaveCount(0)
  await expect(page.locator('.gate-extra')).toHaveCount(0)
  await expect(row(page, 's')).toHaveAttribute('aria-valuetext', /covered/)
  await page.getByRole('button', { name: 'Uncover' }).click()
  await expect(row(page, 's')).toHaveAttribute('aria-valuetext', /channel \d+: \d/)
  await expect(page.getByTestId('strip-result')).toBeVisible()
  await expect(page.locator('.gate-extra')).toBeVisible()
})

test('cover=s takes with it what gives the gates away, and the lesson keeps its place', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  const top = async () => (await page.locator('.lesson-screen').boundingBox())?.y
  await open(page, '?step=scale')
  const at = await top()
  await expect(page.locator('.loom .maps-out').filter({ visible: true })).toBeVisible()
  await open(page, '?step=scale&cover=s')
  await expect(page.locator('.loom .maps-out').filter({ visible: true })).toHaveCount(0)
  await expect(prediction(page)).toHaveText('?')
  await expect(page.locator('.reading-other')).toContainText('?')
  await expect(page.locator('[data-part="lead"]')).not.toContainText(/reads \d/)
  const uncover = page.getByRole('button', { name: 'Uncover' })
  await expect(uncover).toBeInViewport({ ratio: 1 })
  expect(await top()).toBe(at)
  await uncover.click()
  await expect(prediction(page)).toHaveText(/\d/)
})

test('what the lesson says keeps covered values to itself', async ({ page }) => {
  const said = async (step: string) => {
    await goTo(page, step)
    return lessonText(page)
  }
  await open(page, '?channel=2')
  expect(await said('why')).toMatch(/\d+ of 16 cross/)
  expect(await said('mix')).toMatch(/moves by \d.*its gate by \d/)
  expect(await said('gate')).toMatch(/add up to \d/)
  expect(await said('scale')).toMatch(/it reads \d, not \d|still reads \d/)
  await open(page, '?channel=2&cover=U~z~hidden~s~reading')
  expect(await said('why')).not.toMatch(/\d+ of 16 cross/)
  expect(await said('squeeze')).not.toMatch(/z = −?\d|\|u\| of \d/)
  expect(await said('mix')).not.toMatch(/(moves|gate) by \d|\d fires?|\d (is|are) above/)
  expect(await said('gate')).not.toMatch(/add up to \d/)
  expect(await said('scale')).not.toMatch(/reads \d|not \d/)
})

test('folded stages are opened one by one at a step, and all of them until further notice', async ({
  page,
}) => {
  await open(page, '?step=squeeze')
  const strip = page.getByRole('button', { name: 'mix: 16 means' })
  await expect(strip).toHaveAttribute('aria-expanded', 'false')
  await expect(row(page, 'w1')).toHaveCount(0)
  await strip.click()
  for (const stage of ['w1', 'hidden', 'w2', 'logits']) await expect(row(page, stage)).toBeVisible()
  await expect(row(page, 'out')).toHaveCount(0)
  await goTo(page, 'scale')
  await expect(row(page, 'w1')).toHaveCount(0)
  await unfold(page)
  await goTo(page, 'squeeze')
  await expect(row(page, 'out')).toBeVisible()
  await expectQuery(page, '?step=squeeze')
  await page.reload()
  await settled(page)
  await expect(page.locator('.loom .folded')).toHaveCount(0)
  await expect(page.locator('.loom [role="slider"]')).toHaveCount(8)
  await page.getByRole('button', { name: 'Fold what this step does not need' }).click()
  await expect(page.locator('.loom .folded')).toHaveText([/^► mix: /, /^► X̃: /])
})

test('a question of another step leads there and stands open, once', async ({ page }) => {
  await open(page, '?step=why')
  await page.getByText('Questions of other steps').click()
  await page.getByRole('button', { name: 'Why two layers', exact: false }).click()
  await expect(stepLink(page, 'mix')).toHaveAttribute('aria-current', 'step')
  const opened = page.locator('.step-notes details[open]:not(.other-notes)')
  await expect(opened).toHaveCount(1)
  await expect(opened).toContainText('Why two layers')
  await expect(opened.locator('summary')).toBeInViewport()
  await goTo(page, 'why')
  await goTo(page, 'mix')
  await expect(page.locator('.step-notes details').first()).toBeVisible()
  await expect(opened).toHaveCount(0)
})
