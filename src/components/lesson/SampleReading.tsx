/** X with the window of the selected cell, and what the network reads: of this sample and of its other version. */
import { type PointerEvent, useMemo } from 'react'
import type { Site } from '../../model/networks/planTypes.ts'
import { watchedRun } from '../../model/state/openRows.ts'
import { mapSize } from '../../model/state/shown.ts'
import { type AppStore, pinAt, type Selection } from '../../model/state/store.ts'
import type { Figure } from '../figure/useFigure.ts'
import { SampleImage } from '../pictures/SampleImage.tsx'
import { cellWindow } from '../steps/cellWindow.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { LiveSlot } from '../training/charts/LiveSlot.tsx'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import type { LessonFacts, Reading } from './lessonFacts.ts'
import type { Lesson } from './useLesson.ts'

export function SampleReading({ figure, lesson }: { figure: Figure; lesson: Lesson }) {
  const { t } = useText()
  const covered = useCover()
  const watches = useApp(watchedRun)
  return (
    <div className='sample-reading'>
      <Sample figure={figure} covered={covered('X')} />
      {/* The shuffle would change it, and steal the show. */}
      <div className={lesson.id === 'squeeze' ? 'reading reading-away' : 'reading'} data-part='reading'>
        <p className='reading-own'>
          {t('output.reads')} <Answer reading={lesson.facts.now} testId='prediction' />
        </p>
        <OtherReading facts={lesson.facts} />
        {watches ? <LiveSlot part='readouts' /> : null}
      </div>
      {watches ? <LiveSlot part='sparkline' /> : null}
    </div>
  )
}

const side = 104

function Sample({ figure, covered }: { figure: Figure; covered: boolean }) {
  const store = useAppStore()
  const { t } = useText()
  const { shown, data, picture, pinned } = figure
  const { site } = data
  const { h, w } = pinned.index
  // Else X is what the layers before the unit have made of the sample.
  const isX = shown.plan.ops.find(({ id }) => id === site.transform?.x)?.kind === 'input'
  const window = useMemo(
    () => cellWindow(shown.plan, site.u, { h, w }, picture.input),
    [shown.plan, site.u, h, w, picture.input],
  )
  const drag = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    moveTo(
      store,
      site,
      pinned,
      (event.clientX - box.left) / box.width,
      (event.clientY - box.top) / box.height,
    )
  }
  return (
    <figure
      className={covered ? 'sample covered' : 'sample'}
      data-part='x'
      title={t('sample.drag')}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event)
      }}
    >
      <SampleImage sample={picture} size={side} outline={window} />
      {isX ? (
        <span className='role-X symbol' aria-hidden='true'>
          X
        </span>
      ) : null}
    </figure>
  )
}

/** The cell whose place in the map is that of the point in the picture. */
function moveTo(store: AppStore, site: Site, at: Selection, x: number, y: number): void {
  const [rows, columns] = mapSize(site)
  const within = (share: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(share * count)))
  const [h, w] = [within(y, rows), within(x, columns)]
  pinAt(store, { ...at, index: { ...at.index, h, w, t: w } })
}

/** Longer names, in characters, are printed smaller. */
const longName = 20

function Answer({ reading, testId }: { reading: Reading; testId?: string }) {
  const { number } = useText()
  const covered = useCover()('reading')
  const name = useClassName()(reading.class)
  return (
    <>
      <strong data-testid={testId} className={!covered && name.length > longName ? 'long' : undefined}>
        {covered ? '?' : name}
      </strong>{' '}
      {covered ? null : <span className='soft'>{number.percent(reading.probability)}</span>}
    </>
  )
}

/** In the ink of the other bar, where there is one. */
function OtherReading({ facts: { other, otherBar } }: { facts: LessonFacts }) {
  const { t } = useText()
  const net = useApp((state) => state.net)
  if (other === null) return null
  const ink = otherBar === null || net === 'series' ? '' : ` bar-ink-${otherBar}`
  return (
    <p className={`reading-other${ink}`}>
      {t(otherBar === null ? 'reading.other' : `reading.bar${otherBar}`)} <Answer reading={other} />
    </p>
  )
}
