import { useState } from 'react'
import { pinned, site, view } from '../../model/state/selection.ts'
import { changeEdits } from '../../model/state/slices/edits.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useCover } from '../useCover.ts'
import { Choices } from './Choices.tsx'
import { RegionBrush } from './RegionBrush.tsx'

/** Shuffle: the maps move, the means do not. A region's mean differs from the map's. */
export function SqueezePanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const edits = useApp((state) => state.edit)
  const here = useApp(site)
  const traces = useApp(view)
  const at = useApp(pinned)
  const comparing = useApp((state) => state.comparing)
  const [open, setOpen] = useState(false)
  const covered = useCover()
  if (here === null || traces === null || at === null) return null
  const squeeze = edits.squeeze ?? here.squeeze
  const shuffled = edits.permutation !== null
  const delta = largestDifference(
    traces.trace.sites[here.id]?.block?.z.data,
    traces.own.sites[here.id]?.block?.z.data,
  )
  return (
    <div>
      <p className='buttons'>
        <button
          type='button'
          className='primary'
          onClick={() => changeEdits(store, (e) => ({ ...e, permutation: (e.permutation ?? 0) + 1 }))}
        >
          {t('step.squeeze.shuffle')}
        </button>
        <button
          type='button'
          disabled={!shuffled}
          onClick={() => changeEdits(store, (e) => ({ ...e, permutation: null }))}
        >
          {t('step.squeeze.unshuffle')}
        </button>
      </p>
      <p role='status'>
        {shuffled && edits.squeeze === null && delta !== null
          ? t('step.squeeze.delta', { delta: number.value(delta < 1e-6 ? 0 : delta) })
          : ' '}
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('try.more')}</summary>
        <Choices
          label={t('step.squeeze.op')}
          value={squeeze}
          options={[
            ['mean', t('step.squeeze.mean')],
            ['max', t('step.squeeze.max')],
          ]}
          onChange={(next) =>
            changeEdits(store, (e) => ({ ...e, squeeze: next === here.squeeze ? null : next }))
          }
        />
        <p className='soft'>{t('step.squeeze.trainedForMean')}</p>
        {open && !covered('U') && !covered('z') ? (
          <RegionBrush
            key={here.id}
            site={here}
            view={traces}
            channel={at.index.c}
            squeeze={comparing ? here.squeeze : squeeze}
          />
        ) : null}
      </details>
    </div>
  )
}

function largestDifference(a: Float32Array | undefined, b: Float32Array | undefined): number | null {
  if (a === undefined || b === undefined) return null
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0)
}
