import { type PointerEvent, useRef } from 'react'
import type { Edits } from '../../model/state/edits.ts'
import { pinned, site } from '../../model/state/selection.ts'
import { mapSize } from '../../model/state/shown.ts'
import { changeEdits, compareWithMean } from '../../model/state/slices/edits.ts'
import { type AppStore, chooseBlock, pinAt } from '../../model/state/store.ts'
import { swapSample } from '../page/swapSample.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import type { LessonId } from './lessonTexts.ts'
import type { Lesson } from './useLesson.ts'

/** The one button of the step; it never moves the page, and what it changes is on the screen. */
export function Try({ lesson: { id, keys, values } }: { lesson: Lesson }) {
  const store = useAppStore()
  const { t } = useText()
  const comparing = useApp((state) => state.comparing)
  const holds = id === 'result' && keys.try === 'try.hold'
  return (
    <div className='try' data-part='try'>
      {holds ? (
        <HoldButton comparing={comparing} onCompare={(next) => compareWithMean(store, next)} />
      ) : (
        <button type='button' className='primary' onClick={() => act(store, id, keys)}>
          {t(keys.try, values)}
        </button>
      )}
    </div>
  )
}

type Action = (store: AppStore, keys: Lesson['keys']) => void

const edit = (store: AppStore, change: Partial<Edits>) =>
  changeEdits(store, (edits) => ({ ...edits, ...change }))

const actions: Readonly<Record<LessonId, Action>> = {
  why: swapSample,
  training: swapSample,
  transform: moveWindow,
  squeeze: (store, keys) =>
    edit(store, keys.try === 'back.mean' ? { squeeze: null } : { permutation: keys.takesBack ? null : 1 }),
  mix: (store, keys) =>
    keys.takesBack ? edit(store, { dropRelu: false, dropBias: false }) : swapSample(store),
  gate: (store, keys) =>
    edit(store, { gate: keys.takesBack ? null : keys.try === 'try.sigmoid' ? 'sigmoid' : 'softmax' }),
  scale: (store, keys) =>
    edit(store, {
      source: keys.takesBack ? 'own' : keys.try === 'try.lend.single' ? 'other' : 'transplant',
      gates: {},
    }),
  // Held, not pressed: HoldButton.
  result: () => {},
}

function act(store: AppStore, id: LessonId, keys: Lesson['keys']): void {
  if (keys.try === 'try.withSe') chooseBlock(store, 'se')
  else actions[id](store, keys)
}

/** To the next of nine places of the map, row by row: the window on X goes with the cell. */
function moveWindow(store: AppStore): void {
  const state = store.getState()
  const [here, at] = [site(state), pinned(state)]
  if (here === null || at === null) return
  const [height, width] = mapSize(here)
  const places = (length: number) =>
    length === 1 ? [0] : [0.15, 0.5, 0.85].map((share) => Math.floor(share * length))
  const spots = places(height).flatMap((h) => places(width).map((w) => ({ h, w })))
  const now = spots.findIndex(({ h, w }) => h > at.index.h || (h === at.index.h && w > at.index.w))
  const next = spots[Math.max(0, now)]
  if (next !== undefined) pinAt(store, { ...at, index: { ...at.index, ...next, t: next.w } })
}

/** Pressed longer than this it is held; shorter is a click, which stays until the next. */
const heldMs = 350

/** Holds while pressed; a click, a tap or a key switches, since not everybody can hold. */
function HoldButton(props: { comparing: boolean; onCompare: (comparing: boolean) => void }) {
  const { comparing, onCompare } = props
  const { t } = useText()
  const pressed = useRef<{ readonly at: number; readonly before: boolean } | null>(null)
  const end = (event: PointerEvent<HTMLButtonElement>) => {
    const { at, before } = pressed.current ?? { at: 0, before: comparing }
    pressed.current = null
    onCompare(event.type === 'pointerup' && event.timeStamp - at < heldMs ? !before : false)
  }
  return (
    <button
      type='button'
      className='primary hold'
      aria-pressed={comparing}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pressed.current = { at: event.timeStamp, before: comparing }
        onCompare(true)
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onClick={(event) => {
        // A key: pointers have done theirs.
        if (event.detail === 0) onCompare(!comparing)
      }}
    >
      {t(comparing ? 'back.lend' : 'try.hold')}
    </button>
  )
}
