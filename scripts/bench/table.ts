/** The findings as text. */
import { type Curve, isMet, type Row } from './line.ts'

export function rowsTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.name, valueText(row), budgetText(row), metText(row), row.note ?? ''])
  return table(['what', 'value', 'budget', 'met', 'note'], cells)
}

export function curveTable({ name, over, unit, points }: Curve): string {
  const cells = points.map(({ at, value }) => [String(at), number(value)])
  return `${name}\n${table([over, unit], cells)}`
}

function valueText({ value, unit }: Row): string {
  return value === null ? 'not measured' : `${number(value)} ${unit}`.trim()
}

function budgetText({ budget, unit }: Row): string {
  return budget === null ? '–' : `${budget.at === 'most' ? '≤' : '≥'} ${number(budget.value)} ${unit}`.trim()
}

function metText(row: Row): string {
  const met = isMet(row)
  return met === null ? '' : met ? 'yes' : 'NO'
}

/** Three significant digits, or all of an integer. */
function number(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)))
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n')
}
