import type { notes as en } from '../en/notes.ts'
import { glossary } from './notes/glossary.ts'
import { questions } from './notes/questions.ts'
import { sources } from './notes/sources.ts'
import { useIt } from './notes/useIt.ts'

export const notes: Readonly<Record<keyof typeof en, string>> = {
  ...questions,
  ...glossary,
  ...useIt,
  ...sources,
}
