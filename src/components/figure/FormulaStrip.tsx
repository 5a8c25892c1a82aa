import { useState } from 'react'
import type { Selection } from '../../model/state/store.ts'
import { type NumberFormats, useText } from '../text/i18n.tsx'
import type { Strip, StripTerm } from './stripParts.ts'
import './strip.css'

/** Most terms in the line; the rest is one sum, and all of them stand in the opened list. */
const mostInline = 6

/**
 * Symbol → numbers → result of the selected value, rewritten in place. Terms can be pointed at: what they
 * stand for is then outlined in the figure.
 */
export function FormulaStrip(props: {
  strip: Strip
  stageName: string
  onTerm: (target: Selection | null) => void
}) {
  const { strip, stageName, onTerm } = props
  const { t, number } = useText()
  const [open, setOpen] = useState(false)
  const shown = strip.terms.length <= mostInline ? strip.terms : largest(strip.terms, mostInline - 1)
  const rest = strip.terms.filter((term) => !shown.includes(term))
  const restSum = rest.reduce((sum, term) => sum + term.product, 0)
  return (
    <section className='strip' aria-label={t('strip.label')} onPointerLeave={() => onTerm(null)}>
      <p className='strip-line'>
        <span className={`strip-name role-${strip.role}`}>
          <span className='symbol'>
            {strip.symbol}
            <sub>{strip.sub}</sub>
          </span>
          <span className='soft strip-stage'>{stageName}</span>
        </span>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and must be reachable by keyboard */}
        <span className='strip-math' data-testid='strip-math' tabIndex={0}>
          <span className='op'>=</span>
          {strip.fn === null ? null : <span className='fn'>{strip.fn}(</span>}
          {strip.joined === 'mean' ? <span className='op'>{`1/${strip.terms.length} · (`}</span> : null}
          {strip.joined === 'max' ? <span className='op'>max(</span> : null}
          {shown.map((term, i) => (
            <Term
              // biome-ignore lint/suspicious/noArrayIndexKey: terms stand in a fixed order
              key={i}
              term={term}
              first={i === 0}
              joiner={strip.joined === 'max' ? ',' : '+'}
              onTerm={onTerm}
            />
          ))}
          {rest.length === 0 ? null : (
            <span className='term'>
              <span className='op'>{strip.joined === 'max' ? ',' : '+'}</span>
              <span className='soft'>{t('strip.more', { count: rest.length })}</span>
              {strip.joined === 'max' ? null : <span className='soft'> [{number.value(restSum)}]</span>}
            </span>
          )}
          {strip.bias === null ? null : (
            <span className='term'>
              <span className='op'>+</span>
              {bracketed(strip.bias, number, false)} <span className='soft'>{t('strip.bias')}</span>
            </span>
          )}
          {strip.joined === 'mean' || strip.joined === 'max' ? <span className='op'>)</span> : null}
          {strip.fn === null ? null : (
            <>
              <span className='fn'>)</span>
              {strip.pre === null ? null : (
                <span className='term'>
                  <span className='op'>=</span>
                  <span className='fn'>{strip.fn}</span>({number.value(strip.pre)})
                </span>
              )}
            </>
          )}
          {strip.fn === null && strip.pre !== null && strip.terms.length > 1 ? (
            <span className='term'>
              <span className='op'>=</span>
              {number.value(strip.pre)}
            </span>
          ) : null}
          {strip.steps.map((step) => (
            <span className='term' key={step.name}>
              <span className='op'>→</span>
              <span className='fn'>{step.name}</span> {number.value(step.value)}
            </span>
          ))}
          <span className='op'>{strip.replaced ? '⇢' : '='}</span>
          <strong
            className={`role-${strip.role}`}
            data-testid='strip-result'
            title={number.full(strip.result)}
          >
            {number.value(strip.result)}
          </strong>
          {strip.replaced ? <span className='soft'> {t('strip.replaced')}</span> : null}
        </span>
        {strip.terms.length > mostInline ? (
          <button
            type='button'
            className='plain strip-all'
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('strip.all', { count: strip.terms.length })}
          </button>
        ) : null}
      </p>
      {open && strip.terms.length > mostInline ? (
        <AllTerms strip={strip} onTerm={onTerm} number={number} />
      ) : null}
    </section>
  )
}

function Term(props: {
  term: StripTerm
  first: boolean
  joiner: string
  onTerm: (target: Selection | null) => void
}) {
  const { term, first, joiner, onTerm } = props
  const { number } = useText()
  return (
    <span className='term' onPointerEnter={() => onTerm(term.target)}>
      {first ? null : <span className='op'>{joiner}</span>}
      {term.factors.map((factor, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: factors stand in a fixed order
        <span key={i}>
          {i === 0 ? null : <span className='op'>·</span>}
          <span className={`role-${factor.role}`}>{bracketed(factor.value, number, first && i === 0)}</span>
        </span>
      ))}
    </span>
  )
}

function bracketed(value: number, number: NumberFormats, bare: boolean): string {
  const text = number.value(value)
  return value < 0 && !bare ? `(${text})` : text
}

function largest(terms: readonly StripTerm[], count: number): StripTerm[] {
  const kept = [...terms].sort((a, b) => Math.abs(b.product) - Math.abs(a.product)).slice(0, count)
  return terms.filter((term) => kept.includes(term))
}

function AllTerms(props: {
  strip: Strip
  number: NumberFormats
  onTerm: (target: Selection | null) => void
}) {
  const { strip, number, onTerm } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <ol className='strip-terms' start={0} tabIndex={0}>
      {strip.terms.map((term, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: terms stand in a fixed order
        <li key={i} onPointerEnter={() => onTerm(term.target)}>
          {term.factors.length === 1
            ? number.value(term.product)
            : `${term.factors.map((factor) => number.value(factor.value)).join(' · ')} = ${number.value(term.product)}`}
        </li>
      ))}
    </ol>
  )
}
