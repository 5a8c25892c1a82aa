import type { training as english } from '../en/training.ts'

export const training: Readonly<Record<keyof typeof english, string>> = {
}
