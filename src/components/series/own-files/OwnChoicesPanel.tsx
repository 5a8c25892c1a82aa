import { type ReactNode, useMemo } from 'react'
import type { DataNote } from '../../../model/data/dataNotes.ts'
import { hasMissing } from '../../../model/data/series/missing.ts'
import { fileRole } from '../../../model/data/series/readers/pair.ts'
import { thinClasses } from '../../../model/data/series/thinClasses.ts'
import { mostSteps } from '../../../model/networks/work.ts'
import type { OwnChoices, OwnSeries } from '../../../model/state/own.ts'
import { chosenSteps, isTooMuch, lengthsFor, longestOf } from '../../../model/state/ownLengths.ts'
import { choosePreparation } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { noteWords, readerWords } from '../../text/readerWords.ts'
import { filesOf, type KeptFiles } from './keptFiles.ts'

function contents(own: OwnSeries) {
  const all = [...own.train.series, ...(own.test?.series ?? [])]
  const longest = longestOf(own)
  return {
    longest,
    dropped: all.filter(({ label }) => label === null).length,
    missing: all.some(({ data }) => hasMissing(data)),
    unequal: all.some(({ length }) => length !== longest),
  }
}

/** What is in the files, and how it is made ready for a network. */
export function OwnChoicesPanel({ own, onOpen }: { own: OwnSeries; onOpen: (kept: KeptFiles) => void }) {
  const store = useAppStore()
  const { t, number } = useText()
  const choices = useApp((state) => state.preparation)
  const { train, test, files } = own
  const size = useApp((state) => state.size)
  const lengths = [...lengthsFor(own, choices), 'longest'] as const
  const { dropped, longest, missing, unequal } = useMemo(() => contents(own), [own])
  const notes = [
    ...new Map([train, test].flatMap((set) => set?.notes ?? []).map((note) => [note.code, note])).values(),
  ]
  const choose = (changes: Partial<OwnChoices>) => choosePreparation(store, changes)
  return (
    <>
      <p>
        {t('series.own.opened', {
          name: files[0] ?? train.name,
          count: number.integer(train.series.length),
          channels: train.channels,
          classes: train.classes.length,
          length: number.integer(train.length),
        })}{' '}
        {test === null
          ? t('series.own.split', { share: number.percent(0.3) })
          : t('series.own.twoFiles', { train: files[0] ?? '', test: files[1] ?? '' })}{' '}
        {test === null && fileRole(files[0] ?? '').role !== 'single' ? `${t('series.own.half')} ` : null}
        {dropped === 0 ? null : t('series.own.dropped', { count: dropped })}
      </p>
      {notes.map((note) => (
        <p key={note.code} className='soft'>
          {noteWords(note, { t, number })} <Turn note={note} own={own} onOpen={onOpen} />
        </p>
      ))}
      <p className='net-choices'>
        <Choice
          label={t('series.own.normalise')}
          value={choices.normalise}
          options={[
            ['perVariable', t('series.own.perVariable')],
            ['perSeries', t('series.own.perSeries')],
            ['none', t('series.own.asIs')],
          ]}
          onChange={(normalise) => choose({ normalise })}
        />
        <Choice
          label={t('series.own.length')}
          value={String(choices.length)}
          options={lengths.map((length) => {
            const steps = number.integer(chosenSteps(own, { length }))
            const words = length === 'longest' ? t('series.own.longest', { length: steps }) : steps
            const tooMuch = isTooMuch(own, { length }, size)
            const text = tooMuch ? t('series.own.tooMuch', { length: words }) : words
            return [String(length), text, tooMuch] as const
          })}
          onChange={(length) => choose({ length: length === 'longest' ? length : Number(length) })}
        />
        {unequal || choices.length !== 'longest' ? (
          <Choice
            label={t('series.own.pad')}
            value={choices.pad}
            options={[
              ['end', t('series.own.padEnd')],
              ['start', t('series.own.padStart')],
            ]}
            onChange={(pad) => choose({ pad })}
          />
        ) : null}
        {missing ? (
          <Choice
            label={t('series.own.missing')}
            value={choices.missing}
            options={[
              ['interpolate', t('series.own.interpolate')],
              ['zero', t('series.own.zero')],
            ]}
            onChange={(missing) => choose({ missing })}
          />
        ) : null}
      </p>
      <Limits own={own} longest={longest} />
      <ThinClasses />
    </>
  )
}

/** Reads the tables of an ARFF file the other way round. */
function Turn(props: { note: DataNote; own: OwnSeries; onOpen: (kept: KeptFiles) => void }) {
  const { t } = useText()
  const kept = filesOf(props.own)
  const { code } = props.note
  if (kept === null || (code !== 'rowsAreSteps' && code !== 'rowsAreVariables')) return null
  const rows = code === 'rowsAreSteps' ? 'variables' : 'steps'
  return (
    <button type='button' className='plain' onClick={() => props.onOpen({ ...kept, rows })}>
      {t(rows === 'steps' ? 'series.own.rowsAsSteps' : 'series.own.rowsAsVariables')}
    </button>
  )
}

/** What is cut, and why not everything can be had. */
function Limits({ own, longest }: { own: OwnSeries; longest: number }) {
  const text = useText()
  const { t, number } = text
  const choices = useApp((state) => state.preparation)
  const size = useApp((state) => state.size)
  const dataError = useApp((state) => state.dataError)
  const hasProblem = useApp((state) => state.problem !== null)
  const steps = chosenSteps(own, choices)
  const most = mostSteps(size, own.train.channels)
  const values = {
    length: number.integer(steps),
    longest: number.integer(longest),
    most: number.integer(most),
  }
  return (
    <>
      {steps < longest || longest > most ? (
        <p className='soft'>
          {steps < longest ? `${t('series.own.cut', values)} ` : null}
          {longest > most ? t('series.own.most', values) : null}
        </p>
      ) : null}
      {isTooMuch(own, choices, size) ? (
        <p className='notice' role='alert'>
          {t('series.own.isTooMuch', values)}
        </p>
      ) : null}
      {dataError === null ? null : (
        <p className='notice' role='alert'>
          {t('series.own.refused', { detail: readerWords(dataError, text) })}{' '}
          {hasProblem ? t('series.own.errorKept') : null}
        </p>
      )}
    </>
  )
}

/** Classes of which there is nothing to be judged by. */
function ThinClasses() {
  const { t } = useText()
  const problem = useApp((state) => (state.data === 'own' ? state.problem?.problem : undefined))
  const names = useMemo(() => (problem === undefined ? [] : thinClasses(problem)), [problem])
  if (names.length === 0) return null
  const shown = [...names.slice(0, 8), ...(names.length > 8 ? ['…'] : [])].join(', ')
  return <p className='soft'>{t('series.own.thin', { names: shown })}</p>
}

function Choice<T extends string>(props: {
  label: ReactNode
  value: T
  options: readonly (readonly [value: T, text: string, disabled?: boolean])[]
  onChange: (value: T) => void
}) {
  const { label, value, options, onChange } = props
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={(event) => {
          const found = options.find(([one]) => one === event.currentTarget.value)
          if (found !== undefined) onChange(found[0])
        }}
      >
        {options.map(([one, text, disabled]) => (
          <option key={one} value={one} disabled={disabled}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
