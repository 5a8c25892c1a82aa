import { useMemo, useState } from 'react'
import { useText } from '../../text/i18n.tsx'
import { mostTableRows, tableRows } from './tableRows.ts'
import '../training.css'

export interface DataTableProps {
  /** Name of the chart. */
  readonly caption: string
  readonly columns: readonly string[]
  /** Formatted cells, by row; the first of each row names it and is unique. Asked for when the table is open. */
  readonly rows: () => readonly RowCells[]
}

/** Cells are formatted only for the rows that are shown. */
export type RowCells = () => readonly string[]

/** The numbers behind a chart. Its rows are made when it is opened: many are never looked at. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const name = t('chart.table', { name: caption })
  return (
    <details className='data-table' onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {open ? <Table name={name} columns={columns} rows={rows} /> : null}
    </details>
  )
}

function Table({ name, columns, rows }: Omit<DataTableProps, 'caption'> & { name: string }) {
  const { t, number } = useText()
  const all = useMemo(rows, [rows])
  return (
    <>
      {all.length > mostTableRows ? (
        <p className='chart-note'>
          {t('chart.tableCapped', {
            shown: number.integer(mostTableRows),
            total: number.integer(all.length),
          })}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys */}
      <section className='data-table-scroll' aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope='col'>
                  <span>{column}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tableRows(all).map((row) => (
              <TableRow key={row()[0]} columns={columns} cells={row()} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function TableRow({
  columns,
  cells: [first, ...cells],
}: {
  columns: readonly string[]
  cells: readonly string[]
}) {
  return (
    <tr>
      <th scope='row'>
        <span>{first}</span>
      </th>
      {cells.map((cell, i) => (
        <td key={columns[i + 1]}>{cell}</td>
      ))}
    </tr>
  )
}
