import { series as en } from '../en/series.ts'

export const series: Readonly<Record<keyof typeof en, string>> = en
