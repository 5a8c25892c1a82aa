/** The figure's three layouts: sizes in design pixels, and the channels that one page of each has room for. */

export type Variant = 'wide' | 'medium' | 'phone'

export interface Measure {
  readonly rail: number
  readonly plate: number
  readonly hinge: number
  readonly gap: number
  /** Of the figure whose rows share it. */
  readonly height: number
  /** Clear height at the head of every open row. */
  readonly air: number
  readonly names: number
  /** Channels on one page. */
  readonly page: number
}

export const measures: Readonly<Record<Variant, Measure>> = {
  wide: { rail: 104, plate: 816, hinge: 72, gap: 8, height: 360, air: 4, names: 16, page: 32 },
  medium: { rail: 88, plate: 832, hinge: 64, gap: 4, height: 360, air: 4, names: 16, page: 32 },
  phone: { rail: 22, plate: 336, hinge: 0, gap: 0, height: 280, air: 6, names: 14, page: 16 },
}

/** Series are as tall as their row. */
export function seriesHeight({ height }: Measure): number {
  return height < 300 ? 30 : 46
}

/** Channels on one page of the figure. */
export function pageSize(variant: Variant): number {
  return measures[variant].page
}

/** The page that a channel stands on. */
export function pageOf(variant: Variant, channel: number): number {
  return Math.floor(channel / pageSize(variant))
}

/** Height of the gates' row from which their numbers, and the marks of flips, stand below them. */
export const gateNumbersFrom = 44
