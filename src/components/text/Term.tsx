import { createContext, useContext } from 'react'
import './term.css'

/** Opens the glossary at a term; null: there is none here. */
export const GlossaryContext = createContext<((id: string) => void) | null>(null)

/** A word that the glossary explains: looks like text, works like a button. */
export function Term({ id, word }: { id: string; word: string }) {
  const open = useContext(GlossaryContext)
  if (open === null) return word
  return (
    // biome-ignore lint/a11y/useValidAnchor: a link breaks at the end of a line like other words, a button does not
    <a
      href='#glossary'
      className='term'
      aria-haspopup='dialog'
      onClick={(event) => {
        event.preventDefault()
        open(id)
      }}
    >
      {word}
    </a>
  )
}
