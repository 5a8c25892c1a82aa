/** What is written around the curves of a series. */
import { Label } from './Label.tsx'
import type { SeriesChartLayout } from './series.ts'
import { clearOf, fitted, heldBetween, textWidth, typeSize, wrapped } from './text.ts'

export interface StepWords {
  readonly title: string
  readonly tick: (step: number) => string
  readonly at: (step: number) => string
}

/** Name and scale of every row; the scale gives way to the value that is pointed at. */
export function RowTexts(props: {
  layout: SeriesChartLayout
  variables: readonly { readonly name: string; readonly scale: string }[]
  values: readonly string[] | undefined
}) {
  const { layout, variables, values } = props
  const { plot, beside } = layout
  return layout.rows.map((row) => {
    const { name, scale } = variables[row.variable] ?? { name: '', scale: '' }
    const value = values?.[row.variable]
    const y = beside ? row.top + row.height / 2 : row.top - 9
    const number = value ?? scale
    return (
      <g key={row.variable}>
        <Lines
          className='name'
          lines={
            beside
              ? wrapped(name, plot.left - 12, row.height < 30 ? 2 : 3)
              : [fitted(name, layout.width - textWidth(number) - 12)]
          }
          text={name}
          y={y}
        />
        <Label
          className={value === undefined ? 'soft-text' : 'value'}
          text={number}
          x={beside ? plot.right + 10 : layout.width}
          y={y}
          room={beside ? layout.width - plot.right - 10 : layout.width / 2}
          anchor={beside ? 'start' : 'end'}
        />
      </g>
    )
  })
}

/** Lower rows have no room for a name. */
const namedFrom = 20

/** Names alone, in the corners of their rows: there is no room beside them. */
export function RowNames(props: {
  layout: SeriesChartLayout
  variables: readonly { readonly name: string }[]
}) {
  const { layout, variables } = props
  return layout.rows.map(({ variable, top, height }) => {
    const name = variables[variable]?.name ?? ''
    return name === '' || height < namedFrom ? null : (
      <Label
        key={variable}
        className='soft-text'
        text={name}
        x={0}
        y={top + 6}
        room={layout.width}
        anchor='start'
      />
    )
  })
}

/** A name in as many lines as it takes, around the middle of its row. */
function Lines(props: { lines: readonly string[]; text: string; y: number; className: string }) {
  const { lines, text, y, className } = props
  const size = typeSize(text)
  const pitch = size * 1.2
  const isCut = lines.at(-1)?.endsWith('…') === true
  return (
    <text className={className} style={{ fontSize: size }}>
      {lines.map((line, i) => (
        <tspan key={line} x={0} y={y + (i - (lines.length - 1) / 2) * pitch} dy='0.35em'>
          {line}
        </tspan>
      ))}
      {isCut ? <title>{text}</title> : null}
    </text>
  )
}

const noWords: StepWords = { title: '', tick: String, at: String }

export function StepAxis(props: {
  layout: SeriesChartLayout
  cursor?: { readonly step: number; readonly label: string } | null | undefined
  axis?: StepWords | undefined
}) {
  const { layout, cursor = null, axis = noWords } = props
  const { plot } = layout
  const at = cursor === null ? null : layout.x(cursor.step)
  const label = cursor?.label ?? ''
  const y = plot.bottom + 16
  // Under the names there is room for the title; else the first tick says it.
  const tick = (value: number) => (value === 0 && !layout.beside ? axis.at(value) : axis.tick(value))
  const held = (text: string, x: number) => heldBetween(x, textWidth(text), plot.left, plot.right)
  return (
    <g className='steps'>
      <line className='axis' x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {clearOf(layout.ticks, at, 24 + textWidth(label) / 2).map(({ value, at: x }) => (
        <text key={value} className='soft-text' x={held(tick(value), x)} y={y} textAnchor='middle'>
          {tick(value)}
        </text>
      ))}
      {layout.beside ? (
        <text className='soft-text' x={0} y={y} style={{ fontSize: typeSize(axis.title) }}>
          {axis.title}
        </text>
      ) : null}
      {at === null ? null : (
        <text className='value' x={held(label, at)} y={y} textAnchor='middle'>
          {label}
        </text>
      )}
    </g>
  )
}
