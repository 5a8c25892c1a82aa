import { Fragment, type ReactNode } from 'react'

/**
 * Text in which `[[z]]` is the symbol of a tensor in its role's colour and `**word**` is emphasis.
 * Messages stay plain strings, so translators cannot insert markup.
 */
export function Rich({ text }: { text: string }): ReactNode {
  return text.split(/(\[\[.+?\]\]|\*\*.+?\*\*)/).map((part, i) => {
    const key = `${i}${part}`
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
