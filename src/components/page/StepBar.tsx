import { useEffect, useRef } from 'react'
import { type StepId, stepIds, steps } from '../../model/state/steps.ts'
import { goToStep } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'

/** The seven steps as links; ← → and PageUp/PageDown go along them. A bracket joins mix and gate: together F_ex. */
export function StepBar() {
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
  const go = (step: StepId, focus = false) => {
    goToStep(store, step)
    if (focus) document.querySelector<HTMLElement>(`[data-step="${step}"]`)?.focus()
  }
  return (
    <nav
      className='step-bar'
      aria-label={t('steps.label')}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
        const by = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 }[event.key]
        const next = by === undefined ? undefined : stepIds[stepIds.indexOf(current) + by]
        if (next === undefined) return
        event.preventDefault()
        go(next, true)
      }}
    >
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
                go(id)
              }}
            >
              <span className='step-number'>{i}</span> {t(`step.${id}.name`)}
              {id === 'mix' ? <Bracket /> : null}
              {operation === null || operation === 'F_ex' ? null : <Operation name={operation} />}
            </a>
          </li>
        ))}
      </ol>
    </nav>
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
