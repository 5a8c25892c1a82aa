import { argmax } from '../../../model/tensor.ts'
import { useText } from '../../text/i18n.tsx'

/** What the network made of a stroke, with the names of the classes that it has learnt. */
export interface Answer {
  readonly classes: readonly string[]
  readonly probabilities: readonly number[]
}

/**
 * The answer as it changes with the stroke, for the eye; in words for those who listen, once the stroke is done. It
 * stands above the pad, where no hand covers it.
 */
export function GestureAnswer(props: {
  answer: Answer | null
  /** What is to be said where there is no answer. */
  hint: string
  drawing: boolean
}) {
  const { answer, hint, drawing } = props
  const { t, number } = useText()
  const best = answer === null ? 0 : argmax(answer.probabilities)
  const words =
    answer === null
      ? hint
      : t('series.gestures.reads', {
          name: answer.classes[best] ?? '',
          probability: number.percent(answer.probabilities[best] ?? 0),
        })
  return (
    <>
      <p className='gesture-answer' aria-hidden='true'>
        {words}
      </p>
      <p role='status' className='visually-hidden' data-testid='gesture-answer'>
        {drawing ? '' : words}
      </p>
    </>
  )
}

/** @param rows for how many classes there is to be room, so that nothing moves when the first answer comes */
export function GestureBars(props: {
  answer: Answer | null
  rows: number
  /** Classes of the network that will answer; none while gestures are recorded. */
  classes: readonly string[]
}) {
  const { answer, rows, classes } = props
  const { t, number } = useText()
  const best = answer === null ? -1 : argmax(answer.probabilities)
  return (
    <div className='gesture-room' style={{ '--rows': rows } as React.CSSProperties}>
      <ul
        className='gesture-bars'
        aria-label={t('series.gestures.probabilities')}
        hidden={classes.length === 0}
      >
        {classes.map((name, i) => {
          const share = answer?.probabilities[i]
          return (
            <li key={name} data-best={i === best}>
              <span title={name}>{name}</span>
              <span className='track'>
                <span className='fill' style={{ '--share': share ?? 0 } as React.CSSProperties} />
              </span>
              <span>{share === undefined ? '' : number.percent(share)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
