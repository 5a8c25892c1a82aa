/** All that the checks know of the page: where its controls are and what it says. The one file to change with it. */
import type { SiteWindow } from '../bench/site.ts'
import type { Driver } from './driver.ts'

export const networks = ['inks', 'digits', 'series'] as const

/** What is asked for by the address; if not given, what the page opens with. */
export interface Opened {
  readonly net?: (typeof networks)[number]
  readonly data?: 'own' | 'gestures'
  readonly lang?: 'ko'
}

export function addressOf({ net, data, lang }: Opened): string {
  const asked = Object.entries({ net, data }).filter(([, value]) => value !== undefined && value !== 'inks')
  const query = asked.map(([name, value]) => `${name}=${value}`).join('&')
  return `./${lang === undefined ? '' : `${lang}/`}${query === '' ? '' : `?${query}`}`
}

/** One button whose word changes. */
export const playButton = '.step-row .train'
/** The one thing to try at a step; at the first one it swaps the two pictures. */
export const tryButton = '.try button'
export const languageButton = (to: 'en' | 'ko') => `.header-own .language[lang="${to}"]`
export const menuButton = '.menu-button'
/** In the menu. */
export const menu = {
  theme: '.menu-panel select:has(option[value="dark"])',
  moreOfTraining: '.menu-panel .transport-more',
  reset: '.menu-panel .transport-buttons button:first-child',
} as const
export const waterfall = '.loom .waterfall'
/** Of the notice that a run was kept: go on with it. */
export const keptRunButton = '.run-note button:first-of-type'
export const skipLink = 'a.skip'
export const figureRow = (stage: string) => `.loom [role="slider"][data-stage="${stage}"]`
export const ownFiles = {
  input: '.own input[type="file"]',
  dialog: '.csv-mapping',
  curves: '.csv-mapping .csv-curves [role="img"]',
  import: '.csv-mapping button.primary',
} as const
export const gestures = {
  newName: '.gesture-new input',
  add: '.gesture-new button',
  pad: '.gesture-pad',
  train: '.gesture-run button.primary',
  progress: '[data-testid="gesture-progress"]',
  answer: '[data-testid="gesture-answer"]',
} as const
export const drawing = {
  open: '.sample-tools > details:last-of-type > summary',
  pad: '.draw-pad svg',
  result: '.draw-result canvas',
  answer: '.sample-tools > details:last-of-type > p[role="status"]',
} as const
/** What a pointer may stand on without choosing anything. */
export const heading = 'h1'

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

/** The step that is marked as the current one, and whether its text, and what it draws in the figure, are there. */
export function currentStep(driver: Driver): Promise<{ step: string; whole: boolean }> {
  return driver.evaluate((links) => {
    const link = [...document.querySelectorAll<HTMLElement>(links)].find((one) =>
      one.hasAttribute('aria-current'),
    )
    const step = link?.dataset.step ?? ''
    const said = (document.querySelector(`.step-${step}`)?.textContent ?? '').length > 100
    return { step, whole: said && document.querySelector('.loom-extra:empty') === null }
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

export function textOf(driver: Driver, selector: string): Promise<string> {
  return driver.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)
}

/** The numbers under the gates, as they are printed. */
export function gateNumbers(driver: Driver): Promise<string[]> {
  return driver.evaluate(() =>
    [...document.querySelectorAll('.loom .gates text')].map((one) => one.textContent ?? ''),
  )
}

/** Fields of the state that keys and buttons change. */
export function selectionOf(driver: Driver) {
  return driver.evaluate(() => {
    const state = (window as unknown as SiteWindow).seExplainer.store.getState()
    const { step, stage, channel, hidden, cell, sample, lang, theme } = state
    return { step, stage, channel, hidden, cell, sample, lang, theme }
  })
}

/** What series are on show, and whose. */
export function seriesOf(driver: Driver) {
  return driver.evaluate(() => {
    const { problem, own } = (window as unknown as SiteWindow).seExplainer.store.getState()
    return {
      files: own?.files ?? [],
      train: problem === null ? 0 : problem.problem.train.count + problem.problem.validation.count,
      test: problem?.problem.test.count ?? 0,
      classes: [...(problem?.problem.classes ?? [])],
    }
  })
}

export interface Training {
  readonly phase: string
  readonly step: number
  readonly backend: string
  readonly trouble: string
  /** Of each step. */
  readonly losses: readonly number[]
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
      losses: live?.metrics.map(({ loss }) => loss) ?? [],
      printed: text === undefined ? null : Number(text.replaceAll(/\D/g, '')),
    }
  }, printedStep)
}

/** The thread of the selected channel, in CSS pixels of the view, and its stroke. */
export function threadOf(driver: Driver) {
  return driver.evaluate(() => {
    const thread = document.querySelector<SVGPathElement>('.loom .thread.selected')
    const toView = thread?.getScreenCTM()
    if (!thread || !toView) throw new Error('no thread is selected')
    const [from, to] = [0, thread.getTotalLength()].map((at) =>
      thread.getPointAtLength(at).matrixTransform(toView),
    )
    const { stroke, strokeOpacity } = getComputedStyle(thread)
    return {
      x: from?.x ?? 0,
      from: from?.y ?? 0,
      to: to?.y ?? 0,
      stroke,
      opacity: Number(strokeOpacity),
      density: devicePixelRatio,
    }
  })
}
