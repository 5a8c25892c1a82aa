/** All that the checks know of the page: where its controls are and what it says. The one file to change with it. */
import type { SiteWindow } from '../bench/site.ts'
import type { Driver } from './driver.ts'

/** The page and its networks, by address. */
export const networks = ['inks', 'digits', 'series'] as const
export type Network = (typeof networks)[number]
export const addressOf = (network: Network) => (network === 'inks' ? './' : `./?net=${network}`)

/** One button whose word changes. */
export const playButton = '.step-row .train'

const stepLinks = 'a[data-step]'
export const linkOf = (step: string) => `a[data-step="${step}"]`

/** Wherever something can be said to have gone wrong. */
const complaints = '[role="alert"], .trouble, .notice'

/** The page is drawn and answers. */
export function isReady(driver: Driver): Promise<boolean> {
  return driver.evaluate(
    () => document.documentElement.dataset.ready === 'true' && document.querySelector('h1') !== null,
  )
}

/** With a network whose parts are fetched late, its controls are too; until then they are hidden. */
export function isThere(driver: Driver, selector: string): Promise<boolean> {
  return driver.evaluate((wanted) => {
    const found = document.querySelector(wanted)
    return (
      found !== null && found.getClientRects().length > 0 && getComputedStyle(found).visibility === 'visible'
    )
  }, selector)
}

export function stepsOf(driver: Driver): Promise<string[]> {
  return driver.evaluate(
    (links) => [
      ...new Set([...document.querySelectorAll<HTMLElement>(links)].map((link) => link.dataset.step ?? '')),
    ],
    stepLinks,
  )
}

/** The step that is marked as the current one, and whether its text is there. */
export function currentStep(driver: Driver): Promise<{ step: string; said: boolean }> {
  return driver.evaluate((links) => {
    const link = [...document.querySelectorAll<HTMLElement>(links)].find((one) =>
      one.hasAttribute('aria-current'),
    )
    const step = link?.dataset.step ?? ''
    return { step, said: (document.querySelector(`.step-${step}`)?.textContent ?? '').length > 100 }
  }, stepLinks)
}

/** What the page complains of; empty if all is well. */
export function complaintsOf(driver: Driver): Promise<string[]> {
  return driver.evaluate(
    (where) =>
      [...document.querySelectorAll<HTMLElement>(where)]
        .map((element) => element.textContent.trim())
        .filter((text) => text !== ''),
    complaints,
  )
}

export interface Training {
  readonly phase: string
  readonly step: number
  readonly backend: string
  readonly trouble: string
  /** The step as the page prints it; null where it is not printed. */
  readonly printed: number | null
}

const printedStep = '[data-readout="step"]'

/** What the page knows of its training, and what it says of it. */
export function trainingOf(driver: Driver): Promise<Training> {
  return driver.evaluate((where) => {
    const text = document.querySelector(where)?.textContent
    const { engine, live } = (window as unknown as SiteWindow).seExplainer.store.getState()
    return {
      phase: engine.phase,
      step: live?.step ?? 0,
      backend: engine.backend?.chosen ?? '',
      trouble: engine.trouble === null ? '' : JSON.stringify(engine.trouble),
      printed: text === undefined ? null : Number(text.replaceAll(/\D/g, '')),
    }
  }, printedStep)
}
