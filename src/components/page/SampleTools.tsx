import { useMemo, useState } from 'react'
import { integer, seededState } from '../../model/data/rng.ts'
import { pictureOf } from '../../model/state/pictures.ts'
import { picture, sampleSpec } from '../../model/state/shownSamples.ts'
import { showSample } from '../../model/state/slices/view.ts'
import { SamplePicker, type SampleThumb } from '../pictures/SamplePicker.tsx'
import { pictureData } from '../pictures/shownPicture.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useModule } from '../useModule.ts'

const loadOwn = () => import('./OwnPicture.tsx')

const heldOutCount = 2000

/** Other pictures: any held-out one, one that the reader puts together, one that the reader draws. */
export function SampleTools() {
  const { t } = useText()
  const net = useApp((state) => state.net)
  return (
    <section className='sample-tools' aria-labelledby='sample-tools-title'>
      <h2 id='sample-tools-title'>{t('sampleTools.title')}</h2>
      <Samples />
      {net === 'digits' ? null : <OwnPicture kind='compose' />}
      <OwnPicture kind='draw' />
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
    showSample(store, { kind: 'heldOut', index: (index + heldOutCount) % heldOutCount, bar: null })
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

/** What it takes to make a picture is fetched when somebody opens it. */
function OwnPicture({ kind }: { kind: 'compose' | 'draw' }) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const own = useModule(loadOwn, open)
  const Tool = kind === 'compose' ? own?.Compose : own?.Draw
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(kind === 'compose' ? 'sampleTools.compose' : 'sampleTools.draw')}</summary>
      {!open ? null : Tool === undefined ? <p className='soft'>{t('sampleTools.loading')}</p> : <Tool />}
    </details>
  )
}
