import { type CSSProperties, startTransition, useEffect, useMemo, useRef, useState } from 'react'
import {
  heldFrame,
  picture,
  pinned,
  selection,
  shownNetwork,
  site,
  view,
} from '../../model/state/selectors.ts'
import { compareWithMean, dragGate, endGesture } from '../../model/state/slices/edits.ts'
import { type RowId, stepOf } from '../../model/state/steps.ts'
import { hoverAt, pinAt, type Selection } from '../../model/state/store.ts'
import { useScheme } from '../../viz/charts/useScheme.ts'
import { pageSize, type Variant } from '../../viz/loom/layout.ts'
import { palettes } from '../../viz/palette.ts'
import { SampleImage } from '../pictures/SampleImage.tsx'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useThrottled } from '../training/charts/useThrottled.ts'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import { FigureTable } from './FigureTable.tsx'
import { FormulaStrip } from './FormulaStrip.tsx'
import { figureData } from './figureData.ts'
import { type FirstView, fittingVariants, watchVariants } from './firstView.ts'
import { Lens } from './Lens.tsx'
import { Loom } from './Loom.tsx'
import { argmax, Output } from './Output.tsx'
import { Pages } from './Pages.tsx'
import { stripOf } from './strip.ts'
import { useIntroAnimation } from './useIntroAnimation.ts'
import './figure.css'
import './introAnimation.css'

/** The layout that fits the width; at first those that the prerendered page holds. */
function useVariants(first: readonly Variant[]): readonly Variant[] {
  const [shown, setShown] = useState(first)
  useEffect(() => {
    let current = first
    const update = () => {
      const fitting = fittingVariants()
      if (fitting.join() === current.join()) return
      current = fitting
      startTransition(() => setShown(fitting))
    }
    update()
    return watchVariants(update)
  }, [first])
  return shown
}

/** The block figure with what belongs to it: thumbnail, output, formula strip, table. */
export function FigureArea({ firstView }: { firstView: FirstView }) {
  const store = useAppStore()
  const { t, number } = useText()
  const shownVariants = useVariants(firstView.variants)
  const palette = palettes[useScheme()]
  const here = useApp(site)
  const traces = useApp(view)
  const shown = useApp(shownNetwork)
  const at = useApp(selection)
  const pin = useApp(pinned)
  const a = useApp(picture)
  const step = useApp((state) => state.step)
  const held = useApp(heldFrame)
  const comparing = useApp((state) => state.comparing)
  const cover = useApp((state) => state.cover)
  const covered = useCover()
  const className = useClassName()
  const edits = useApp((state) => state.edit)
  const [term, setTerm] = useState<Selection | null>(null)
  const data = useMemo(
    () => (here === null || traces === null ? null : figureData(here, traces)),
    [here, traces],
  )
  const looms = useRef<HTMLDivElement>(null)
  useIntroAnimation(looms)
  const playing = useApp((state) => state.engine.phase === 'running')
  const now = useMemo(
    () =>
      here === null || traces === null || shown === null
        ? null
        : {
            data,
            source: { site: here, trace: traces.trace, plan: shown.plan, weights: shown.weights, edits },
          },
    [here, traces, shown, data, edits],
  )
  const throttled = useThrottled(now)
  // Numbers may lag behind the marks, but not behind a change of network or site.
  const fits = throttled?.source.site === here && throttled?.source.plan === shown?.plan
  const printed = playing && fits ? throttled : now
  if (
    data === null ||
    traces === null ||
    shown === null ||
    at === null ||
    pin === null ||
    a === null ||
    here === null
  ) {
    return null
  }
  const lit = stepOf(step).lit
  const strip = printed === null ? null : stripOf(at, printed.source)
  const printedData = printed?.data ?? data
  const onPin = (next: Selection) => pinAt(store, next)
  const onGate = (channel: number, gate: number, phase: 'start' | 'move') => {
    if (phase === 'start') endGesture(store)
    dragGate(store, channel, gate)
  }
  const probabilities = traces.trace.probabilities.data
  const best = argmax(probabilities)
  const block = data.block
  const orHidden = (row: RowId, text: string) => (covered(row) ? '?' : text)
  const read = {
    prediction: orHidden('output', className(best)),
    probability: orHidden('output', number.percent(probabilities[best] ?? 0)),
  }
  return (
    <section className='figure-area' id='figure' aria-label={t('page.figure')}>
      <p className='visually-hidden' data-testid='figure-summary'>
        {block === null
          ? t('figure.altPlain', read)
          : t('figure.alt', {
              channel: pin.channel,
              z: orHidden('z', number.value(block.z.data[pin.channel] ?? 0)),
              s: orHidden('s', number.gate(block.s.data[pin.channel] ?? 0)),
              ...read,
            })}{' '}
        {t('page.figureHelp')}
      </p>
      <div className='figure-top'>
        {shownVariants.includes('phone') ? <Lens data={data} at={at} picture={a} palette={palette} /> : null}
        <div ref={looms} className='looms' style={firstView.placeholders as CSSProperties}>
          {shownVariants.map((variant) => (
            <div key={variant} data-variant={variant} className={`loom-slot only-${variant}`}>
              <Loom
                data={data}
                printed={printedData}
                variant={variant}
                palette={palette}
                selection={at}
                pinned={pin}
                term={term}
                lit={lit}
                cover={cover}
                edits={edits}
                showCell={step === 'why' || step === 'transform'}
                onHover={(hover) => hoverAt(store, hover)}
                onPin={onPin}
                onGate={onGate}
              />
              <Pages
                size={pageSize(variant)}
                channels={here.channels}
                gates={covered('s') ? null : (data.block?.s.data ?? null)}
                channel={pin.channel}
                onPin={(channel) => onPin({ ...pin, channel })}
              />
              {variant === 'phone' ? null : (
                <div
                  className={`thumbnail ${lit.includes('X') ? 'lit' : 'dim'}${covered('X') ? ' covered' : ''}`}
                >
                  <SampleImage sample={a} size={72} />
                  <span className='role-x symbol'>X</span>
                </div>
              )}
            </div>
          ))}
        </div>
        <Output
          probabilities={probabilities}
          frozen={traces.frozen?.probabilities.data ?? null}
          label={a.label}
          dim={!lit.includes('output')}
          comparing={comparing}
          onCompare={(next) => compareWithMean(store, next)}
        />
      </div>
      {strip === null ? null : (
        <FormulaStrip
          strip={strip}
          stage={at.stage}
          stageName={
            held === null ? t(`row.${at.stage}`) : t('strip.held', { step: number.integer(held.step) })
          }
          onTerm={setTerm}
        />
      )}
      <FigureTable data={printedData} />
    </section>
  )
}
