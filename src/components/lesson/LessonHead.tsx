import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { sayCovered } from './coveredValues.ts'
import { Try } from './Try.tsx'
import type { Lesson } from './useLesson.ts'

/** One sentence, and the one thing to try: always above the figure that it changes. */
export function LessonHead({ lesson }: { lesson: Lesson }) {
  const { t } = useText()
  const { keys, values } = lesson
  return (
    <div className='lesson-head'>
      <h2 className='lead' id='step-title' data-part='lead'>
        <Rich text={sayCovered(t(keys.lead, values))} />
      </h2>
      <Try lesson={lesson} />
    </div>
  )
}
