import { useMemo, useState } from 'react'
import { type DigitSet, digitImage, digitLabel } from '../../model/data/mnist.ts'
import { integer, seededState } from '../../model/data/rng.ts'
import type { Picture } from '../../model/state/pictures.ts'
import { pictureOf, withBar } from '../../model/state/pictures.ts'
import { picture, sampleSpec, view } from '../../model/state/selectors.ts'
import { argmax } from '../figure/Output.tsx'
import type { DigitsByClass } from '../pictures/composition.ts'
import { SamplePicker, type SampleThumb } from '../pictures/SamplePicker.tsx'
import { pictureData } from '../pictures/shownPicture.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useCover } from '../useCover.ts'
import { useModule } from '../useModule.ts'
import { ensureHeldOut } from './files.ts'

const loadComposer = () => import('../pictures/Composer.tsx')
const loadPad = async () => {
  const [pad, drawing] = await Promise.all([
    import('../pictures/DrawPad.tsx'),
    import('../../model/data/drawing.ts'),
  ])
  return { ...pad, ...drawing }
}

const heldOutCount = 2000
/** Handwritten examples of each class that the composer offers. */
const examples = 6

/** Other pictures: any held-out one, one that the reader puts together, one that the reader draws. */
export function SampleTools() {
  const { t } = useText()
  return (
    <section className='sample-tools' aria-labelledby='sample-tools-title'>
      <h2 id='sample-tools-title'>{t('sampleTools.title')}</h2>
      <Samples />
      <Compose />
      <Draw />
    </section>
  )
}

function Samples() {
  const store = useAppStore()
  const net = useApp((state) => state.net)
  const snapshot = useApp((state) => state.snapshots[`${state.net}-se`])
  const spec = useApp(sampleSpec)
  const shown = useApp(picture)
  const thumbs = useMemo(
    () =>
      (snapshot?.samples ?? []).flatMap((one): SampleThumb[] => {
        // The one on show as it is shown: the reader may have changed its bar.
        const made =
          (spec.kind === 'heldOut' && spec.index === one.index && shown !== null) || net === 'series'
            ? shown
            : pictureOf(
                { net, stored: snapshot?.samples ?? [], heldOut: null, drawn: null },
                { kind: 'heldOut', index: one.index, bar: null },
              )
        return made === null ? [] : [{ index: one.index, label: made.label ?? 0, picture: pictureData(made) }]
      }),
    [snapshot, net, spec, shown],
  )
  const show = (index: number) =>
    store.setState({ sample: { kind: 'heldOut', index: (index + heldOutCount) % heldOutCount, bar: null } })
  const index = spec.kind === 'heldOut' ? spec.index : 0
  return (
    <SamplePicker
      thumbs={thumbs}
      selected={spec.kind === 'heldOut' ? { index: spec.index, label: shown?.label ?? 0 } : null}
      total={heldOutCount}
      onSelect={show}
      onPrevious={() => show(index - 1)}
      onNext={() => show(index + 1)}
      onRandom={() => show(integer(seededState(Date.now()), heldOutCount))}
    />
  )
}

function Compose() {
  const store = useAppStore()
  const { t } = useText()
  const net = useApp((state) => state.net)
  const heldOut = useApp((state) => state.heldOut)
  const spec = useApp(sampleSpec)
  const shown = useApp(picture)
  const [open, setOpen] = useState(false)
  const tools = useModule(loadComposer, open)
  const digits = useMemo(() => (heldOut === null ? null : byClass(heldOut)), [heldOut])
  const begin = async () => {
    await ensureHeldOut(store)
    const state = store.getState()
    // What is chosen in the composer is what the figure shows, from the beginning.
    if (state.heldOut === null || sampleSpec(state).kind === 'composed') return
    const spec = firstComposition(byClass(state.heldOut), picture(state)?.bar ?? 0)
    store.setState({ sample: withBar(spec, spec.bar) })
  }
  if (net === 'digits') return null
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
        if (event.currentTarget.open) void begin()
      }}
    >
      <summary>{t('sampleTools.compose')}</summary>
      {digits === null || tools === null ? (
        <p className='soft'>{t('sampleTools.loading')}</p>
      ) : (
        <tools.Composer
          digits={digits}
          value={spec.kind === 'composed' ? spec : firstComposition(digits, shown?.bar ?? 0)}
          onChange={({ first, second, bar }) =>
            store.setState({ sample: withBar({ kind: 'composed', first, second, bar }, bar) })
          }
        />
      )}
    </details>
  )
}

/** What the network reads, beside the pad: the figure may be out of sight. */
function Answer() {
  const { t, number } = useText()
  const probabilities = useApp((state) => view(state)?.trace.probabilities.data)
  const covered = useCover()
  if (probabilities === undefined || covered('output')) return null
  const now = argmax(probabilities)
  return (
    <p role='status'>{t('step.scale.now', { now, probability: number.percent(probabilities[now] ?? 0) })}</p>
  )
}

function firstComposition(digits: DigitsByClass, bar: 0 | 1) {
  return {
    kind: 'composed',
    first: digits[3]?.[0]?.index ?? 0,
    second: digits[5]?.[0]?.index ?? 1,
    bar,
  } as const
}

function byClass(set: DigitSet): DigitsByClass {
  const found: { index: number; pixels: Uint8Array }[][] = Array.from({ length: 10 }, () => [])
  for (let index = 0; index < set.count; index++) {
    const of = found[digitLabel(set, index)]
    if (of !== undefined && of.length < examples) of.push({ index, pixels: digitImage(set, index) })
  }
  return found
}

function Draw() {
  const store = useAppStore()
  const { t } = useText()
  const net = useApp((state) => state.net)
  const drawn = useApp((state) => state.drawn)
  const shown = useApp(picture)
  const [open, setOpen] = useState(false)
  const tools = useModule(loadPad, open)
  const result: Picture | null = drawn !== null && shown?.spec.kind === 'drawn' ? shown : null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('sampleTools.draw')}</summary>
      {net === 'inks' ? <p className='soft'>{t('sampleTools.drawInks')}</p> : null}
      {open && tools !== null ? (
        <>
          <tools.DrawPad
            result={result === null ? null : pictureData(result)}
            onDraw={(strokes) => {
              const pixels = tools.drawnDigit(strokes, tools.padSide)
              store.setState(
                pixels === null
                  ? { drawn: null, sample: null }
                  : { drawn: pixels, sample: { kind: 'drawn' } },
              )
            }}
          />
          {result === null ? null : <Answer />}
        </>
      ) : null}
    </details>
  )
}
