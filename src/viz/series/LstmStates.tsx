import { memo, type PointerEvent, useId, useMemo } from 'react'
import type { LstmStep } from '../../model/networks/lstm.ts'
import { Hatch } from './Hatch.tsx'
import { Label } from './Label.tsx'
import {
  barPaths,
  barValues,
  isGate,
  type LstmLayout,
  type LstmPanel,
  type LstmPart,
  lstmLayout,
  maskedRuns,
  namedSteps,
} from './lstm.ts'
import { stepTicks } from './series.ts'
import { fitted, heldBetween, textWidth } from './text.ts'
import './pictures.css'

export interface LstmStatesProps {
  /** The picture in words. */
  readonly label: string
  readonly steps: readonly LstmStep[]
  /** In pixels. */
  readonly width: number
  readonly titles: Readonly<Record<LstmPart, string>>
  /** What a full bar stands for, in words: "0–1", "±1.5". */
  readonly scales: Readonly<Record<LstmPart, string>>
  /** |value| of a full bar; gates and the candidate end at 1. */
  readonly domains: Readonly<Record<'state' | 'hidden', number>>
  readonly stepName: (step: number) => string
  /** Steps are variables: each has a name worth printing. */
  readonly named: boolean
  readonly unitName: (unit: number) => string
  readonly selected: { readonly step: number; readonly unit: number } | null
  /** Of the units that are not drawn: "+ 48 more". */
  readonly more?: string
  readonly onPoint?: (at: { readonly step: number; readonly unit: number }) => void
}

/** Every gate and state of an LSTM, one column a step, one row a unit: bars, 0–1 for gates, signed for states. */
export const LstmStates = memo(function LstmStates(props: LstmStatesProps) {
  const { steps, width, selected, onPoint } = props
  const hatches = { masked: useId(), below: useId() }
  const units = steps[0]?.hidden.length ?? 0
  const layout = useMemo(() => lstmLayout(steps.length, units, width), [steps, units, width])
  return (
    <div className='viz-lstm' role='img' aria-label={props.label}>
      <svg width={width} height={layout.height} aria-hidden='true' focusable='false'>
        <defs>
          <Hatch id={hatches.masked} className='viz-hatch' />
          <Hatch id={hatches.below} className='viz-hatch below' />
        </defs>
        {layout.panels.map((panel) => (
          <g key={panel.part} transform={`translate(${panel.x} ${panel.y})`}>
            <Title panel={panel} layout={layout} title={props.titles} scale={props.scales} />
            {selected === null ? null : <Band layout={layout} selected={selected} />}
            <Bars
              part={panel.part}
              steps={steps}
              layout={layout}
              domain={panel.part === 'state' || panel.part === 'hidden' ? props.domains[panel.part] : 1}
              masked={hatches.masked}
              below={hatches.below}
            />
            {panel.isFirst ? <UnitNames layout={layout} {...props} /> : null}
            {selected === null ? null : <Marked layout={layout} selected={selected} />}
            <StepNames layout={layout} {...props} />
            {onPoint === undefined ? null : <Hits layout={layout} onPoint={onPoint} />}
          </g>
        ))}
      </svg>
      {props.more === undefined ? null : <p className='viz-more'>{props.more}</p>}
    </div>
  )
})

type Texts = Readonly<Record<LstmPart, string>>

function Title(props: { panel: LstmPanel; layout: LstmLayout; title: Texts; scale: Texts }) {
  const { panel, layout, title, scale } = props
  const numbers = scale[panel.part]
  return (
    <>
      <Label
        className='title'
        text={title[panel.part]}
        x={0}
        y={-12}
        room={layout.panelWidth - textWidth(numbers) - 12}
      />
      <Label
        className='soft-text'
        text={numbers}
        x={layout.panelWidth}
        y={-12}
        room={layout.panelWidth}
        anchor='end'
      />
    </>
  )
}

/** One path a unit and sign: a new frame of a training run changes few attributes. */
const Bars = memo(function Bars(props: {
  part: LstmPart
  steps: readonly LstmStep[]
  layout: LstmLayout
  domain: number
  masked: string
  below: string
}) {
  const { part, steps, layout, domain, masked, below } = props
  const { panelWidth, panelHeight, rowHeight } = layout
  const isBar = isGate(part)
  const rows = Array.from({ length: layout.units }, (_, unit) => {
    const foot = (unit + 1) * rowHeight - 2
    const [zero, reach] = isBar ? [foot, rowHeight - 4] : [foot - (rowHeight - 4) / 2, (rowHeight - 4) / 2]
    const values = barValues(
      steps.map((step) => step[part][unit] ?? Number.NaN),
      layout.bars,
    )
    return { unit, zero, ...barPaths(values, { zero, reach, domain, width: panelWidth }) }
  })
  return (
    <g className={isBar ? 'gates' : 'states'}>
      <rect className='ground' width={panelWidth} height={panelHeight} />
      {maskedRuns(steps.map((step) => step.masked)).map(({ from, to }) => (
        <rect
          key={from}
          fill={`url(#${masked})`}
          x={layout.edge(from)}
          width={layout.edge(to + 1) - layout.edge(from)}
          height={panelHeight}
        />
      ))}
      {rows.map(({ unit, zero, above, below: under }) => (
        <g key={unit}>
          <path className='bars' d={above} />
          {under === '' ? null : <path fill={`url(#${below})`} d={under} />}
          <line className='zero' x2={panelWidth} y1={zero} y2={zero} />
        </g>
      ))}
    </g>
  )
})

type Selected = { readonly step: number; readonly unit: number }

function Band({ layout, selected }: { layout: LstmLayout; selected: Selected }) {
  return (
    <rect
      className='band'
      y={selected.unit * layout.rowHeight}
      width={layout.panelWidth}
      height={layout.rowHeight}
    />
  )
}

/** The column of the step, and in it the cell of the unit. */
function Marked({ layout, selected: { step, unit } }: { layout: LstmLayout; selected: Selected }) {
  const width = Math.max(2, layout.edge(step + 1) - layout.edge(step))
  const column = { x: layout.edge(step) - 0.5, width: width + 1 }
  return (
    <>
      <rect className='column' {...column} y={-0.5} height={layout.panelHeight + 1} />
      {unit < layout.units ? (
        <rect className='cell' {...column} y={unit * layout.rowHeight + 0.5} height={layout.rowHeight - 1} />
      ) : null}
    </>
  )
}

function UnitNames(props: Pick<LstmStatesProps, 'unitName' | 'selected'> & { layout: LstmLayout }) {
  const { layout, unitName, selected } = props
  return Array.from({ length: layout.units }, (_, unit) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
      key={unit}
      className={unit === selected?.unit ? 'value' : 'soft-text'}
      x={-7}
      y={(unit + 0.5) * layout.rowHeight}
      dy='0.35em'
      textAnchor='end'
    >
      {unitName(unit)}
    </text>
  ))
}

/** The selected step's name, and of the others those that there is room for. */
function StepNames(
  props: Pick<LstmStatesProps, 'steps' | 'stepName' | 'named' | 'selected'> & { layout: LstmLayout },
) {
  const { layout, steps, stepName, named, selected } = props
  const count = steps.length
  const pitch = layout.panelWidth / count
  const chosen = selected === null ? null : placed(selected.step, layout.panelWidth)
  const longest = named ? Math.max(...steps.map((_, step) => textWidth(stepName(step)))) : 0
  const others = named
    ? namedSteps(count, pitch, longest)
    : { steps: stepTicks(count, layout.panelWidth), room: layout.panelWidth }
  function placed(step: number, room: number) {
    const text = fitted(stepName(step), room)
    const width = textWidth(text)
    return { step, text, width, x: heldBetween(layout.edge(step + 0.5), width, 0, layout.panelWidth) }
  }
  const free = others.steps
    .map((step) => placed(step, others.room))
    .filter(({ x, width }) => chosen === null || Math.abs(x - chosen.x) > (width + chosen.width) / 2 + 4)
  return (
    <g className='steps'>
      {[...free, ...(chosen === null ? [] : [chosen])].map((label) => (
        <Label
          key={label.step}
          className={label === chosen ? 'value' : 'soft-text'}
          text={label.text}
          x={label.x}
          y={layout.panelHeight + 11}
          room={Number.POSITIVE_INFINITY}
          anchor='middle'
        />
      ))}
    </g>
  )
}

function Hits({ layout, onPoint }: { layout: LstmLayout; onPoint: (at: Selected) => void }) {
  const point = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onPoint({ step: layout.step(event.clientX - box.left), unit: layout.unit(event.clientY - box.top) })
  }
  return (
    <rect
      className='hit'
      width={layout.panelWidth}
      height={layout.panelHeight}
      onPointerMove={point}
      onPointerDown={point}
    />
  )
}
