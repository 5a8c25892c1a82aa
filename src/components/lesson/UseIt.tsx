import type { ReactNode } from 'react'
import { type NoteKey, type NoteText, useNoteText } from '../text/notes.ts'
import { Rich } from '../text/Rich.tsx'
import { AccuracyTable } from './AccuracyTable.tsx'
import type { NoteFacts } from './noteFacts.ts'
import { noteValues } from './noteValues.ts'
import { Code, useStudies } from './StepNotes.tsx'
import './notes.css'

/** What to take away: cost, place, r, when it is not worth it, code, and what the runs cannot show. */
export function UseIt({ facts }: { facts: NoteFacts }) {
  const text = useNoteText(facts.isSeries)
  useStudies(true)
  return text === null ? null : <UseItIn facts={facts} text={text} />
}

const limits = ['use.limits.1', 'use.limits.2', 'use.limits.3', 'use.limits.4'] as const

export function UseItIn({ facts, text }: { facts: NoteFacts; text: NoteText }) {
  const values = noteValues(facts, text)
  const { inks, digits } = facts.studies
  const said = (key: NoteKey) => (
    <p>
      <Rich text={text.t(key, values)} />
    </p>
  )
  const part = (title: NoteKey, children: ReactNode) => (
    <div>
      <h3>{text.t(title)}</h3>
      {children}
    </div>
  )
  return (
    <section className='use-it' aria-labelledby='use-it'>
      <h2 id='use-it'>{text.t('use.title')}</h2>
      {part('use.cost', said(facts.withSe ? 'note.cost.text' : 'note.cost.plain'))}
      {part('use.where', said('use.where.text'))}
      {part(
        'use.worth',
        <>
          {said('use.worth.text')}
          {inks === undefined || digits === undefined ? null : <AccuracyTable facts={facts} text={text} />}
        </>,
      )}
      {part('use.code', <Code facts={facts} text={text} values={values} />)}
      {part(
        'use.limits',
        <ul>
          {limits.map((key) => (
            <li key={key}>{text.t(key, values)}</li>
          ))}
        </ul>,
      )}
    </section>
  )
}
