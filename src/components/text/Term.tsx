import { createContext, useContext } from 'react'
import './term.css'

/** Opens the glossary at a term; null: there is none here. */
export const GlossaryContext = createContext<((id: string) => void) | null>(null)

/** A word that the glossary explains: looks like text, works like a button. */
export function Term({ id, word }: { id: string; word: string }) {
  const open = useContext(GlossaryContext)
  if (open === null) return word
  return (
    <button type='button' className='term' aria-haspopup='dialog' onClick={() => open(id)}>
      {word}
    </button>
  )
}
