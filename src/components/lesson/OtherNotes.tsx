import { type StepId, stepIds } from '../../model/state/steps.ts'
import { useText } from '../text/i18n.tsx'

/** Questions that other steps raise, each with the step to which it leads. */
export function OtherNotes<Id extends string>(props: {
  title: string
  questions: readonly { readonly id: Id; readonly at: StepId; readonly text: string }[]
  onWant: (id: Id, at: StepId) => void
}) {
  const { t } = useText()
  return (
    <details className='other-notes'>
      <summary>{props.title}</summary>
      <ul>
        {props.questions.map(({ id, at, text }) => (
          <li key={id}>
            <button type='button' className='plain' onClick={() => props.onWant(id, at)}>
              {text}
            </button>{' '}
            <span className='soft'>
              {stepIds.indexOf(at)} {t(`step.${at}.name`)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
