import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CsvOptions, TableOptions } from '../../../model/data/series/readers/csv/csvOptions.ts'
import type { CsvPreview } from '../../../model/data/series/readers/csv/csvPreview.ts'
import { useText } from '../../text/i18n.tsx'
import { ArrangementChoices } from './ArrangementChoices.tsx'
import { CsvColumnRow } from './CsvColumnRow.tsx'
import { CsvCurves } from './CsvCurves.tsx'
import { CsvText } from './CsvText.tsx'
import {
  type Arrangement,
  arranged,
  arrangementOf,
  columnRows,
  columnsShown,
  pinnedColumns,
  type Role,
  rolesOf,
  withRole,
} from './csvRoles.ts'
import { WholeNumber } from './WholeNumber.tsx'

/** How a table is written, and what each of its columns holds. It begins with what a look at the table suggests. */
export function CsvMapping(props: {
  file: File
  preview: CsvPreview
  /** Number of the look: after another one the choices begin anew. */
  look: number
  /** Another file is being opened; this table is not read in the meantime. */
  isWaiting: boolean
  onLook: (options: TableOptions) => void
  onRead: (options: CsvOptions) => void
  onCancel: () => void
  /** How the reading goes, or what was wrong with it. */
  children: ReactNode
}) {
  const { file, preview, look, onLook, ...rest } = props
  const { t } = useText()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const [missing, setMissing] = useState<readonly string[]>(preview.guess.missing ?? [])
  // The table may have been let fall far from here.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className='csv-mapping' aria-labelledby={titleId}>
      <h3 id={titleId} ref={title} tabIndex={-1}>
        {t('series.csv.title', { name: file.name })}
      </h3>
      <CsvText preview={preview} missing={missing} onMissing={setMissing} onLook={onLook} />
      <CsvArrangement key={look} file={file} preview={preview} missing={missing} {...rest} />
    </section>
  )
}

function CsvArrangement(
  props: Omit<Parameters<typeof CsvMapping>[0], 'look' | 'onLook'> & { missing: readonly string[] },
) {
  const { file, preview, missing, isWaiting, onRead, onCancel, children } = props
  const { t } = useText()
  const [arrangement, setArrangement] = useState<Arrangement>(() => arrangementOf(preview))
  const [held, setHeld] = useState<readonly Role[]>(() => rolesOf(preview))
  const [pinned, setPinned] = useState(() => pinnedColumns(held))
  const [first, setFirst] = useState(0)
  const { layout } = arrangement
  const count = preview.columns.length
  const { options, lacks, ...rest } = useMemo(
    () => arranged(preview, arrangement, held, missing),
    [preview, arrangement, held, missing],
  )
  const rows = useMemo(() => columnRows(count, first, pinned), [count, first, pinned])
  return (
    <>
      {preview.doubts.length === 0 ? null : (
        <p className='notice'>{preview.doubts.map((doubt) => t(`series.csv.doubt.${doubt}`)).join(' ')}</p>
      )}
      <p className='net-choices'>
        <ArrangementChoices
          arrangement={arrangement}
          onChange={(changes) => setArrangement((was) => ({ ...was, ...changes }))}
        />
        {count > columnsShown ? (
          <WholeNumber
            label={t('series.csv.from')}
            value={first + 1}
            max={count}
            onChange={(number) => setFirst(number - 1)}
          />
        ) : null}
      </p>
      {layout === 'windows' ? <p className='soft'>{t('series.csv.windowsAre')}</p> : null}
      <div className='csv-body'>
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
        {options === null ? null : <CsvCurves file={file} options={options} />}
      </div>
      {children}
      {lacks === null ? null : (
        <p role='status'>
          {t(lackWords[lacks], { count: 'values' in rest ? rest.values : 0, blocks: arrangement.blocks })}
        </p>
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
    </>
  )
}

const lackWords = {
  values: 'series.csv.lacksValues',
  id: 'series.csv.lacksId',
  blocks: 'series.csv.lacksBlocks',
  oneValue: 'series.csv.lacksOneValue',
} as const
