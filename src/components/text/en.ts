/** English, the language the keys are typed from. ICU message format. One file an area. */
import { lesson } from './en/lesson.ts'
import { page } from './en/page.ts'
import { pictures } from './en/pictures.ts'
import { steps } from './en/steps.ts'
import { training } from './en/training.ts'

export const en = { ...page, ...lesson, ...steps, ...training, ...pictures } as const
