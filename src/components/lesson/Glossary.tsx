import { useEffect, useId, useRef, useState } from 'react'
import { type NoteText, useNoteText } from '../text/notes.ts'
import { entriesOf, matching } from './glossaryEntries.ts'
import './notes.css'

/** @param at the term that it opens at; anything else: at the beginning */
export function Glossary({ at, onClose }: { at: string; onClose: () => void }) {
  const text = useNoteText(false)
  return text === null ? null : <GlossaryIn at={at} text={text} onClose={onClose} />
}

/** A dialog of the browser's own: it holds the focus, closes with Escape and gives the focus back. */
export function GlossaryIn({ at, text, onClose }: { at: string; text: NoteText; onClose: () => void }) {
  const { t } = text
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const title = useId()
  useEffect(() => {
    const shown = dialog.current
    if (shown === null) return
    if (!shown.open) shown.showModal()
    shown.querySelector(`[data-term="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'center' })
  }, [at])
  const found = matching(entriesOf(text), query)
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; this is the click beside it
    <dialog
      ref={dialog}
      className='glossary'
      aria-labelledby={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) close()
      }}
    >
      <div className='glossary-in'>
        <header>
          <h2 id={title}>{t('glossary.title')}</h2>
          <button type='button' onClick={close}>
            {t('glossary.close')}
          </button>
          <label>
            <span>{t('glossary.search')}</span>
            <input type='search' value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
          </label>
          <p role='status' className='soft'>
            {found.length === 0
              ? t('glossary.none', { query })
              : t('glossary.count', { count: found.length })}
          </p>
        </header>
        {/* What scrolls has to be reached with keys. */}
        <dl tabIndex={0}>
          {found.map(({ id, name, also, what }) => (
            <div key={id} data-term={id} className={id === at ? 'asked' : undefined}>
              <dt>{name}</dt>
              <dd className='soft'>{t('glossary.also', { names: also })}</dd>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  )
}
