import type { ReactNode } from 'react'
import { Tilded } from './Tilded.tsx'

/**
 * Text in which `[[z]]` is the symbol of a tensor in its role's colour and `**word**` is emphasis.
 * Messages stay plain strings, so translators cannot insert markup.
 */
export function Rich({ text }: { text: string }): ReactNode {
  // Plain text and, in turn, what each of the three groups has caught.
  return text.split(/\[\[(.+?)\]\]|\*\*(.+?)\*\*|(X̃)/).map((part, i) => {
    const kind = i % 4
    if (kind === 0 || part === undefined) return part
    const key = `${i}${part}`
    if (kind === 1) return <TensorSymbol key={key} name={part} />
    return kind === 2 ? <strong key={key}>{part}</strong> : <Tilded key={key} />
  })
}

const roles: Readonly<Record<string, string>> = {
  X: 'x',
  U: 'u',
  u: 'u',
  z: 'z',
  h: 'hidden',
  s: 's',
}

/** `z_c` → z with a subscript, in the colour of z. */
function TensorSymbol({ name }: { name: string }) {
  const [letter = '', sub] = name.split('_')
  const role = roles[letter]
  return (
    <span className={role === undefined ? 'symbol' : `symbol role-${role}`}>
      {letter}
      {sub === undefined ? null : <sub>{sub}</sub>}
    </span>
  )
}
