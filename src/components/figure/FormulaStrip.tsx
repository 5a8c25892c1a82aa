import { type ReactNode, useState } from 'react'
import type { RowId } from '../../model/state/steps.ts'
import type { Selection } from '../../model/state/store.ts'
import { bracketed } from '../text/bracketed.ts'
import { type NumberFormats, useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useCover } from '../useCover.ts'
import type { Strip, StripRole, StripTerm } from './stripParts.ts'
import './strip.css'

/** Most terms in the line; the rest is one sum, and all of them stand in the opened list. */
const mostInline = 6

/**
 * Symbol → numbers → result of the selected value, rewritten in place. Terms can be pointed at: what they
 * stand for is then outlined in the figure.
 */
export function FormulaStrip(props: {
  strip: Strip
  /** Where the value stands. */
  stage: RowId
  stageName: string
  onTerm: (target: Selection | null) => void
}) {
  const { strip, stage, stageName, onTerm } = props
  const { t, number } = useText()
  const [open, setOpen] = useState(false)
  const covered = useCover()
  if (covered(stage)) return <CoveredStrip strip={strip} stageName={stageName} />
  // Pairs of numbers are longer: with one more the line would break.
  const inline = strip.terms.some(({ factors }) => factors.length > 1) ? mostInline - 1 : mostInline
  const shown = strip.terms.length <= inline ? strip.terms : largest(strip.terms, inline - 1, strip.joined)
  const rest = strip.terms.filter((term) => !shown.includes(term))
  const restSum = rest.reduce((sum, term) => sum + term.product, 0)
  return (
    <section className='strip' aria-label={t('strip.label')} onPointerLeave={() => onTerm(null)}>
      <p className='strip-line'>
        <Name strip={strip} stageName={stageName}>
          {/* On a phone the line below scrolls, and its end may be out of sight. */}
          <strong className='strip-short' aria-hidden='true'>
            = {number.value(strip.result)}
          </strong>
        </Name>
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
              {strip.joined === 'max' ? (
                <span className='soft'>{t('strip.more', { count: rest.length })}</span>
              ) : (
                <>
                  {bracketed(restSum, number)}{' '}
                  <span className='soft'>({t('strip.more', { count: rest.length })})</span>
                </>
              )}
            </span>
          )}
          {strip.bias === null ? null : (
            <span className='term'>
              <span className='op'>+</span>
              {bracketed(strip.bias, number)} <span className='soft'>{t('strip.bias')}</span>
            </span>
          )}
          {strip.joined === 'mean' || strip.joined === 'max' ? <span className='op'>)</span> : null}
          {strip.fn === null ? null : (
            <>
              <span className='fn'>)</span>
              {strip.pre === null ? null : strip.steps.length > 0 ? (
                <span className='term'>
                  <span className='op'>: a =</span>
                  {number.value(strip.pre)}
                </span>
              ) : (
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
          <span className='term'>
            <span className='op'>{strip.replaced ? '→' : '='}</span>
            <strong
              className={`role-${strip.role}`}
              data-testid='strip-result'
              title={number.full(strip.result)}
            >
              {number.value(strip.result)}
            </strong>
          </span>
          {strip.replaced ? <span className='soft'> {t('strip.replaced')}</span> : null}
        </span>
        {strip.terms.length > inline ? (
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
      {open && strip.terms.length > inline ? (
        <AllTerms strip={strip} onTerm={onTerm} number={number} />
      ) : null}
    </section>
  )
}

function Name({ strip, stageName, children }: { strip: Strip; stageName: string; children?: ReactNode }) {
  return (
    <span className={`strip-name role-${strip.role}`}>
      <span className='symbol'>
        {strip.symbol}
        <sub>{strip.sub}</sub>
      </span>
      {children}
      <span className='soft strip-stage'>
        <Rich text={stageName} />
      </span>
    </span>
  )
}

/** A value that is still to be guessed. */
function CoveredStrip({ strip, stageName }: { strip: Strip; stageName: string }) {
  const { t } = useText()
  return (
    <section className='strip' aria-label={t('strip.label')}>
      <p className='strip-line'>
        <Name strip={strip} stageName={stageName} />
        <span className='strip-math'>
          <span className='op'>=</span> <strong>?</strong>
        </span>
      </p>
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
  const hidden = useHidden()
  return (
    <span className='term' onPointerEnter={() => onTerm(term.target)}>
      {first ? null : <span className='op'>{joiner}</span>}
      {term.factors.map((factor, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: factors stand in a fixed order
        <span key={i}>
          {i === 0 ? null : <span className='op'>·</span>}
          <span className={`role-${factor.role}`}>
            {hidden(factor.role)
              ? '?'
              : first && i === 0
                ? number.value(factor.value)
                : bracketed(factor.value, number)}
          </span>
        </span>
      ))}
    </span>
  )
}

/** Whether numbers of this role belong to a covered row. */
function useHidden(): (role: StripRole) => boolean {
  const covered = useCover()
  return (role) => role !== 'ink' && covered(role)
}

/** Those that matter most to the result: of a maximum the highest, of a sum the largest either way. */
function largest(terms: readonly StripTerm[], count: number, joined: Strip['joined']): StripTerm[] {
  const weight = ({ product }: StripTerm) => (joined === 'max' ? product : Math.abs(product))
  const kept = [...terms].sort((a, b) => weight(b) - weight(a)).slice(0, count)
  return terms.filter((term) => kept.includes(term))
}

function AllTerms(props: {
  strip: Strip
  number: NumberFormats
  onTerm: (target: Selection | null) => void
}) {
  const { strip, number, onTerm } = props
  const hidden = useHidden()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className='strip-terms' tabIndex={0}>
      <ol start={0}>
        {strip.terms.map((term, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: terms stand in a fixed order
          <li key={i} onPointerEnter={() => onTerm(term.target)}>
            {written(term, number, hidden)}
          </li>
        ))}
      </ol>
    </div>
  )
}

function written(term: StripTerm, number: NumberFormats, hidden: (role: StripRole) => boolean): string {
  const known = !term.factors.some(({ role }) => hidden(role))
  const product = known ? number.value(term.product) : '?'
  if (term.factors.length === 1) return product
  const factors = term.factors.map(({ value, role }) => (hidden(role) ? '?' : number.value(value)))
  return `${factors.join(' · ')} = ${product}`
}
