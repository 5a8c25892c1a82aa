/** What opens or stands below the figure: questions, glossary, “Use it”, sources. A download of its own. */
import { glossary } from './notes/glossary.ts'
import { questions } from './notes/questions.ts'
import { sources } from './notes/sources.ts'
import { useIt } from './notes/useIt.ts'

/** Keys that end in `.series` stand in for the ones without while the series network is on show. */
export const notes = { ...questions, ...glossary, ...useIt, ...sources } as const
