/** Pictures that the reader makes: two digits and a bar put together, or a digit drawn. */
import { useEffect, useMemo } from 'react'
import { drawnDigit } from '../../model/data/drawing.ts'
import { type DigitSet, digitImage, digitLabel } from '../../model/data/mnist.ts'
import { type Picture, withBar } from '../../model/state/pictures.ts'
import { view } from '../../model/state/selection.ts'
import { picture, sampleSpec } from '../../model/state/shownSamples.ts'
import { showSample } from '../../model/state/slices/view.ts'
import { showDrawing } from '../../model/state/store.ts'
import { argmax } from '../../model/tensor.ts'
import { Composer } from '../pictures/Composer.tsx'
import type { DigitsByClass } from '../pictures/composition.ts'
import { DrawPad, padSide } from '../pictures/DrawPad.tsx'
import { pictureData } from '../pictures/shownPicture.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useCover } from '../useCover.ts'
import { ensureHeldOut } from './files.ts'

/** Handwritten examples of each class that the composer offers. */
const examples = 6

export function Compose() {
  const store = useAppStore()
  const { t } = useText()
  const heldOut = useApp((state) => state.heldOut)
  const spec = useApp(sampleSpec)
  const shown = useApp(picture)
  const digits = useMemo(() => (heldOut === null ? null : byClass(heldOut)), [heldOut])
  // The picture on show stays until something is chosen.
  useEffect(() => void ensureHeldOut(store), [store])
  if (digits === null) return <p className='soft'>{t('sampleTools.loading')}</p>
  return (
    <Composer
      digits={digits}
      value={spec.kind === 'composed' ? spec : firstComposition(digits, shown?.bar ?? 0)}
      onChange={({ first, second, bar }) =>
        showSample(store, withBar({ kind: 'composed', first, second, bar }, bar))
      }
    />
  )
}

export function Draw() {
  const store = useAppStore()
  const { t } = useText()
  const net = useApp((state) => state.net)
  const drawn = useApp((state) => state.drawn)
  const shown = useApp(picture)
  const result: Picture | null = drawn !== null && shown?.spec.kind === 'drawn' ? shown : null
  return (
    <>
      {net === 'inks' ? <p className='soft'>{t('sampleTools.drawInks')}</p> : null}
      <DrawPad
        result={result === null ? null : pictureData(result)}
        onDraw={(strokes) => {
          showDrawing(store, drawnDigit(strokes, padSide))
        }}
      />
      {result === null ? null : <Answer />}
    </>
  )
}

/** What the network reads, beside the pad: the figure may be out of sight. */
function Answer() {
  const { t, number } = useText()
  const probabilities = useApp((state) => view(state)?.trace.probabilities.data)
  const covered = useCover()
  if (probabilities === undefined || covered('reading')) return null
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
