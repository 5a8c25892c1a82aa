/** The series network as a person uses it: first look, own files, planted signals, gestures. */
import type { Page } from '@playwright/test'
import { packWeather } from '../../scripts/prepare-weather.ts'
import { cuedProblem, cuedSeries } from '../../src/model/data/series/cued.ts'
import { decodeWeather, weatherProblem } from '../../src/model/data/series/weather.ts'
import { forwardNetwork } from '../../src/model/networks/forward.ts'
import { stepIds } from '../../src/model/state/steps.ts'
import { type Nd, nd } from '../../src/model/tensor.ts'
import { expect, test } from './fixtures.ts'
import { goTo, open, openMenu, prediction, row, type SiteWindow, stateOf, train, unfold } from './page.ts'
import { argmax, printed, readNetwork, says } from './recompute.ts'
import { arffFile, tsFile } from './seriesFixture.ts'

test.use({ viewport: { width: 1600, height: 1000 }, contextOptions: { reducedMotion: 'reduce' } })

interface Seen {
  readonly key: string | null
  readonly step: number | null
  readonly phase: string
  readonly tensors: readonly number[]
}

/** The problem on show and the run, as far as tests ask for it. */
function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { problem, live, engine } = (window as unknown as SiteWindow).seExplainer.store.getState()
    const { train, validation, test } = problem?.problem ?? {}
    return {
      key: problem?.key ?? null,
      step: live?.step ?? null,
      phase: engine.phase,
      tensors: [train, validation, test].flatMap((part) => [...(part?.x ?? []), ...(part?.y ?? [])]),
    }
  })
}

/** Trains until the validation part is read right, then pauses. */
async function trainUntil(page: Page, accuracy: number): Promise<void> {
  await page.evaluate((stopAtAccuracy) => {
    return (window as unknown as SiteWindow).seExplainer.training.choose({ stopAtAccuracy })
  }, accuracy)
  await train(page)
  await expect.poll(async () => (await seen(page)).phase, { timeout: 90_000 }).toBe('done')
}

const choose = (page: Page, files: readonly (readonly [name: string, text: string])[]) =>
  page
    .locator('.own input[type="file"]:not([webkitdirectory])')
    .setInputFiles(files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))

async function openOwn(page: Page): Promise<void> {
  await page.goto('./?net=series&data=own')
  await expect(page.locator('.own input[type="file"]:not([webkitdirectory])')).toBeAttached()
}

interface Opening {
  readonly query: string
  /** Stored run, and the series that the page opens with. */
  readonly run: string
  readonly classes: readonly string[]
  readonly site: string
  input(featured: { readonly index: number; readonly barA: 0 | 1 | null } | null): Nd
}

const weather = () => weatherProblem(decodeWeather(packWeather()), 'city').problem

const openings: readonly Opening[] = [
  {
    // At the last site.
    query: '?net=series&step=squeeze',
    run: 'series-se',
    classes: weather().classes,
    site: 'site2',
    input: () => nd(['t', 'c'], [30, 4], weather().test.x.slice(0, 120)),
  },
  {
    // Who comes from the article: where X is the series itself.
    query: '?from=mlstm-fcn&step=squeeze',
    run: 'cued-se',
    classes: cuedProblem().classes,
    site: 'site1',
    input: (featured) => {
      if (featured === null || featured.barA === null) throw new Error('the stored run names no series')
      return nd(['t', 'c'], [64, 3], cuedSeries({}, 'test', featured.index, featured.barA).x)
    },
  },
]

for (const { query, run, classes, site, input } of openings) {
  test(`the first look at ${query}: the numbers of the block are right`, async ({ page }) => {
    await open(page, query)
    await expect(page.getByRole('combobox', { name: 'Network' })).toHaveValue('series')
    const { snapshot, plan } = await readNetwork(run)
    const trace = forwardNetwork(plan, snapshot.weights, input(snapshot.featuredSample))
    const [here, block] = [plan.sites.find(({ id }) => id === site), trace.sites[site]?.block]
    if (!block || here === undefined) throw new Error('no block')
    const { channels, reduced, spatial: [steps = 0] = [] } = here
    const best = argmax([...trace.probabilities.data])
    const probability = printed.percent(trace.probabilities.data[best] ?? 0)
    await expect(prediction(page)).toHaveText(classes[best] ?? '')
    await expect(page.locator('[data-part="reading"] .reading-own .soft')).toHaveText(probability)
    // The block once more, by arithmetic of its own.
    const [U, w1, w2] = [block.U.data, block.w1.data, block.w2.data]
    const z = Array.from({ length: channels }, (_, c) => {
      let sum = 0
      for (let t = 0; t < steps; t++) sum += U[t * channels + c] ?? 0
      return sum / steps
    })
    const hidden = Array.from({ length: reduced }, (_, k) =>
      Math.max(
        0,
        z.reduce((sum, value, c) => sum + value * (w1[c * reduced + k] ?? 0), 0),
      ),
    )
    const logit = (c: number) =>
      hidden.reduce((sum, value, k) => sum + value * (w2[k * channels + c] ?? 0), 0)
    const gates = Array.from({ length: channels }, (_, c) => 1 / (1 + Math.exp(-logit(c))))
    const strip = page.getByTestId('strip-result')
    await row(page, 's').focus()
    for (const [c, gate] of gates.entries()) {
      await row(page, 's').press(c === 0 ? 'Home' : 'ArrowRight')
      const text = (await strip.textContent())?.trim() ?? ''
      expect(says(text, gate, printed.value), `gate ${c}: ${text} for ${gate}`).toBe(true)
    }
    await row(page, 'z').focus()
    await row(page, 'z').press('Home')
    const result = (await strip.textContent()) ?? ''
    expect(says(result.trim(), z[0] ?? 0, printed.value), `z: ${result} for ${z[0]}`).toBe(true)
    await row(page, 'z').press('ArrowUp')
    const { cell } = await stateOf(page)
    const value = U[(cell?.w ?? Number.NaN) * channels] ?? Number.NaN
    const u = (await strip.textContent()) ?? ''
    expect(says(u.trim(), value, printed.value), `u(${cell?.w}): ${u} for ${value}`).toBe(true)
    // Folded at this step.
    await unfold(page)
    await row(page, 'hidden').focus()
    for (const [k, unit] of hidden.entries()) {
      await row(page, 'hidden').press(k === 0 ? 'Home' : 'ArrowRight')
      const text = (await strip.textContent())?.trim() ?? ''
      expect(says(text, unit, printed.value), `hidden ${k}: ${text} for ${unit}`).toBe(true)
    }
    await row(page, 'logits').focus()
    for (const c of Array.from({ length: channels }, (_, i) => i)) {
      await row(page, 'logits').press(c === 0 ? 'Home' : 'ArrowRight')
      const text = (await strip.textContent())?.trim() ?? ''
      expect(says(text, logit(c), printed.value), `logit ${c}: ${text} for ${logit(c)}`).toBe(true)
    }
  })
}

test('who comes from the article is told where to look; X is the variables, of either cue', async ({
  page,
}) => {
  await open(page, '?from=mlstm-fcn')
  await expect(page.locator('.series-from')).toContainText('article on MLSTM-FCN')
  expect(await stateOf(page)).toMatchObject({ net: 'series', site: 'site1', step: 'why' })
  await expect(page.locator('[data-part="lead"]')).toContainText('Same signals, other cue')
  const other = page.locator('.reading-other')
  const first = (await other.textContent()) ?? ''
  expect(first).toMatch(/^signal [12]:/)
  await page.getByRole('button', { name: 'Swap the cue' }).click()
  await expect(other).toContainText(first.startsWith('signal 1') ? 'signal 2:' : 'signal 1:')
  await goTo(page, 'transform')
  await expect(page.locator('[data-part="text"]')).toContainText('what enters this unit: 3 channels.')
  await expect(page.locator('.step-try .tap-rows')).toContainText('cue')
})

test('chosen in the page, series open on the cued ones; the address alone on the weather', async ({
  page,
}) => {
  const data = () => page.evaluate(() => (window as unknown as SiteWindow).seExplainer.store.getState().data)
  await open(page)
  await page.getByRole('combobox', { name: 'Network' }).selectOption('series')
  await expect(page.getByRole('heading', { name: 'The series', exact: true })).toBeVisible()
  await expect.poll(data).toBe('cued')
  await expect(page).toHaveURL(/net=series.*data=cued/)
  await open(page, '?net=series')
  expect(await data()).toBe('weather')
})

test('every step has its panel and speaks of series; shuffling the steps leaves z alone', async ({
  page,
}) => {
  await open(page, '?net=series')
  const pictures = /picture|pixel|digit|the bar\b/i
  for (const step of stepIds) {
    await goTo(page, step)
    const parts = await page.locator('.lesson-screen, .below-figure, .step-panel').allTextContents()
    for (const text of parts) expect(text, step).not.toMatch(pictures)
    expect(parts).toHaveLength(step === 'why' ? 2 : 3)
  }
  await goTo(page, 'squeeze')
  await page.getByRole('button', { name: 'Shuffle the steps of U' }).click()
  await expect(page.getByText('Largest change of z: 0')).toBeVisible()
})

test('the cue: swapping it changes gates and answer; the other cue’s gates change the answer alone', async ({
  page,
}) => {
  await open(page, '?net=series&data=cued')
  const own = await prediction(page).textContent()
  await page.getByRole('button', { name: 'Swap the cue' }).click()
  await expect(prediction(page)).not.toHaveText(own ?? '')
  const swapped = (await prediction(page).textContent()) ?? ''
  await page.getByRole('button', { name: 'Swap the cue' }).click()
  await expect(prediction(page)).toHaveText(own ?? '')
  // The series with its own cue, and the gates that the other cue would give.
  await open(page, '?net=series&data=cued&step=scale&edit=transplant')
  await expect(prediction(page)).toHaveText(swapped)
})

test('nothing of another network is seen first, and nothing jumps', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
    // The network on show, whenever something of it can be seen.
    const seen: string[] = []
    Object.assign(window, { seen })
    const look = () => {
      const main = document.querySelector('main')
      const [net] = document.getElementsByTagName('select')
      if (main !== null && getComputedStyle(main).visibility === 'visible') seen.push(net?.value ?? '')
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  for (const [query, path] of [
    ['?from=mlstm-fcn', ''],
    ['?net=series&data=cued', 'ko/'],
  ] as const) {
    await open(page, query, { path })
    await expect(page.locator('main')).toBeVisible()
    await expect(page.locator('.series-matters')).toContainText('%')
    const { shifts, seen: nets } = await page.evaluate(() => {
      const { shifts, seen } = window as unknown as { shifts: number[]; seen: string[] }
      return { shifts, seen: [...new Set(seen)] }
    })
    expect(nets).toEqual(['series'])
    expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.02)
  }
})

test('names of classes stand clear of their bars, two syllables of Hangul too', async ({ page }) => {
  await open(page, '?net=series&data=cued', { path: 'ko/' })
  const bars = await page.locator('.output-bars li').evaluateAll((rows) =>
    rows.map((row) => {
      const range = document.createRange()
      range.selectNodeContents(row.querySelector('.class') ?? row)
      const [name, bar] = [
        range.getBoundingClientRect(),
        row.querySelector('.track')?.getBoundingClientRect(),
      ]
      return bar !== undefined && (name.right <= bar.left || name.bottom <= bar.top + 2)
    }),
  )
  expect(bars).toEqual([true, true, true])
})

test('what was read of one network is not shown of another; where no stored run exists the result says so', async ({
  page,
}) => {
  await open(page, '?net=series&data=cued')
  await page.locator('.series-results').first().scrollIntoViewIfNeeded()
  await expect(page.getByTestId('test-accuracy')).toBeVisible()
  await page.getByLabel('dimension shuffle').uncheck()
  await expect(page.getByTestId('test-accuracy')).toHaveCount(0)
  await page.getByLabel('dimension shuffle').check()
  await expect(page.getByTestId('test-accuracy')).toBeVisible()
  await open(page, '?net=series&data=planted&step=result')
  await expect(page.locator('.step-panel')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The whole network' })).toBeVisible()
})

test('both SE sites, the LSTM and the switches open from the overview', async ({ page }) => {
  await open(page, '?net=series')
  const sites = page.getByRole('combobox', { name: /site/i })
  await openMenu(page)
  await expect(sites).toHaveValue('site2')
  await page.getByRole('button', { name: /Open SE site 1/ }).click()
  await expect(page).toHaveURL(/site=site1/)
  // A click beside it has closed the menu.
  await expect(sites).toHaveCount(0)
  await openMenu(page)
  await expect(sites).toHaveValue('site1')
  await page.getByRole('button', { name: /Show the states of the LSTM/ }).click()
  await expect(page.getByRole('heading', { name: 'The LSTM over its steps' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'LSTM branch' }).uncheck()
  await expect(page.getByText('Without the LSTM branch')).toBeVisible()
  await expect(page.getByText('Random initial weights')).toBeVisible()
  await page.getByRole('combobox', { name: /^Size/ }).selectOption('paper')
  await expect(page.getByRole('button', { name: /^Channels 96 to 127$/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('combobox', { name: /^Size/ })).toHaveValue('small')
})

test('the same set as .ts and as ARFF gives the same tensors; it is learnt, and the test part is read', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await openOwn(page)
  await choose(page, [
    ['Moves_TRAIN.arff', arffFile(0, 32)],
    ['Moves_TEST.arff', arffFile(100, 24)],
  ])
  await expect(page.getByText('24 to test', { exact: false })).toBeVisible()
  const arff = await seen(page)
  expect(arff.tensors.length).toBe((32 + 24) * (40 * 6 + 1))
  await choose(page, [
    ['Moves_TEST.ts', tsFile(100, 24)],
    ['Moves_TRAIN.ts', tsFile(0, 32)],
  ])
  await expect.poll(async () => (await seen(page)).key).not.toBe(arff.key)
  await expect(page.getByText('Moves_TRAIN.ts: 32 series', { exact: false })).toBeVisible()
  expect((await seen(page)).tensors).toEqual(arff.tensors)
  await trainUntil(page, 1)
  await expect(page.getByTestId('test-accuracy')).toBeVisible()
  const accuracy = Number((await page.getByTestId('test-accuracy').textContent())?.replace('%', ''))
  expect(accuracy).toBeGreaterThanOrEqual(90)
  // From the matrix to a series in the figure.
  await page.getByRole('gridcell', { name: /series of “Walking” predicted as “Walking”/ }).click()
  await page.getByRole('button', { name: 'Test series 2', exact: true }).click()
  await expect(page).toHaveURL(/sample=2/)
})

test('a file that is not understood: which line, what was expected, and the page is as it was', async ({
  page,
}) => {
  await openOwn(page)
  await choose(page, [['Moves.ts', tsFile(0, 40)]])
  await expect(page.getByText('Moves.ts: 40 series', { exact: false })).toBeVisible()
  const before = await seen(page)
  const broken = tsFile(0, 40).split('\n')
  broken[14] = (broken[14] ?? '').replace(/^[^,]*/, '<img src=x onerror=alert(1)>')
  await choose(page, [['Broken.ts', broken.join('\n')]])
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Broken.ts')
  await expect(alert).toContainText('Line 15: “<img src=x onerror=alert(1)>')
  await expect(alert).toContainText('is not a number')
  await expect(alert).toContainText('unchanged')
  expect(await page.locator('main img').count()).toBe(0)
  expect(await seen(page)).toEqual(before)
  await choose(page, [['notes.docx', 'PK\u0003\u0004']])
  await expect(alert).toContainText('notes.docx')
  await choose(page, [
    ['a.ts', tsFile(0, 8)],
    ['b.ts', tsFile(0, 8)],
  ])
  await expect(alert).toContainText('not a pair')
  expect(await seen(page)).toEqual(before)
})

test('in Korean, too, the page says what is wrong with a file, also from the worker that read it', async ({
  page,
}) => {
  await page.goto('./ko/?net=series&data=own')
  await expect(page.locator('.own input[type="file"]:not([webkitdirectory])')).toBeAttached()
  const alert = page.getByRole('alert')
  await choose(page, [['Broken.ts', tsFile(0, 8).replace(/^@classLabel .*$/m, '@classLabel maybe')]])
  await expect(alert).toContainText('번째 줄: @classLabel의 값이 “maybe”입니다.')
  await choose(page, [['Empty.ts', tsFile(0, 0)]])
  await expect(alert).toContainText('파일에 시계열이 없습니다.')
  // And what reads well, but is nothing to train on.
  await choose(page, [['Few.ts', tsFile(0, 4)]])
  await expect(alert).toContainText('클래스가 없습니다. 학습')
  await expect(alert).not.toContainText(/expected|line|series/)
})

test('a table is read as the dialog says', async ({ page }) => {
  await openOwn(page)
  const rows = Array.from({ length: 24 }, (_, n) =>
    Array.from(
      { length: 20 },
      (_, t) => `s${n},${t},${n % 2 === 0 ? 'up' : 'down'},${(n % 2 === 0 ? t : -t) + n / 50}`,
    ),
  ).flat()
  await choose(page, [['table.csv', `id,time,label,height\n${rows.join('\n')}\n`]])
  await expect(page.getByRole('heading', { name: 'How is table.csv arranged?' })).toBeVisible()
  await expect(page.getByLabel('What column label holds')).toHaveValue('label')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('table.csv: 24 series, 1 variable, 2 classes', { exact: false })).toBeVisible()
})

/** A planted problem, trained until nine of ten validation series are read right. */
async function trainPlanted(page: Page, plant: string): Promise<void> {
  await open(page, `?net=series&data=planted&plant=${plant}`)
  await expect(page.getByTestId('useful-untrained')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Measure on the test set' })).toHaveCount(0)
  await page.evaluate(() =>
    (window as unknown as SiteWindow).seExplainer.training.choose({ learningRate: 4e-3 }),
  )
  await trainUntil(page, 0.9)
  await page.getByRole('button', { name: 'Measure on the test set' }).click()
  await expect(page.getByTestId('useful-found')).toBeVisible({ timeout: 60_000 })
}

test('planted: the useful variable is found, the gates that move lead to the figure', async ({ page }) => {
  test.setTimeout(180_000)
  await trainPlanted(page, 'amplitude-1000-0.25')
  await expect(page.getByTestId('useful-found')).toHaveText(
    'Useful variables found: 1 of 1. None of the others was taken for useful.',
  )
  // The number again, from the table: closing what was planted raises the cross-entropy most.
  const table = page.getByRole('table', { name: 'what each variable is worth' })
  const rises = await table.locator('tbody tr td:nth-child(4)').allTextContents()
  const costs = rises.map((text) => Number(text.replace('−', '-').replace(/ .*/, '')))
  expect(costs.indexOf(Math.max(...costs))).toBe(0)
  // Of the same weights as the results.
  const accuracy = (await page.getByTestId('test-accuracy').textContent()) ?? ''
  await expect(page.getByText(`With all variables the accuracy is ${accuracy}`)).toBeVisible()
  await table.getByRole('button', { name: 'variable 3' }).click()
  await expect(
    page.getByRole('heading', { name: 'Which gates move when “variable 3” is closed' }),
  ).toBeVisible()
  const gate = page
    .getByTestId('moved-gates')
    .locator('p', { hasText: 'SE site 1' })
    .getByRole('button')
    .first()
  const channel = Number(/channel (\d+)/.exec((await gate.textContent()) ?? '')?.[1])
  await gate.click()
  await expect(gate).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/site=site1/)
  await expect(row(page, 's')).toHaveAttribute('aria-valuenow', String(channel))
  // Another network: nothing is said of it, and what was said of this one is gone.
  await page.getByRole('checkbox', { name: 'LSTM branch' }).uncheck()
  await expect(page.getByTestId('useful-found')).toHaveCount(0)
  await expect(page.getByTestId('useful-untrained')).toBeVisible()
})

test('planted: variables that carry the same are all found', async ({ page }) => {
  test.setTimeout(180_000)
  await trainPlanted(page, 'amplitude-11100-0.25')
  await expect(page.getByTestId('useful-found')).toHaveText(
    'Useful variables found: 3 of 3. None of the others was taken for useful.',
  )
})

test('seeds: stopped before it has begun, no worker is left; runs stay, go on, and go with the design', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await open(page, '?net=series&data=planted&plant=amplitude-10-0')
  const seeds = page.getByRole('region', { name: 'With and without SE, over seeds' })
  const press = (name: string) => seeds.getByRole('button', { name, exact: true }).click()
  // The code of the engine comes late.
  let release: () => void = () => undefined
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route(/\/client-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await press('Start')
  await press('Stop')
  release()
  await page.waitForTimeout(1500)
  expect(page.workers()).toHaveLength(0)
  await press('Start')
  await expect(seeds.getByRole('progressbar')).toBeVisible()
  await expect(seeds.locator('circle')).toHaveCount(1, { timeout: 120_000 })
  await press('Stop')
  await expect.poll(() => page.workers().length).toBe(0)
  await expect(seeds.locator('tbody tr')).toHaveCount(1)
  await expect(seeds.getByRole('table')).not.toContainText('±')
  await press('Go on')
  await expect(seeds.getByText('Run 2 of 10', { exact: false })).toBeVisible()
  await page.getByRole('checkbox', { name: 'LSTM branch' }).uncheck()
  await expect(seeds.locator('circle')).toHaveCount(0)
  await expect.poll(() => page.workers().length).toBe(0)
  await expect(seeds.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
})

test('seeds: what fails is said, and offered again', async ({ page }) => {
  await page.route(/\/worker-[^/]*\.js$/, (route) => route.abort())
  await open(page, '?net=series&data=planted&plant=amplitude-10-0')
  const seeds = page.getByRole('region', { name: 'With and without SE, over seeds' })
  await seeds.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(seeds.getByRole('alert')).toContainText(
    'The comparison was broken off: the part of the page that trains could not be loaded. Try again',
    { timeout: 30_000 },
  )
  await expect(seeds.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
})

type Path = readonly (readonly [x: number, y: number])[]

/** Draws on the pad, a little differently each time. */
async function draw(page: Page, path: Path, wobble: number): Promise<void> {
  const pad = page.locator('.gesture-pad')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  const at = ([x, y]: readonly [number, number], i: number): [number, number] => [
    box.x + box.width * (x + 0.015 * Math.sin(wobble * 7 + i)),
    box.y + box.height * (y + 0.015 * Math.cos(wobble * 5 + i)),
  ]
  for (const [i, point] of path.entries()) {
    await page.mouse.move(...at(point, i))
    if (i === 0) await page.mouse.down()
    // As a hand draws: without it, speed would be that of the machine, and as uneven.
    await page.waitForTimeout(12)
  }
  await page.mouse.up()
}

const along = (count: number, point: (share: number) => readonly [number, number]): Path =>
  Array.from({ length: count }, (_, i) => point(i / (count - 1)))

const gestures: Readonly<Record<string, Path>> = {
  circle: along(24, (s) => [0.5 + 0.3 * Math.cos(2 * Math.PI * s), 0.5 + 0.3 * Math.sin(2 * Math.PI * s)]),
  line: along(24, (s) => [0.15 + 0.7 * s, 0.8 - 0.6 * s]),
  zigzag: along(24, (s) => [0.15 + 0.7 * s, 0.5 + 0.3 * (2 * Math.abs(2 * ((s * 3) % 1) - 1) - 1)]),
}

/** Names a class and draws it so often that there is enough to train on. */
async function record(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.getByLabel('New class').fill(name)
    await page.getByRole('button', { name: 'Add' }).click()
    for (let i = 0; i < 5; i++) await draw(page, gestures[name] ?? [], i)
    await expect(page.getByText(`Recorded: ${name}, 5 recordings.`)).toHaveCount(2)
  }
}

test('gestures: three classes are drawn, learnt, and a new drawing is recognised', async ({ page }) => {
  test.setTimeout(240_000)
  await page.goto('./?net=series&data=gestures')
  const pad = page.locator('.gesture-pad')
  const tryIt = page.getByRole('button', { name: 'Try it: draw' })
  await expect(pad).toBeVisible()
  await record(page, Object.keys(gestures))
  await expect(page.getByText('Train first, then draw.', { exact: false })).toBeVisible()
  await expect(tryIt).toBeDisabled()
  // Where the pad is in its block: nothing that comes and goes may move it.
  const place = () =>
    pad.evaluate((one) => {
      const block = one.closest('.gestures')?.getBoundingClientRect().top ?? Number.NaN
      return Math.round(one.getBoundingClientRect().top - block)
    })
  const before = await place()
  await page.getByRole('button', { name: 'Train on these' }).click()
  await expect(page.getByTestId('gesture-progress')).toContainText('Now draw.', { timeout: 120_000 })
  expect(await place()).toBe(before)
  // Three series choose the weights: all three are read rightly long before the network is sure of anything.
  await expect.poll(async () => (await seen(page)).step, { timeout: 120_000 }).toBeGreaterThanOrEqual(400)
  await page.getByRole('button', { name: 'Pause training' }).click()
  await expect(page.locator('.gestures').getByRole('button', { name: 'Go on training' })).toBeVisible()
  const said = page.getByTestId('gesture-answer')
  for (const [name, path] of Object.entries(gestures)) {
    await draw(page, path, 11.5)
    await expect(said).toContainText(`recognised: ${name}`)
  }
  expect(await place()).toBe(before)

  // While a stroke is drawn its answer is to be seen, and heard only when it is done.
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad')
  const line = gestures.line ?? []
  for (const [i, [x, y]] of line.entries()) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y)
    if (i === 0) await page.mouse.down()
    await page.waitForTimeout(10)
  }
  await expect(said).toBeEmpty()
  await expect(page.locator('.gesture-bars [data-best="true"]')).toContainText('%')
  await page.mouse.up()
  await expect(said).toContainText('recognised: ')
  await page.mouse.down()
  await page.mouse.up()
  await expect(said).toHaveText('Too short for a gesture. Draw a longer stroke.')

  // Of two classes the one that is chosen gets the stroke.
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('group', { name: 'Record for' }).getByRole('button', { name: 'circle' }).click()
  await expect(said).toHaveText('Draw circle: one stroke is one recording.')
  await page.getByRole('button', { name: 'Try it: draw' }).click()

  // Another class less is another problem: the old answer and the old network have nothing to say of it.
  await draw(page, line, 11.5)
  await expect(said).toContainText('recognised: ')
  await page.getByRole('button', { name: 'Remove class circle' }).click()
  await expect(said).not.toContainText('recognised')
  await expect(tryIt).toBeDisabled()
  await expect(page.getByText('Train first, then draw.', { exact: false })).toBeVisible()
})

test('gestures: without a pointer there are other ways, and the keyboard finds them', async ({ page }) => {
  await page.goto('./?net=series&data=gestures')
  await expect(page.getByText('Drawing needs a pointer', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Use my own files' }).press('Enter')
  await expect(page.getByLabel('Data')).toHaveValue('own')
})

test('gestures: a recording is taken away, and brought back', async ({ page }) => {
  await page.goto('./?net=series&data=gestures')
  await page.getByLabel('New class').fill('circle')
  await page.getByRole('button', { name: 'Add' }).click()
  for (let i = 0; i < 3; i++) await draw(page, gestures.circle ?? [], i)
  await page.getByRole('button', { name: 'Remove recording 2 of circle' }).click()
  await expect(page.getByText('2 recordings', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Remove class circle' }).click()
  await expect(page.getByText('recordings', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Bring back what was removed' }).click()
  await expect(page.getByText('2 recordings', { exact: true })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('gestures: moved with the device in the hand, after it was asked politely', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(DeviceMotionEvent, { requestPermission: async () => 'granted' })
    })
    await page.goto('./?net=series&data=gestures')
    await page.getByLabel('New class').fill('shake')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('button', { name: 'Use the motion of this device' }).click()
    const hold = page.getByRole('button', { name: 'Hold and move' })
    await hold.hover()
    await page.mouse.down()
    await page.evaluate(async () => {
      for (let i = 0; i < 40; i++) {
        const accelerationIncludingGravity = { x: 9 * Math.sin(i / 3), y: 9 * Math.cos(i / 3), z: 0 }
        window.dispatchEvent(new DeviceMotionEvent('devicemotion', { accelerationIncludingGravity }))
        await new Promise((done) => setTimeout(done, 5))
      }
    })
    await page.mouse.up()
    await expect(page.getByText('1 recording', { exact: true })).toBeVisible()
  })

  test('gestures: a finger draws on a pad as wide as the page, and the page stays where it is', async ({
    page,
  }) => {
    await page.goto('./?net=series&data=gestures')
    await page.getByLabel('New class').fill('down')
    await page.getByRole('button', { name: 'Add' }).click()
    const pad = page.locator('.gesture-pad')
    await pad.scrollIntoViewIfNeeded()
    const box = await pad.boundingBox()
    if (box === null) throw new Error('no pad')
    expect(box.width).toBeGreaterThan(340)
    const at = await page.evaluate(() => scrollY)
    const finger = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + box.width / 2, y: box.y + box.height * share }],
      })
    await touch('touchStart', 0.9)
    for (let i = 0; i <= 12; i++) await touch('touchMove', 0.9 - i / 16)
    await touch('touchEnd', 0)
    await expect(page.getByTestId('gesture-answer')).toContainText('Recorded: down')
    expect(await page.evaluate(() => scrollY)).toBe(at)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('gestures: motion that is refused is said, and drawing goes on', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(DeviceMotionEvent, { requestPermission: async () => 'denied' })
    })
    await page.goto('./?net=series&data=gestures')
    await page.getByRole('button', { name: 'Use the motion of this device' }).click()
    await expect(page.getByText('Access to the motion sensors was refused.', { exact: false })).toBeVisible()
    await expect(page.locator('.gesture-pad')).toBeVisible()
  })
})
