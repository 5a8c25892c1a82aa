/** English, the language the keys are typed from. ICU message format. One file an area. */
import { page } from './en/page.ts'
import { pictures } from './en/pictures.ts'
import { steps } from './en/steps.ts'
import { training } from './en/training.ts'

export const en = { ...page, ...steps, ...training, ...pictures } as const
