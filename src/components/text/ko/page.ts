import type { page as english } from '../en/page.ts'

export const page: Readonly<Record<keyof typeof english, string>> = {}
