import type { NoteKey, NoteText } from '../text/notes.ts'

/** Terms in the order in which a reader meets them. */
export const termIds = [
  ...['se', 'symbols', 'squeeze', 'excitation', 'scale', 'gate', 'map', 'channel', 'cell', 'window'],
  ...['kernel', 'bn', 'shortcut', 'site', 'pooling', 'dense', 'hidden', 'ratio', 'bottleneck', 'rank'],
  ...['relu', 'logit', 'sigmoid', 'softmax', 'attenuate', 'weight', 'bias', 'bar', 'heldOut', 'validation'],
  ...['seed', 'step', 'loss', 'rate', 'intervention', 'frozen', 'transplant', 'ablation', 'dead'],
  ...['saturated', 'stored', 'multiplyAdd', 'mlstm'],
] as const satisfies readonly TermId[]

export type TermId = {
  [K in NoteKey]: K extends `term.${infer Id}.what` ? Id : never
}[NoteKey]

export interface GlossaryEntry {
  readonly id: TermId
  readonly name: string
  readonly also: string
  readonly what: string
}

export function entriesOf({ t }: Pick<NoteText, 't'>): GlossaryEntry[] {
  return termIds.map((id) => ({
    id,
    name: t(`term.${id}`),
    also: t(`term.${id}.also`),
    what: t(`term.${id}.what`),
  }))
}

/** Those whose name, other names or meaning hold every word of the query; names first. */
export function matching(entries: readonly GlossaryEntry[], query: string): GlossaryEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const named = entries.filter(({ name, also }) => holds(`${name} ${also}`))
  const meant = entries.filter((entry) => !named.includes(entry) && holds(`${entry.name} ${entry.what}`))
  return [...named, ...meant]
}
