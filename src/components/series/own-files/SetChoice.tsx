import { useEffect, useId, useRef, useState } from 'react'
import type { FileSet } from '../../../model/data/series/readers/bundle/source.ts'
import { useText } from '../../text/i18n.tsx'
import type { Collection } from './fileSource.ts'

/** Which of the data sets in a folder or an archive is to be opened. */
export function SetChoice(props: { collection: Collection; onChoose: (set: FileSet | null) => void }) {
  const { collection, onChoose } = props
  const { sets, name } = collection
  const { t } = useText()
  const id = useId()
  const [chosen, setChosen] = useState(0)
  const select = useRef<HTMLSelectElement>(null)
  // What was let fall may lie far from here.
  useEffect(() => {
    select.current?.focus({ preventScroll: true })
    select.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      className='notice set-choice'
      onSubmit={(event) => {
        event.preventDefault()
        onChoose(sets[chosen] ?? null)
      }}
    >
      <label htmlFor={id}>{t('series.own.sets', { name, count: sets.length })}</label>
      <span className='buttons'>
        <select
          id={id}
          ref={select}
          value={chosen}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {sets.map((set, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a collection never changes
            <option key={i} value={i}>
              {set.name || name}
            </option>
          ))}
        </select>
        <button type='submit' className='primary'>
          {t('series.own.openSet')}
        </button>
        <button type='button' onClick={() => onChoose(null)}>
          {t('series.own.cancel')}
        </button>
      </span>
    </form>
  )
}
