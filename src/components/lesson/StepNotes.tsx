import { type ComponentType, useEffect, useRef, useState } from 'react'
import { type RowId, type StepId, stepIds } from '../../model/state/steps.ts'
import { goToStep } from '../../model/state/store.ts'
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
import { OtherNotes } from './OtherNotes.tsx'
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
  squeeze: ['names'],
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

/** Whether there is an answer for what is on show. */
function isAnswered(id: NoteId, { lesson, flip }: NoteFacts): boolean {
  return (lesson.block !== null || !needBlock.includes(id)) && (id !== 'flip' || flip !== null)
}

function hasStudies({ studies }: NoteFacts): boolean {
  return studies.inks !== undefined && studies.digits !== undefined
}

/** Rows whose numbers an answer tells: it waits until they are guessed. */
const tells: Readonly<Partial<Record<NoteId, readonly RowId[]>>> = {
  units: ['hidden'],
  flip: ['hidden', 'logits', 's'],
}

/** Questions that a learner may have at this step, each closed at first. */
export function StepNotes({ step, facts }: { step: LessonId; facts: NoteFacts }) {
  const text = useNoteText(facts.isSeries)
  const covered = useCover()
  const store = useAppStore()
  const box = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ readonly id: NoteId; readonly at: StepId } | null>(null)
  useEffect(() => {
    if (wanted === null) return
    // Asked for once: whoever comes to a step by itself finds its questions closed.
    if (wanted.at !== step) setWanted(null)
    else box.current?.querySelector('details[open]')?.scrollIntoView({ block: 'nearest' })
  }, [wanted, step])
  useStudies(notesOf[step].includes('worth'))
  return text === null ? null : (
    <div ref={box}>
      <StepNotesIn
        step={step}
        facts={facts}
        text={text}
        covered={covered}
        wanted={wanted?.at === step ? wanted.id : null}
        onWant={(id, at) => {
          goToStep(store, at)
          setWanted({ id, at })
        }}
      />
    </div>
  )
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
  wanted = null,
  onWant,
}: {
  step: LessonId
  facts: NoteFacts
  text: NoteText
  /** Rows that are still to be guessed. */
  covered?: (row: RowId) => boolean
  /** The question that stands open. */
  wanted?: NoteId | null
  /** A question of another step is asked for. */
  onWant?: (id: NoteId, at: StepId) => void
}) {
  const values = noteValues(facts, text)
  const isTold = (id: NoteId) => isAnswered(id, facts) && !tells[id]?.some((row) => covered?.(row))
  const ids = notesOf[step].filter((id) => isTold(id) && (id !== 'worth' || hasStudies(facts)))
  if (ids.length === 0) return null
  return (
    <section className='step-notes' aria-label={text.t('note.title')}>
      {ids.map((id) => {
        const Body = bodies[id]
        return (
          <details key={`${step} ${id}`} open={id === wanted}>
            <summary>
              <h3>{text.t(`note.${id}`, values)}</h3>
            </summary>
            <Body facts={facts} text={text} values={values} />
          </details>
        )
      })}
      {onWant === undefined ? null : (
        <OtherNotes
          title={text.t('note.others')}
          questions={elsewhere(step, isTold).map(([id, at]) => ({
            id,
            at,
            text: text.t(`note.${id}`, values),
          }))}
          onWant={onWant}
        />
      )}
    </section>
  )
}

/** Questions of other steps, each at the first that raises it. */
function elsewhere(step: LessonId, isTold: (id: NoteId) => boolean): readonly (readonly [NoteId, StepId])[] {
  const here = notesOf[step]
  const found = new Map<NoteId, StepId>()
  for (const at of stepIds)
    for (const id of notesOf[at]) if (!here.includes(id) && !found.has(id) && isTold(id)) found.set(id, at)
  return [...found]
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
