/** The one script inside the pages. It runs before anything is painted, and the policy knows it by its hash. */
import { createHash } from 'node:crypto'

/**
 * The page holds the view of the colour task. An address that asks for another network would show that one first, and
 * then jump: `data-first` names what to wait for (page.css hides the rest, useFirstShown.ts ends it).
 */
export const firstScript = `{
  const asked = new URLSearchParams(location.search)
  const net = asked.get('net') ?? (asked.get('from') === 'mlstm-fcn' ? 'series' : '')
  if (net === 'series' || net === 'digits') document.documentElement.dataset.first = net
}`

/** For `script-src`. */
export const firstScriptHash = `'sha256-${createHash('sha256').update(firstScript).digest('base64')}'`
