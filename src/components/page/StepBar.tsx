import { useEffect, useRef } from 'react'
import { type StepId, stepIds, steps } from '../../model/state/steps.ts'
import { goToStep } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import type { Training } from '../training/controller/training.ts'
import { TrainButton } from '../training/controls/TrainButton.tsx'

/** The seven steps as links, and the training. A bracket joins mix and gate: together F_ex. */
export function StepBar({ training }: { training: Training }) {
  const store = useAppStore()
  const { t } = useText()
  const current = useApp((state) => state.step)
  const bar = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // Where the bar is wider than the screen; only sideways, the page stays where it is.
    const link = bar.current?.querySelector<HTMLElement>(`[data-step="${current}"]`)
    if (!bar.current || !link) return
    const [whole, part] = [bar.current, link].map((element) => element.getBoundingClientRect())
    if (whole && part) bar.current.scrollLeft += part.left + part.width / 2 - (whole.left + whole.width / 2)
  }, [current])
  const at = stepIds.indexOf(current)
  const arrow = (to: StepId | undefined, sign: string, name: string) => (
    <button
      type='button'
      className='plain step-arrow'
      aria-label={name}
      aria-disabled={to === undefined || undefined}
      onClick={() => to && goToStep(store, to)}
    >
      {sign}
    </button>
  )
  return (
    <div className='step-row'>
      <nav className='step-bar' aria-label={t('steps.label')}>
        {arrow(stepIds[at - 1], '‹', t('step.back'))}
        <ol start={0} ref={bar}>
          {steps.map(({ id, operation }, i) => (
            <li key={id} className={operation === 'F_ex' ? `excitation ${id}` : id}>
              <a
                href={`?step=${id}`}
                data-step={id}
                aria-current={id === current ? 'step' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  goToStep(store, id)
                }}
              >
                <span className='step-number'>{i}</span>{' '}
                <span className='step-name' data-name={t(`step.${id}.name`)}>
                  {t(`step.${id}.name`)}
                </span>
                {id === 'mix' ? <Bracket /> : null}
                {operation === null || operation === 'F_ex' ? null : <Operation name={operation} />}
              </a>
            </li>
          ))}
        </ol>
        {arrow(stepIds[at + 1], '›', t('step.next'))}
      </nav>
      <TrainButton training={training} />
    </div>
  )
}

/** Over mix and gate; the line itself is drawn by page.css. */
function Bracket() {
  return (
    <span className='bracket soft' aria-hidden='true'>
      F<sub>ex</sub>
    </span>
  )
}

function Operation({ name }: { name: string }) {
  const [letter, sub] = name.split('_')
  return (
    <span className='operation soft'>
      {letter}
      <sub>{sub}</sub>
    </span>
  )
}
