/** The reader's own files: nothing that goes wrong with them costs what was there before. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { open, type SiteWindow } from './page.ts'
import { tsFile } from './seriesFixture.ts'

test.use({ viewport: { width: 1440, height: 1000 }, contextOptions: { reducedMotion: 'reduce' } })

type Files = readonly (readonly [name: string, text: string])[]

const choose = (page: Page, files: Files) =>
  page
    .locator('.own input[type="file"]:not([webkitdirectory])')
    .setInputFiles(files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))

/** Lets files fall onto the page, as from a folder. */
async function drop(page: Page, files: Files): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer()
    for (const [name, text] of given) dataTransfer.items.add(new File([text], name))
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, files)
}

async function openOwn(page: Page): Promise<void> {
  await page.goto('./?net=series&data=own')
  await expect(page.locator('.own input[type="file"]:not([webkitdirectory])')).toBeAttached()
}

/** What is on show, from the state. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const { problem, data, net, own, preparation } = (
      window as unknown as SiteWindow
    ).seExplainer.store.getState()
    return { key: problem?.key ?? null, data, net, own: own?.id ?? null, preparation }
  })

/** Twenty-four series of two classes, a step a row. */
const table = (value = (n: number, t: number) => String((n % 2 === 0 ? t : -t) + n / 50)) =>
  `id,time,label,height\n${Array.from({ length: 24 * 20 }, (_, i) => {
    const [n, t] = [Math.floor(i / 20), i % 20]
    return `s${n},${t},${n % 2 === 0 ? 'up' : 'down'},${value(n, t)}\n`
  }).join('')}`

test('a drop that is refused leaves the page as it was, and says why', async ({ page }) => {
  await open(page, '?net=series&data=cued')
  await expect.poll(async () => (await shown(page)).key).toBe('cued')
  const before = await shown(page)
  const alert = page.getByRole('alert')
  const ts = tsFile(0, 8)
  const arff = '@relation r\n@attribute t0 numeric\n@attribute c {a,b}\n@data\n1,a\n'
  const given: readonly (readonly [files: Files, said: string])[] = [
    [[['notes.docx', 'PK\u0003\u0004']], 'ZIP archive'],
    [
      [
        ['BasicMotions_TRAIN.ts', ts],
        ['GunPoint_TEST.ts', ts],
      ],
      '“BasicMotions” and “GunPoint”',
    ],
    [
      [
        ['A_TRAIN.ts', ts],
        ['A_TEST.ts', arff],
      ],
      'different formats',
    ],
    [['a.png', 'b.pdf', 'c.docx'].map((name) => [name, ts]), 'a.png, b.pdf, c.docx'],
  ]
  for (const [files, said] of given) {
    await drop(page, files)
    await expect(alert).toContainText(said)
    await expect(alert).toContainText('unchanged')
    await expect(alert).toBeInViewport()
    expect(await shown(page)).toEqual(before)
  }
  await alert.getByRole('button').click()
  await expect(alert).toHaveCount(0)
})

test('nonsense that is dropped while a file is read does not end the reading', async ({ page }) => {
  await openOwn(page)
  // Both in one go: the worker has not even started when the second falls.
  const text = tsFile(0, 40)
  await page.evaluate((given) => {
    for (const file of [
      new File([given], 'Moves_TRAIN.ts'),
      new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0)], 'holiday.jpg'),
    ]) {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(file)
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, text)
  await expect(page.getByRole('alert')).toContainText('holiday.jpg')
  await expect(page.getByRole('alert')).toContainText('The file that is being read is not affected.')
  await expect(page.getByText('Moves_TRAIN.ts: 40 series', { exact: false })).toBeVisible()
  // Half of a pair is a file as well.
  await expect(page.getByText('It is one file of a pair.', { exact: false })).toBeVisible()
})

test('a table that cannot be read as chosen: the dialog stays, with the choices and the reason', async ({
  page,
}) => {
  await openOwn(page)
  await choose(page, [['table.csv', table((n, t) => (n === 3 && t === 4 ? 'seven' : `${n + t}`))]])
  const dialog = page.getByRole('region', { name: 'How is table.csv arranged?' })
  await expect(dialog.getByRole('heading')).toBeFocused()
  const height = dialog.getByLabel('What column height holds')
  await height.selectOption('values')
  await dialog.getByLabel('What column time holds').selectOption('ignore')
  const imports = dialog.getByRole('button', { name: 'Import', exact: true })
  await imports.click()
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('seven')
  await expect(alert).toContainText('Line 66')
  await expect(height).toHaveValue('values')
  await expect(dialog.getByLabel('What column time holds')).toHaveValue('ignore')
  // What is missing is named, and nothing can be imported without it.
  await height.selectOption('ignore')
  await expect(dialog.getByText('Choose at least one column of variables.')).toBeVisible()
  await expect(imports).toBeDisabled()
  // Another choice reads it: the steps as values.
  await dialog.getByLabel('What column time holds').selectOption('values')
  // Nonsense dropped meanwhile does not close the dialog either.
  await drop(page, [['notes.docx', 'PK\u0003\u0004']])
  await expect(page.getByRole('alert')).toContainText('notes.docx')
  await expect(dialog.getByLabel('What column time holds')).toHaveValue('values')
  await imports.click()
  await expect(page.getByText('table.csv: 24 series, 1 variable, 2 classes', { exact: false })).toBeVisible()
  await expect(dialog).toHaveCount(0)
})

test('ten thousand columns: sixty rows, one for the others, the class; read soon', async ({ page }) => {
  await openOwn(page)
  const row = (n: number) =>
    `${Array.from({ length: 9999 }, (_, t) => ((n % 2) + ((t * 7 + n) % 5) / 10).toFixed(1)).join(',')},c${n % 2}\n`
  await choose(page, [['wide.csv', Array.from({ length: 12 }, (_, n) => row(n)).join('')]])
  const dialog = page.getByRole('region', { name: 'How is wide.csv arranged?' })
  await expect(dialog.getByRole('row')).toHaveCount(63)
  await expect(dialog.getByLabel('What columns 61 to 9,999 hold')).toHaveValue('values')
  await expect(dialog.getByLabel('What column 10,000 holds')).toHaveValue('label')
  await dialog.getByLabel('Show from column').fill('5001')
  await expect(dialog.getByLabel('What column 5,001 holds')).toHaveValue('values')
  await dialog.getByLabel('What columns 1 to 5,000 hold').selectOption('ignore')
  await dialog.getByLabel('What columns 5,061 to 9,999 hold').selectOption('ignore')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(
    page.getByText('12 series, 1 variable, 2 classes, up to 60 steps', { exact: false }),
  ).toBeVisible()
})

test('another network and back: the series are still there, and can be kept in this browser', async ({
  page,
}) => {
  await openOwn(page)
  await choose(page, [['table.csv', table()]])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('table.csv: 24 series', { exact: false })).toBeVisible()
  const before = await shown(page)
  const network = page.getByRole('combobox', { name: 'Network' })
  await network.selectOption('inks')
  await expect(page.locator('.own')).toHaveCount(0)
  await network.selectOption('series')
  await expect(page.getByText('table.csv: 24 series', { exact: false })).toBeVisible()
  await expect.poll(() => shown(page)).toEqual(before)
  await page.getByRole('button', { name: 'Keep these files in this browser' }).click()
  await expect(page.getByText('Kept in this browser: table.csv.')).toBeVisible()

  // The next visit: read as it was arranged, without asking.
  await openOwn(page)
  await page.getByRole('button', { name: 'Open them' }).click()
  await expect(page.getByText('table.csv: 24 series', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0)
})

test('kept files whose arrangement was damaged are asked about again', async ({ page }) => {
  const keepWith = (csv: unknown) =>
    page.evaluate(
      ([text, arrangement]) =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('se-explainer-files')
          opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
          opening.onerror = () => fail(opening.error)
          opening.onsuccess = () => {
            const change = opening.result.transaction('kept', 'readwrite')
            change
              .objectStore('kept')
              .put({ files: [new File([text as string], 'old.csv')], csv: arrangement }, 'files')
            change.oncomplete = () => {
              opening.result.close()
              done()
            }
          }
        }),
      [table(), csv] as const,
    )
  const columns = { id: 0, time: 1, label: 2, channels: [3] }
  for (const csv of [
    { layout: 'long', columns: { id: { evil: true } } },
    // Sound, but of another table.
    { layout: 'long', delimiter: ',', header: true, columns: { ...columns, channels: [17] } },
  ]) {
    await openOwn(page)
    await keepWith(csv)
    await openOwn(page)
    await page.getByRole('button', { name: 'Open them' }).click()
    await expect(page.getByRole('heading', { name: 'How is old.csv arranged?' })).toBeVisible()
  }
  await expect(page.getByRole('alert')).toContainText(/column/i)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('old.csv: 24 series', { exact: false })).toBeVisible()
})

test('series too long for the page are cut, and the page says so; what cannot be chosen says why', async ({
  page,
}) => {
  await page.goto('./?net=series&data=own&size=paper')
  const rows = Array.from(
    { length: 12 },
    (_, n) =>
      `${Array.from({ length: 700 }, (_, t) => Math.sin(t * (1 + (n % 2)) + n).toFixed(3)).join(',')}:c${n % 2}`,
  )
  await choose(page, [['Long.ts', `@problemName Long\n@classLabel true c0 c1\n@data\n${rows.join('\n')}\n`]])
  const length = page.getByRole('combobox', { name: /^Length/ })
  await expect(length).toHaveValue('256')
  await expect(
    page.getByText('The series are cut to 256 of up to 700 steps.', { exact: false }),
  ).toBeVisible()
  await expect(page.getByText('at most 379 steps', { exact: false })).toBeVisible()
  const disabled = length.locator('option:disabled')
  await expect(disabled).toHaveText(['512 (too long)', 'the longest: 700 (too long)'])
  // The small network can do more; the choice stays as it was, and can be undone.
  await page.getByRole('combobox', { name: /^Size/ }).selectOption('small')
  await expect(disabled).toHaveCount(0)
  await length.selectOption('longest')
  await expect(page.getByText('The series are cut', { exact: false })).toHaveCount(0)
})

test('a preparation that is refused: the reason stands beside the choices, and the series stay', async ({
  page,
}) => {
  await openOwn(page)
  const text = tsFile(0, 40).replace(/^(?=[-\d])(.*)$/gm, (line) =>
    line.replace(/-?\d+(\.\d+)?(?=[,:])/g, (number) => `${number}e7`),
  )
  await choose(page, [['Moves.ts', text]])
  await expect(page.getByText('Moves.ts: 40 series', { exact: false })).toBeVisible()
  await expect.poll(async () => (await shown(page)).key).not.toBeNull()
  const before = await shown(page)
  const normalise = page.getByRole('combobox', { name: /^Normalise/ })
  await normalise.selectOption('none')
  const alert = page.locator('.own').getByRole('alert')
  await expect(alert).toContainText('too large for a network. Have the values normalised.')
  await expect(normalise).toHaveValue('perVariable')
  await expect.poll(() => shown(page)).toEqual(before)
  await normalise.selectOption('perSeries')
  await expect(alert).toHaveCount(0)
})

test('one recording: the dialog says what it is not sure of, shows the windows as curves, and cuts them', async ({
  page,
}) => {
  await openOwn(page)
  const rows = Array.from(
    { length: 240 },
    (_, i) => `${i},${Math.sin(i / (i % 80 < 40 ? 2 : 5))},${i % 80 < 40 ? 'run' : 'walk'}`,
  )
  await choose(page, [['stream.txt', `time;x;activity\n${rows.join('\n').replaceAll(',', ';')}\n`]])
  const dialog = page.getByRole('region', { name: 'How is stream.txt arranged?' })
  await expect(
    dialog.getByText('No column clearly says which series a row belongs to.', { exact: false }),
  ).toBeVisible()
  await expect(dialog.getByLabel('Layout')).toHaveValue('windows')
  const curves = dialog.locator('.csv-curves')
  await expect(curves.getByRole('img')).toHaveCount(2)
  await expect(curves).toContainText('has 6 series of up to 40 steps, variables: 1, classes: 2')
  await expect(curves.locator('li > span:last-child')).toHaveText(['run', 'walk'])
  await dialog.getByLabel('Window, in rows').fill('20')
  await dialog.getByLabel('Next window after, in rows').fill('10')
  await expect(curves).toContainText('has 18 series of up to 20 steps')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('stream.txt: 18 series, 1 variable, 2 classes', { exact: false })).toBeVisible()
})

test('how the text is read can be said: another delimiter, another first line, another word for nothing', async ({
  page,
}) => {
  await openOwn(page)
  const body = table((n, t) => (t === 7 ? '-200' : String((n % 2 === 0 ? t : -t) + n / 50)))
  await choose(page, [['logged.csv', `Logged: a, b, c, d\n${body}`]])
  const dialog = page.getByRole('region', { name: 'How is logged.csv arranged?' })
  await dialog.getByText('How the text is read').click()
  const column = (name: string) => dialog.getByRole('row', { name: new RegExp(`^${name}`) })
  await dialog.getByLabel('Cells apart by').focus()
  await dialog.getByLabel('Cells apart by').selectOption(';')
  await expect(column('height')).toHaveCount(0)
  // What was chosen is still there, and where the reader is.
  await expect(dialog.getByLabel('Cells apart by')).toHaveValue(';')
  await expect(dialog.getByLabel('Cells apart by')).toBeFocused()
  await dialog.getByLabel('Cells apart by').selectOption(',')
  await dialog.getByLabel('Table begins at line').fill('2')
  await expect(column('height')).toHaveCount(1)
  await expect(dialog.locator('.csv-curves')).toContainText('has 24 series of up to 20 steps')
  await dialog.getByLabel('Also missing values', { exact: false }).fill('-200')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('logged.csv: 24 series', { exact: false })).toBeVisible()
  // The series have missing values now.
  await expect(page.getByLabel('Missing values')).toBeVisible()
})

test('an ARFF file whose rows could be either is read one way, says so, and can be turned', async ({
  page,
}) => {
  await openOwn(page)
  const names = ['y', 'x', 'z'].map((name) => ` @attribute ${name} numeric`)
  const head = [
    '@relation acc',
    '@attribute bag relational',
    ...names,
    '@end bag',
    '@attribute class {walk,run}',
    '@data',
  ]
  const rows = Array.from({ length: 16 }, (_, n) => {
    const table = Array.from({ length: 5 }, (_, t) => `${t + n},${t * (n % 2)},${n}`).join('\\n')
    return `'${table}',${n % 2 === 0 ? 'walk' : 'run'}`
  })
  await choose(page, [['bags.arff', `${[...head, ...rows].join('\n')}\n`]])
  await expect(page.getByText('bags.arff: 16 series, 3 variables', { exact: false })).toBeVisible()
  await expect(page.getByText('The rows of each table were read as steps', { exact: false })).toContainText(
    '“y”, “x”, “z”',
  )
  await page.getByRole('button', { name: 'Read rows as variables' }).click()
  await expect(page.getByText('bags.arff: 16 series, 5 variables', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Read rows as steps' }).click()
  await expect(page.getByText('bags.arff: 16 series, 3 variables', { exact: false })).toBeVisible()
})
