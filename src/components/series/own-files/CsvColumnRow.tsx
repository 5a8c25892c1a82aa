import type { CsvColumn } from '../../../model/data/series/readers/csv/csvColumns.ts'
import { useText } from '../../text/i18n.tsx'
import { shortened } from '../../text/shortened.ts'
import { commonRole, type Layout, type Role, roles, rolesIn } from './csvRoles.ts'

const roleName = {
  id: 'series.csv.id',
  time: 'series.csv.time',
  label: 'series.csv.label',
  variable: 'series.csv.variable',
  values: 'series.csv.values',
  ignore: 'series.csv.ignore',
} as const

/** A column of the table with its role, or many that have one in common. */
export function CsvColumnRow(props: {
  columns: readonly CsvColumn[]
  from: number
  to: number
  held: readonly Role[]
  layout: Layout
  onRole: (role: Role) => void
}) {
  const { columns, from, to, held, layout, onRole } = props
  const { t, number } = useText()
  const isRange = from < to
  const column = columns[from]
  const title = isRange
    ? t('series.csv.range', { from: number.integer(from + 1), to: number.integer(to + 1) })
    : column === undefined || column.name === ''
      ? number.integer(from + 1)
      : shortened(column.name)
  const role = commonRole(held, from, to)
  const examples = isRange ? [column?.examples[0], columns[to]?.examples[0]] : (column?.examples ?? [])
  const possible = rolesIn(layout).filter((one) => !isRange || one === 'values' || one === 'ignore')
  // A role that this layout does not have.
  const value = role === null ? 'mixed' : possible.includes(role) ? role : 'ignore'
  return (
    <tr>
      <th scope='row'>{title}</th>
      <td className='examples'>
        {examples.map((one) => shortened(one ?? '')).join(isRange ? ' … ' : ' · ')}
      </td>
      <td>
        <select
          aria-label={t(isRange ? 'series.csv.roleRange' : 'series.csv.role', { name: title })}
          value={value}
          onChange={(event) => {
            const chosen = roles.find((one) => one === event.currentTarget.value)
            if (chosen !== undefined) onRole(chosen)
          }}
        >
          {value === 'mixed' ? <option value='mixed'>{t('series.csv.mixed')}</option> : null}
          {possible.map((one) => (
            <option key={one} value={one}>
              {t(roleName[one])}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}
