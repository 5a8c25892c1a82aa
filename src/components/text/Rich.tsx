import type { ReactNode } from 'react'
import { Term } from './Term.tsx'
import { Tilded } from './Tilded.tsx'

/**
 * Text in which `[[z]]` is the symbol of a tensor in its role's colour, `**word**` is emphasis and `<gate|gates>` a
 * term that opens the glossary at “gate”. Messages stay plain strings, so translators cannot insert markup.
 */
export function Rich({ text }: { text: string }): ReactNode {
  // Plain text and, in turn, what each of the groups has caught.
  return text.split(/\[\[(.+?)\]\]|\*\*(.+?)\*\*|(X̃)|<(\w+\|.+?)>/).map((part, i) => {
    const kind = i % 5
    if (kind === 0 || part === undefined) return part
    const key = `${i}${part}`
    if (kind === 1) return <TensorSymbol key={key} name={part} />
    if (kind === 2) return <strong key={key}>{part}</strong>
    if (kind === 3) return <Tilded key={key} />
    const [id = '', word = ''] = part.split('|')
    return <Term key={key} id={id} word={word} />
  })
}

const roles: Readonly<Record<string, string>> = {
  X: 'X',
  U: 'U',
  u: 'U',
  z: 'z',
  h: 'hidden',
  s: 's',
  X̃: 'out',
  x̃: 'out',
}

/** `z_c` → z with a subscript, in the colour of z. */
function TensorSymbol({ name }: { name: string }) {
  const [letter = '', sub] = name.split('_')
  const role = roles[letter]
  return (
    <span className={role === undefined ? 'symbol' : `symbol role-${role}`}>
      {letter === 'X̃' ? <Tilded /> : letter}
      {sub === undefined ? null : <sub>{sub}</sub>}
    </span>
  )
}
