import { Fragment, type ReactNode } from 'react'
import { Term } from './Term.tsx'

/**
 * Text in which `[[z]]` is the symbol of a tensor in its role's colour, `**word**` is emphasis and `<gate|gates>` a
 * term that opens the glossary at “gate”. Messages stay plain strings, so translators cannot insert markup.
 */
export function Rich({ text }: { text: string }): ReactNode {
  return text.split(/(\[\[.+?\]\]|\*\*.+?\*\*|<\w+\|.+?>)/).map((part, i) => {
    const key = `${i}${part}`
    const [, id, word = ''] = /^<(\w+)\|(.+)>$/.exec(part) ?? []
    if (id !== undefined) return <Term key={key} id={id} word={word} />
    const symbol = /^\[\[(.+)\]\]$/.exec(part)?.[1]
    if (symbol !== undefined) return <TensorSymbol key={key} name={symbol} />
    const strong = /^\*\*(.+)\*\*$/.exec(part)?.[1]
    if (strong !== undefined) return <strong key={key}>{strong}</strong>
    return <Fragment key={key}>{part}</Fragment>
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
      {letter}
      {sub === undefined ? null : <sub>{sub}</sub>}
    </span>
  )
}
