import {
  type CSSProperties,
  type ReactNode,
  startTransition,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { coveredRows } from '../../model/state/cover.ts'
import { openRows, wholeRows } from '../../model/state/openRows.ts'
import { otherPicture } from '../../model/state/shownSamples.ts'
import { dragGate, endGesture } from '../../model/state/slices/edits.ts'
import type { RowId } from '../../model/state/steps.ts'
import { hoverAt, pinAt, type Selection } from '../../model/state/store.ts'
import { argmax } from '../../model/tensor.ts'
import { useScheme } from '../../viz/charts/useScheme.ts'
import { pageSize, type Variant } from '../../viz/loom/measures.ts'
import { palettes } from '../../viz/palette.ts'
import { isPrinting, usePrinting } from '../../viz/printing.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import { type FirstView, fittingVariants, watchVariants } from './firstView.ts'
import { Loom } from './Loom.tsx'
import { Pages } from './Pages.tsx'
import type { Figure } from './useFigure.ts'
import { useIntroAnimation } from './useIntroAnimation.ts'
import { useTweenedRows } from './useTweenedRows.ts'
import './figure.css'
import './introAnimation.css'

/** The layout that paper gets, whatever the width of the screen (print.css). */
const printed: Variant = 'medium'

/** The layout that fits the width; at first those that the prerendered page holds. On paper one more, for paper. */
function useVariants(first: readonly Variant[]): readonly Variant[] {
  const [shown, setShown] = useState(first)
  const printing = usePrinting()
  useEffect(() => {
    let current = first
    const update = () => {
      // The width is that of the sheet then, and the screen comes back.
      if (isPrinting()) return
      const fitting = fittingVariants()
      if (fitting.join() === current.join()) return
      current = fitting
      startTransition(() => setShown(fitting))
    }
    update()
    return watchVariants(update)
  }, [first])
  return useMemo(
    () => (printing && !shown.includes(printed) ? [...shown, printed] : shown),
    [printing, shown],
  )
}

/** The block figure: stages of the step open, the others folded. */
export function FigureArea(props: {
  figure: Figure
  firstView: FirstView
  /** What a term of the formula strip that is pointed at stands for. */
  term: Selection | null
  /** What the step draws besides the stages. */
  extra: (channels: { readonly from: number; readonly to: number }) => ReactNode
}) {
  const { figure, firstView, term, extra } = props
  const { data, traces, at, pinned, picture } = figure
  const store = useAppStore()
  const { t, number } = useText()
  const shownVariants = useVariants(firstView.variants)
  const palette = palettes[useScheme()]
  const step = useApp((state) => state.step)
  const cover = useApp(coveredRows)
  const covered = useCover()
  const className = useClassName()
  const edits = useApp((state) => state.edit)
  const open = useTweenedRows(useApp(openRows))
  const whole = useApp(wholeRows)
  const printing = usePrinting()
  const looms = useRef<HTMLDivElement>(null)
  useIntroAnimation(looms)
  const b = useApp((state) => otherPicture(state)?.bar ?? null)
  const inks = useMemo(() => ({ a: inkOf(picture.bar), b: inkOf(b) }), [picture.bar, b])
  const contributing = useMemo(() => ({ w1: step === 'mix', w2: step === 'gate' }), [step])
  const onGate = (channel: number, gate: number, phase: 'start' | 'move') => {
    if (phase === 'start') endGesture(store)
    dragGate(store, channel, gate)
  }
  const onPin = (next: Selection) => pinAt(store, next)
  const probabilities = traces.trace.probabilities.data
  const best = argmax(probabilities)
  const { block, site } = data
  const orHidden = (row: RowId, text: string) => (covered(row) ? '?' : text)
  const read = {
    prediction: orHidden('reading', className(best)),
    probability: orHidden('reading', number.percent(probabilities[best] ?? 0)),
  }
  return (
    <section className='figure-area' id='figure' tabIndex={-1} aria-label={t('page.figure')}>
      <p className='visually-hidden' data-testid='figure-summary'>
        {block === null
          ? t('figure.altPlain', read)
          : t('figure.alt', {
              channel: pinned.index.c,
              z: orHidden('z', number.value(block.z.data[pinned.index.c] ?? 0)),
              s: orHidden('s', number.gate(block.s.data[pinned.index.c] ?? 0)),
              ...read,
            })}{' '}
        {t('page.figureHelp')}
      </p>
      <div ref={looms} className='looms' style={firstView.placeholders as CSSProperties}>
        {shownVariants.map((variant) => (
          <div key={variant} data-variant={variant} className={`loom-slot only-${variant}`}>
            <Loom
              data={data}
              printed={figure.printed}
              variant={variant}
              palette={palette}
              open={printing && variant === printed ? whole : open}
              selection={at}
              pinned={pinned}
              term={term}
              cover={cover}
              edits={edits}
              contributing={contributing}
              inks={inks}
              showCell={step === 'why' || step === 'transform'}
              extra={extra}
              onHover={(hover) => hoverAt(store, hover)}
              onPin={onPin}
              onGate={onGate}
            />
            <Pages
              size={pageSize(variant)}
              channels={site.channels}
              gates={covered('s') ? null : (block?.s.data ?? null)}
              channel={pinned.index.c}
              onPin={(channel) => onPin({ ...pinned, index: { ...pinned.index, c: channel } })}
            />
          </div>
        ))}
      </div>
    </section>
  )
}

function inkOf(bar: number | null): 0 | 1 | null {
  return bar === 0 || bar === 1 ? bar : null
}
