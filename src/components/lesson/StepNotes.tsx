import { type ComponentType, useEffect } from 'react'
import type { RowId } from '../../model/state/steps.ts'
import { ensureStudies } from '../page/files.ts'
import { useAppStore } from '../store.tsx'
import type { Values } from '../text/i18n.tsx'
import { type NoteKey, type NoteText, useNoteText } from '../text/notes.ts'
import { Rich } from '../text/Rich.tsx'
import { useCover } from '../useCover.ts'
import { FlipTable } from './FlipTable.tsx'
import type { LessonId } from './lessonTexts.ts'
import type { NoteFacts } from './noteFacts.ts'
import { noteValues } from './noteValues.ts'
import { ResidualUnit } from './ResidualUnit.tsx'
import { torchCode } from './torchCode.ts'
import './notes.css'

type NoteId =
  | 'names'
  | 'place'
  | 'ratio'
  | 'layers'
  | 'units'
  | 'flip'
  | 'cost'
  | 'important'
  | 'code'
  | 'worth'

/** Where each question comes up. */
export const notesOf: Readonly<Record<LessonId, readonly NoteId[]>> = {
  why: ['names'],
  transform: ['place'],
  squeeze: [],
  mix: ['ratio', 'layers', 'units'],
  gate: ['flip', 'cost'],
  scale: ['important', 'place', 'code'],
  result: ['worth'],
  training: [],
}

interface BodyProps {
  readonly facts: NoteFacts
  readonly text: NoteText
  readonly values: Values
}

const bodies: Readonly<Record<NoteId, ComponentType<BodyProps>>> = {
  names: Names,
  place: Place,
  ratio: (props) => <Said of='note.ratio.text' {...props} />,
  layers: (props) => <Said of='note.layers.text' {...props} />,
  units: (props) => (
    <Said of={props.facts.lesson.otherBar === null ? 'note.units.single' : 'note.units.bar'} {...props} />
  ),
  flip: Flip,
  cost: (props) => <Said of={props.facts.withSe ? 'note.cost.text' : 'note.cost.plain'} {...props} />,
  important: (props) => <Said of='note.important.text' {...props} />,
  code: Code,
  worth: (props) => <Said of='note.worth.text' {...props} />,
}

/** Questions about what the network does; one without the block does none of it. */
const needBlock: readonly NoteId[] = ['units', 'flip', 'important']

/** Rows whose numbers an answer tells: it waits until they are guessed. */
const tells: Readonly<Partial<Record<NoteId, readonly RowId[]>>> = {
  units: ['hidden'],
  flip: ['hidden', 'logits', 's'],
}

/** Questions that a learner may have at this step, each closed at first. */
export function StepNotes({ step, facts }: { step: LessonId; facts: NoteFacts }) {
  const text = useNoteText(facts.isSeries)
  const covered = useCover()
  useStudies(notesOf[step].includes('worth'))
  return text === null ? null : <StepNotesIn step={step} facts={facts} text={text} covered={covered} />
}

/** The studies over several seeds, fetched where they are told of. */
export function useStudies(wanted: boolean): void {
  const store = useAppStore()
  useEffect(() => {
    if (wanted) void ensureStudies(store)
  }, [store, wanted])
}

export function StepNotesIn({
  step,
  facts,
  text,
  covered,
}: {
  step: LessonId
  facts: NoteFacts
  text: NoteText
  /** Rows that are still to be guessed. */
  covered?: (row: RowId) => boolean
}) {
  const values = noteValues(facts, text)
  const ids = notesOf[step].filter(
    (id) =>
      (facts.lesson.block !== null || !needBlock.includes(id)) &&
      !tells[id]?.some((row) => covered?.(row)) &&
      (id !== 'flip' || facts.flip !== null) &&
      (id !== 'worth' || (facts.studies.inks !== undefined && facts.studies.digits !== undefined)),
  )
  if (ids.length === 0) return null
  return (
    <section className='step-notes' aria-label={text.t('note.title')}>
      {ids.map((id) => {
        const Body = bodies[id]
        return (
          <details key={`${step} ${id}`}>
            <summary>
              <h3>{text.t(`note.${id}`, values)}</h3>
            </summary>
            <Body facts={facts} text={text} values={values} />
          </details>
        )
      })}
    </section>
  )
}

function Said({ of, text, values }: BodyProps & { of: NoteKey }) {
  return (
    <p>
      <Rich text={text.t(of, values)} />
    </p>
  )
}

const names = ['z', 'h', 'a', 's'] as const

function Names({ text, values }: BodyProps) {
  return (
    <dl className='note-names'>
      {names.map((name) => (
        <div key={name}>
          <dt>
            <Rich text={`[[${name}]]`} />
          </dt>
          <dd>{text.t(`note.names.${name}`, values)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Place(props: BodyProps) {
  return (
    <>
      <Said of='note.place.text' {...props} />
      {props.facts.isSeries ? null : <ResidualUnit text={props.text} />}
      <Said of='note.place.paper' {...props} />
    </>
  )
}

function Flip(props: BodyProps) {
  const { facts, text } = props
  return facts.flip === null ? null : (
    <>
      <Said of='note.flip.text' {...props} />
      <FlipTable flip={facts.flip} text={text} />
    </>
  )
}

export function Code({ facts, text }: BodyProps) {
  const { lesson, ratio, ownBias, isSeries } = facts
  const block = { channels: lesson.channels, ratio, bias: ownBias, series: isSeries }
  return (
    <>
      <p>{text.t('note.code.text')}</p>
      {/* Long lines scroll, also by key. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with keys */}
      <pre className='note-code' tabIndex={0} lang='en'>
        <code>{torchCode({ ...block, hidden: text.t('note.code.hidden') })}</code>
      </pre>
    </>
  )
}
