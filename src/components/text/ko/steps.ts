import type { steps as english } from '../en/steps.ts'

export const steps: Readonly<Record<keyof typeof english, string>> = {}
