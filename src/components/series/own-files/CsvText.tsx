import { useState } from 'react'
import type { TableOptions } from '../../../model/data/series/readers/csv/csvOptions.ts'
import type { CsvPreview } from '../../../model/data/series/readers/csv/csvPreview.ts'
import { useText } from '../../text/i18n.tsx'
import { WholeNumber } from './WholeNumber.tsx'

const delimiters = [
  [',', 'series.csv.comma'],
  [';', 'series.csv.semicolon'],
  ['\t', 'series.csv.tab'],
  ['|', 'series.csv.bar'],
  [' ', 'series.csv.blanks'],
] as const

const decimals = [
  ['.', 'series.csv.point'],
  [',', 'series.csv.decimalComma'],
  ['either', 'series.csv.either'],
] as const

/** Further down a table hardly begins. */
const lastLine = 1000

/** How the text is cut into cells, and which of them are no values. But for these words every change looks at the table anew. */
export function CsvText(props: {
  preview: CsvPreview
  /** Further words for missing values. */
  missing: readonly string[]
  onMissing: (words: readonly string[]) => void
  onLook: (options: TableOptions) => void
}) {
  const { preview, missing, onMissing, onLook } = props
  const { t } = useText()
  /** Only what the reader said: all else is found out anew. */
  const [chosen, setChosen] = useState<TableOptions>({})
  const { delimiter, decimal, firstRow } = { ...preview, ...chosen }
  const [typed, setTyped] = useState(missing.join(' '))
  const look = (changes: TableOptions) => {
    const all = { ...chosen, ...changes }
    setChosen(all)
    onLook(all)
  }
  const isListed = delimiters.some(([sign]) => sign === delimiter)
  return (
    <details>
      <summary>{t('series.csv.text')}</summary>
      <p className='net-choices'>
        <label>
          {t('series.csv.delimiter')}{' '}
          <select value={delimiter} onChange={(event) => look({ delimiter: event.currentTarget.value })}>
            {delimiters.map(([sign, key]) => (
              <option key={sign} value={sign}>
                {t(key)}
              </option>
            ))}
            {isListed ? null : <option value={delimiter}>{delimiter}</option>}
          </select>
        </label>
        <label>
          {t('series.csv.decimal')}{' '}
          <select
            value={decimal}
            onChange={(event) => {
              const chosen = decimals.find(([sign]) => sign === event.currentTarget.value)
              if (chosen !== undefined) look({ decimal: chosen[0] })
            }}
          >
            {decimals.map(([sign, key]) => (
              <option key={sign} value={sign}>
                {t(key)}
              </option>
            ))}
          </select>
        </label>
        <WholeNumber
          label={t('series.csv.begin')}
          value={firstRow + 1}
          max={lastLine}
          onChange={(line) => look({ firstRow: line - 1 })}
        />
        <label>
          <input
            type='checkbox'
            checked={chosen.turned === true}
            onChange={(event) => look({ turned: event.currentTarget.checked })}
          />{' '}
          {t('series.csv.turned')}
        </label>
        <label>
          {t('series.csv.missingWords')}{' '}
          <input
            type='text'
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              onMissing(event.currentTarget.value.split(/\s+/).filter((word) => word !== ''))
            }}
          />
        </label>
      </p>
    </details>
  )
}
