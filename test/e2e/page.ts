/** The page as a person meets it: opening it, and reading what is printed on it. */
import type { Locator, Page } from '@playwright/test'
import type { Training } from '../../src/components/training/controller/training.ts'
import type { AppState, AppStore } from '../../src/model/state/store.ts'
import { expect } from './fixtures.ts'

/** What main.tsx puts on the window. */
export interface SiteWindow extends Window {
  readonly seExplainer: { readonly store: AppStore; readonly training: Training }
}

export interface OpenOptions {
  /** Page of the site: '' is English, 'ko/' Korean. */
  readonly path?: '' | 'ko/'
}

/** Opens the page and waits until it answers: one layout of the figure is left of the three prerendered ones. */
export async function open(page: Page, query = '', { path = '' }: OpenOptions = {}): Promise<void> {
  await page.goto(`./${path}${query}`)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await expect(page.locator('html[data-ready="true"]')).toBeAttached()
  await expect(page.locator('.loom')).toHaveCount(1)
}

/** Fields of the state that are plain data. */
export type PlainState = Pick<
  AppState,
  | 'net'
  | 'site'
  | 'step'
  | 'at'
  | 'channel'
  | 'hidden'
  | 'stage'
  | 'sample'
  | 'r'
  | 'edit'
  | 'cell'
  | 'engine'
>

export function stateOf(page: Page): Promise<PlainState> {
  return page.evaluate(() => {
    const { net, site, step, at, channel, hidden, stage, sample, r, edit, cell, engine } = (
      window as unknown as SiteWindow
    ).seExplainer.store.getState()
    return { net, site, step, at, channel, hidden, stage, sample, r, edit, cell, engine }
  })
}

export function stepLink(page: Page, step: string): Locator {
  return page.locator(`.step-bar [data-step="${step}"]`)
}

/** Goes to a step as a reader does, and waits for its panel. */
export async function goTo(page: Page, step: string): Promise<void> {
  await stepLink(page, step).click()
  await expect(page.locator(`.lesson-screen.step-${step}`)).toBeVisible()
  // At the first step there is more to try only where the channel is the one that the run is told by.
  if (step === 'why') return
  await expect(page.locator(`.step-panel.step-${step}`)).toBeVisible()
  await expect(page.locator('.step-try > *').last()).toBeVisible()
}

/** What header and transport do not show: opens where it is closed. */
export async function openMenu(page: Page): Promise<Locator> {
  const button = page.locator('.menu-button')
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  const panel = page.locator('.menu-panel')
  await expect(panel).toBeVisible()
  return panel
}

export async function closeMenu(page: Page): Promise<void> {
  if ((await page.locator('.menu-button').getAttribute('aria-expanded')) === 'true')
    await page.keyboard.press('Escape')
  await expect(page.locator('.menu-panel')).toHaveCount(0)
}

/** Of the two buttons that train the one that this width shows. */
export function trainButton(page: Page): Locator {
  return page.locator('button.train').filter({ visible: true })
}

export async function train(page: Page): Promise<void> {
  await expect(trainButton(page)).toHaveAccessibleName(/^(Train from scratch|Go on training)$/)
  await trainButton(page).click()
}

export async function pressPause(page: Page): Promise<void> {
  await expect(trainButton(page)).toHaveAccessibleName('Pause')
  await trainButton(page).click()
}

/** All stages of the block open, by the button below the figure. */
export async function unfold(page: Page): Promise<void> {
  await pressFold(page, true)
  await expect(page.locator('.loom .folded')).toHaveCount(0)
}

/** Only what the step needs, as the page opens with. */
export async function fold(page: Page): Promise<void> {
  await pressFold(page, false)
}

async function pressFold(page: Page, unfolded: boolean): Promise<void> {
  const button = page.locator('.below-figure button[aria-pressed]')
  if ((await button.getAttribute('aria-pressed')) !== String(unfolded)) await button.click()
  await expect(button).toHaveAttribute('aria-pressed', String(unfolded))
}

/** The table of the figure's numbers. */
export async function openTable(page: Page): Promise<Locator> {
  const table = page.locator('.below-figure details.data-table')
  await table.locator('summary').click()
  return table
}

export function row(page: Page, stage: string): Locator {
  return page.locator(`.loom [data-stage="${stage}"]`)
}

export function prediction(page: Page): Locator {
  return page.getByTestId('prediction')
}

/** The number in a text like `z, 1.23`, with the page's minus sign. */
export function numberIn(text: string): number {
  const found = /([-−]?\d[\d,]*(?:\.\d+)?)(?:\u00a0·\u00a010([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/.exec(text)
  if (found === null) throw new Error(`no number in “${text}”`)
  const [, mantissa = '', raised = ''] = found
  const exponent = [...raised].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join('')
  return Number(`${mantissa.replaceAll('−', '-').replaceAll(',', '')}e${exponent || 0}`)
}

/** The query that the address bar shows once the state has been written there. */
export async function expectQuery(page: Page, query: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).search).toBe(query)
}
