import { memo, useState } from 'react'
import type { GestureClass, Recording } from '../../../model/data/series/gestures.ts'
import { useText } from '../../text/i18n.tsx'
import { padSize } from './GesturePad.tsx'

/**
 * The classes and their recordings as small pictures. What is taken away can be brought back, until the next change.
 * Drawn anew only when they change, not with every point of a stroke.
 */
export const GestureClasses = memo(function GestureClasses(props: {
  classes: readonly GestureClass[]
  onChange: (classes: readonly GestureClass[]) => void
}) {
  const { classes, onChange } = props
  const { t } = useText()
  const [removal, setRemoval] = useState<{
    readonly before: readonly GestureClass[]
    readonly after: readonly GestureClass[]
  } | null>(null)
  const remove = (after: readonly GestureClass[]) => {
    setRemoval({ before: classes, after })
    onChange(after)
  }
  const without = (from: number, recording: number) =>
    classes.map((one, c) =>
      c === from ? { ...one, recordings: one.recordings.filter((_, r) => r !== recording) } : one,
    )
  return (
    <>
      <ul className='gesture-list'>
        {classes.map((one, c) => (
          <li key={one.name}>
            <p>
              <strong title={one.name}>{one.name}</strong>
              <span className='soft'>{t('series.gestures.count', { count: one.recordings.length })}</span>
              <button
                type='button'
                className='plain'
                aria-label={t('series.gestures.remove', { name: one.name })}
                onClick={() => remove(classes.filter((_, other) => other !== c))}
              >
                ×
              </button>
            </p>
            {one.recordings.length === 0 ? null : (
              <ul className='gesture-recordings'>
                {one.recordings.map((recording, r) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a recording is its place
                  <li key={r}>
                    <button
                      type='button'
                      aria-label={t('series.gestures.removeOne', { name: one.name, number: r + 1 })}
                      title={t('series.gestures.removeOne', { name: one.name, number: r + 1 })}
                      onClick={() => remove(without(c, r))}
                    >
                      <Stroke recording={recording} />
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <p className='buttons'>
        {classes.length === 0 ? null : (
          <button
            type='button'
            disabled={classes.every(({ recordings }) => recordings.length === 0)}
            onClick={() => remove(classes.map((one) => ({ ...one, recordings: [] })))}
          >
            {t('series.gestures.clear')}
          </button>
        )}
        {removal === null || removal.after !== classes ? null : (
          <button
            type='button'
            onClick={() => {
              setRemoval(null)
              onChange(removal.before)
            }}
          >
            {t('series.gestures.bringBack')}
          </button>
        )}
      </p>
    </>
  )
})

/** The way of the pen, with a dot where it began. */
function Stroke({ recording }: { recording: Recording }) {
  const [first] = recording
  return (
    <svg viewBox={`0 0 ${padSize} ${padSize}`} aria-hidden='true' focusable='false'>
      <polyline points={recording.map(({ x, y }) => `${x.toFixed(0)},${y.toFixed(0)}`).join(' ')} />
      {first === undefined ? null : <circle cx={first.x} cy={first.y} r={18} />}
    </svg>
  )
}
