import { useState } from 'react'
import type { CsvOptions } from '../../model/data/series/readers/csvOptions.ts'
import type { CsvPreview } from '../../model/data/series/readers/csvPreview.ts'
import { useText } from '../text/i18n.tsx'

const roles = ['id', 'time', 'label', 'values', 'ignore'] as const
type Role = (typeof roles)[number]

/** What each column of a table holds. It begins with what a look at the table suggests. */
export function CsvMapping(props: {
  name: string
  preview: CsvPreview
  onRead: (options: CsvOptions) => void
  onCancel: () => void
}) {
  const { name, preview, onRead, onCancel } = props
  const { t } = useText()
  const [layout, setLayout] = useState<'long' | 'wide'>(preview.guess.layout)
  const [header, setHeader] = useState(preview.header)
  const [held, setHeld] = useState<readonly Role[]>(() => rolesOf(preview))
  const [blocks, setBlocks] = useState(
    preview.guess.layout === 'wide' ? (preview.guess.columns.channels ?? 1) : 1,
  )
  const options = optionsOf(preview, layout, header, held, blocks)
  const roleName = {
    id: 'series.csv.id',
    time: 'series.csv.time',
    label: 'series.csv.label',
    values: 'series.csv.values',
    ignore: 'series.csv.ignore',
  } as const
  return (
    <section className='csv-mapping' aria-labelledby='csv-title'>
      <h3 id='csv-title'>{t('series.csv.title', { name })}</h3>
      <p className='net-choices'>
        <label>
          {t('series.csv.layout')}{' '}
          <select
            value={layout}
            onChange={(event) => setLayout(event.currentTarget.value === 'wide' ? 'wide' : 'long')}
          >
            <option value='long'>{t('series.csv.long')}</option>
            <option value='wide'>{t('series.csv.wide')}</option>
          </select>
        </label>
        <label className='net-switch'>
          <input
            type='checkbox'
            checked={header}
            onChange={(event) => setHeader(event.currentTarget.checked)}
          />
          {t('series.csv.header')}
        </label>
        {layout === 'wide' ? (
          <label>
            {t('series.csv.blocks')}{' '}
            <input
              type='number'
              min={1}
              max={256}
              value={blocks}
              onChange={(event) =>
                setBlocks(Math.max(1, Math.min(256, event.currentTarget.valueAsNumber || 1)))
              }
            />
          </label>
        ) : null}
      </p>
      <div className='csv-columns'>
        <table>
          <caption>{t('series.csv.preview')}</caption>
          <thead>
            <tr>
              <th scope='col'>{t('series.csv.column')}</th>
              <th scope='col'>{t('series.csv.examples')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column, i) => {
              const title = column.name === '' ? String(i + 1) : column.name
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <tr key={i}>
                  <th scope='row'>{title}</th>
                  <td className='examples'>{column.examples.join(' · ')}</td>
                  <td>
                    <select
                      aria-label={t('series.csv.role', { name: title })}
                      value={held[i] ?? 'ignore'}
                      onChange={(event) => {
                        const role = roles.find((one) => one === event.currentTarget.value) ?? 'ignore'
                        setHeld(withRole(held, i, role))
                      }}
                    >
                      {roles
                        .filter((role) => layout === 'long' || role !== 'time')
                        .map((role) => (
                          <option key={role} value={role}>
                            {t(roleName[role])}
                          </option>
                        ))}
                    </select>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className='buttons'>
        <button
          type='button'
          className='primary'
          disabled={options === null}
          onClick={() => options && onRead(options)}
        >
          {t('series.csv.read')}
        </button>
        <button type='button' onClick={onCancel}>
          {t('series.csv.cancel')}
        </button>
      </p>
    </section>
  )
}

/** The guess as one role a column. */
function rolesOf({ guess, columns }: CsvPreview): Role[] {
  const is = (column: string | number | null | undefined, i: number) =>
    column === i || (typeof column === 'string' && column === columns[i]?.name)
  return columns.map((_, i): Role => {
    if (is(guess.columns.label, i)) return 'label'
    if (is(guess.columns.id, i)) return 'id'
    if (guess.layout === 'wide') {
      const { values } = guess.columns
      return values === null || values.some((one) => is(one, i)) ? 'values' : 'ignore'
    }
    if (is(guess.columns.time, i)) return 'time'
    return guess.columns.channels.some((one) => is(one, i)) ? 'values' : 'ignore'
  })
}

/** One column at most is the id, the time, the class. */
function withRole(held: readonly Role[], column: number, role: Role): Role[] {
  const single = role === 'id' || role === 'time' || role === 'label'
  return held.map((was, i) => (i === column ? role : single && was === role ? 'ignore' : was))
}

/** null while something is missing that the layout needs. */
function optionsOf(
  { delimiter }: CsvPreview,
  layout: 'long' | 'wide',
  header: boolean,
  held: readonly Role[],
  blocks: number,
): CsvOptions | null {
  const first = (role: Role) => {
    const found = held.indexOf(role)
    return found < 0 ? null : found
  }
  const values = held.flatMap((role, i) => (role === 'values' ? [i] : []))
  if (values.length === 0) return null
  if (layout === 'wide') {
    if (values.length % blocks !== 0) return null
    return {
      layout,
      delimiter,
      header,
      columns: { label: first('label'), id: first('id'), values, channels: blocks },
    }
  }
  const id = first('id')
  if (id === null) return null
  return {
    layout,
    delimiter,
    header,
    columns: { id, time: first('time'), label: first('label'), channels: values },
  }
}
