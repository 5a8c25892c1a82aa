/** What the first view does without: a download of its own (`useModule(() => import('./lesson/parts.ts'))`). */
import { Glossary } from './Glossary.tsx'
import { Sources } from './Sources.tsx'
import { StepNotes } from './StepNotes.tsx'
import { UseIt } from './UseIt.tsx'

export const parts = { Glossary, Sources, StepNotes, UseIt }
