import { useRef } from 'react'
import { isEdited, noEdits } from '../../model/state/edits.ts'
import { pinned, site, view } from '../../model/state/selection.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { picture } from '../../model/state/shownSamples.ts'
import { changeEdits, dragGate, endGesture, undoEdit } from '../../model/state/slices/edits.ts'
import { showChannel } from '../../model/state/slices/view.ts'
import { snapshotOf } from '../../model/state/storedRun.ts'
import { argmax } from '../../model/tensor.ts'
import { snapGate } from '../figure/RowSlider.tsx'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'

/** Interventions on the gates, and what the network then reads. */
export function ScalePanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const dragging = useRef(false)
  const here = useApp(site)
  const traces = useApp(view)
  const at = useApp(pinned)
  const a = useApp(picture)
  const edits = useApp((state) => state.edit)
  const undo = useApp((state) => state.undo)
  const covered = useCover()
  const className = useClassName()
  if (here === null || traces === null || at === null) return null
  const block = traces.trace.sites[here.id]?.block
  const own = traces.own.sites[here.id]?.block
  if (!block || !own) return <p>{t('figure.noSe')}</p>
  const now = traces.trace.probabilities.data
  const before = traces.own.probabilities.data
  const [nowBest, ownBest] = [argmax(now), argmax(before)]
  const gate = block.s.data[at.index.c] ?? 0
  const ownGate = own.s.data[at.index.c]
  const source = (name: typeof edits.source) => changeEdits(store, (e) => ({ ...e, source: name, gates: {} }))
  const grip = (held: boolean) => {
    dragging.current = held
    endGesture(store)
  }
  const transplanted = edits.source === 'transplant' || edits.source === 'other'
  return (
    <div>
      <p className='buttons'>
        <button
          type='button'
          className='primary'
          aria-pressed={transplanted}
          onClick={() => source(transplanted ? 'own' : a?.bar === null ? 'other' : 'transplant')}
        >
          {t(a?.bar === null ? 'step.scale.transplantDigits' : 'step.scale.transplant')}
        </button>
        <button type='button' disabled={!isEdited(edits)} onClick={() => changeEdits(store, () => noEdits)}>
          {t('step.scale.reset')}
        </button>
        <button type='button' disabled={undo.length === 0} onClick={() => undoEdit(store)}>
          {t('step.scale.undo')}
        </button>
      </p>
      <p role='status' className='flip'>
        {covered('reading')
          ? '\u00a0'
          : transplanted
            ? t('step.scale.flip', {
                own: className(ownBest),
                ownProbability: number.percent(before[ownBest] ?? 0),
                now: className(nowBest),
                nowProbability: number.percent(now[nowBest] ?? 0),
              })
            : t('step.scale.now', {
                now: className(nowBest),
                probability: number.percent(now[nowBest] ?? 0),
              })}
      </p>
      <label className='slider gate-slider' hidden={covered('s')}>
        <span>{t('step.scale.slider', { channel: at.index.c })} =</span>
        <input
          type='range'
          min={0}
          max={1}
          step={0.01}
          value={Math.max(0, Math.min(1, gate))}
          aria-valuetext={number.gate(gate)}
          onPointerDown={() => grip(true)}
          onPointerUp={() => grip(false)}
          onPointerCancel={() => grip(false)}
          onBlur={() => grip(false)}
          onChange={(event) => {
            const asked = event.currentTarget.valueAsNumber
            // A key's step is shorter than the reach of the stops: it would never get away from one.
            dragGate(store, at.index.c, dragging.current ? snapGate(asked, ownGate) : asked)
          }}
        />
        <output>{number.gate(gate)}</output>
      </label>
      <details>
        <summary>{t('try.more')}</summary>
        <p className='buttons'>
          <button
            type='button'
            onClick={() => changeEdits(store, (e) => ({ ...e, gates: { ...e.gates, [at.index.c]: 0 } }))}
          >
            {t('step.scale.close', { channel: at.index.c })}
          </button>
          <button
            type='button'
            aria-pressed={edits.source === 'ones'}
            onClick={() => source(edits.source === 'ones' ? 'own' : 'ones')}
          >
            {t('step.scale.ones')}
          </button>
          <button
            type='button'
            aria-pressed={edits.source === 'mean'}
            disabled={traces.frozen === null}
            onClick={() => source(edits.source === 'mean' ? 'own' : 'mean')}
          >
            {t('step.scale.mean')}
          </button>
        </p>
        <Closing />
      </details>
    </div>
  )
}

/** The single closed gate that changes a prediction most, as it was found when the snapshot was made. */
function Closing() {
  const store = useAppStore()
  const { t, number } = useText()
  const snapshot = useApp(snapshotOf)
  const isStored = useApp((state) => shownNetwork(state)?.origin === 'snapshot')
  const closing = snapshot?.featuredSample?.closing
  if (!isStored || closing == null) return null
  return (
    <p>
      {t('step.scale.closing', {
        channel: closing.channel,
        index: closing.index,
        before: closing.predictionBefore,
        probabilityBefore: number.percent(closing.probabilityBefore),
        after: closing.predictionAfter,
        probabilityAfter: number.percent(closing.probabilityAfter),
      })}{' '}
      <button
        type='button'
        onClick={() => {
          changeEdits(store, () => ({ ...noEdits, gates: { [closing.channel]: 0 } }))
          const bar = snapshot?.net === 'inks' ? closing.bar : null
          showChannel(store, closing.channel, {
            site: closing.site,
            sample: { kind: 'heldOut', index: closing.index, bar },
          })
        }}
      >
        {t('step.scale.showClosing')}
      </button>
    </p>
  )
}
