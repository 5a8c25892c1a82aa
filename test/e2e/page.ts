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
  await expect(page.locator(`.step-panel.step-${step}`)).toBeVisible()
  await expect(page.locator('.step-try > *').last()).toBeVisible()
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
