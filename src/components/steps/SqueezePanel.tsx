import { site, view } from '../../model/state/selectors.ts'
import { changeEdits } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Choices } from './Choices.tsx'

/** Shuffle: the maps move, the means do not. */
export function SqueezePanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const edits = useApp((state) => state.edit)
  const here = useApp(site)
  const traces = useApp(view)
  if (here === null || traces === null) return null
  const shuffled = edits.shuffle !== null
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
          onClick={() => changeEdits(store, (e) => ({ ...e, shuffle: (e.shuffle ?? 0) + 1 }))}
        >
          {t('step.squeeze.shuffle')}
        </button>
        <button
          type='button'
          disabled={!shuffled}
          onClick={() => changeEdits(store, (e) => ({ ...e, shuffle: null }))}
        >
          {t('step.squeeze.unshuffle')}
        </button>
      </p>
      <p role='status'>
        {shuffled && edits.squeeze === null && delta !== null
          ? t('step.squeeze.delta', { delta: number.value(delta < 1e-6 ? 0 : delta) })
          : ' '}
      </p>
      <details>
        <summary>{t('try.more')}</summary>
        <Choices
          label={t('step.squeeze.op')}
          value={edits.squeeze ?? here.squeeze}
          options={[
            ['mean', t('step.squeeze.mean')],
            ['max', t('step.squeeze.max')],
          ]}
          onChange={(squeeze) =>
            changeEdits(store, (e) => ({ ...e, squeeze: squeeze === here.squeeze ? null : squeeze }))
          }
        />
        <p className='soft'>{t('step.squeeze.trainedForMean')}</p>
      </details>
    </div>
  )
}

function largestDifference(a: Float32Array | undefined, b: Float32Array | undefined): number | null {
  if (a === undefined || b === undefined) return null
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0)
}
