/** Korean: every key of the English, by type. */
import type { en } from './en.ts'
import { lesson } from './ko/lesson.ts'
import { page } from './ko/page.ts'
import { pictures } from './ko/pictures.ts'
import { steps } from './ko/steps.ts'
import { training } from './ko/training.ts'

export const ko: Readonly<Record<keyof typeof en, string>> = {
  ...page,
  ...lesson,
  ...steps,
  ...training,
  ...pictures,
}
