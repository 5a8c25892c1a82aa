import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CsvOptions } from '../../../model/data/series/readers/csvOptions.ts'
import type { CsvPreview } from '../../../model/data/series/readers/csvPreview.ts'
import { useText } from '../../text/i18n.tsx'
import { CsvColumnRow } from './CsvColumnRow.tsx'
import {
  arranged,
  columnRows,
  columnsShown,
  type Layout,
  pinnedColumns,
  type Role,
  rolesOf,
  withRole,
} from './csvRoles.ts'

const most = 256

/** What each column of a table holds. It begins with what a look at the table suggests. */
export function CsvMapping(props: {
  name: string
  preview: CsvPreview
  /** Another file is being opened; this table is not read in the meantime. */
  isWaiting: boolean
  onRead: (options: CsvOptions) => void
  onCancel: () => void
  /** How the reading goes, or what was wrong with it. */
  children: ReactNode
}) {
  const { name, preview, isWaiting, onRead, onCancel, children } = props
  const { t } = useText()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const [layout, setLayout] = useState<Layout>(preview.guess.layout)
  const [header, setHeader] = useState(preview.header)
  const [held, setHeld] = useState<readonly Role[]>(() => rolesOf(preview))
  const [pinned, setPinned] = useState(() => pinnedColumns(held))
  const [first, setFirst] = useState(0)
  const [blocks, setBlocks] = useState(
    preview.guess.layout === 'wide' ? (preview.guess.columns.channels ?? 1) : 1,
  )
  const count = preview.columns.length
  const { options, lacks, ...rest } = arranged(preview, layout, header, held, blocks)
  const rows = useMemo(() => columnRows(count, first, pinned), [count, first, pinned])
  // The table may have been let fall far from here.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className='csv-mapping' aria-labelledby={titleId}>
      <h3 id={titleId} ref={title} tabIndex={-1}>
        {t('series.csv.title', { name })}
      </h3>
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
          <WholeNumber label={t('series.csv.blocks')} value={blocks} max={most} onChange={setBlocks} />
        ) : null}
        {count > columnsShown ? (
          <WholeNumber
            label={t('series.csv.from')}
            value={first + 1}
            max={count}
            onChange={(number) => setFirst(number - 1)}
          />
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
            {rows.map(({ from, to }) => (
              <CsvColumnRow
                key={`${from}-${to}`}
                columns={preview.columns}
                from={from}
                to={to}
                held={held}
                layout={layout}
                onRole={(role) => {
                  setHeld(withRole(held, from, to, role))
                  // Its row stays, wherever the reader looks next.
                  if (from === to) setPinned((was) => new Set([...was, from]))
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {children}
      {lacks === null ? null : (
        <p role='status'>{t(lackWords[lacks], { count: 'values' in rest ? rest.values : 0, blocks })}</p>
      )}
      <p className='buttons'>
        <button
          type='button'
          className='primary'
          disabled={options === null}
          aria-disabled={isWaiting || undefined}
          onClick={() => options && !isWaiting && onRead(options)}
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

const lackWords = {
  values: 'series.csv.lacksValues',
  id: 'series.csv.lacksId',
  blocks: 'series.csv.lacksBlocks',
} as const

/** From 1 on. What is typed may be no number for a while. */
function WholeNumber(props: {
  label: string
  value: number
  max: number
  onChange: (value: number) => void
}) {
  const { label, value, max, onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label>
      {label}{' '}
      <input
        type='number'
        min={1}
        max={max}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          const number = event.currentTarget.valueAsNumber
          if (Number.isInteger(number) && number >= 1 && number <= max) onChange(number)
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}
