import type { pictures as english } from '../en/pictures.ts'

export const pictures: Readonly<Record<keyof typeof english, string>> = {
}
