/**
 * Outlines as SVG path data. A row of like marks is one path: a browser then keeps one element for it instead of
 * hundreds, and a new frame of a training run changes one attribute.
 */

/** Hundredths of a pixel are enough. */
export const round = (x: number): number => Math.round(x * 100) / 100

/** The outlines of several marks as one. */
export function joined<T>(items: readonly T[], outline: (item: T) => string): string {
  return items.map(outline).join('')
}

export function lineFrom(x1: number, y1: number, x2: number, y2: number): string {
  return `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`
}

export function box(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`
}

/** A map's width at the top, a point at the foot. */
export function funnel(x: number, half: number, y: number, height: number): string {
  const [low, high, foot] = [y + height * 0.75, y + height * 0.2, y + height].map(round)
  const [left, right] = [round(x - half), round(x + half)]
  const [inner, outer] = [round(x - 1), round(x + 1)]
  return `M${left} ${round(y)}C${left} ${low} ${inner} ${high} ${inner} ${foot}L${outer} ${foot}C${outer} ${high} ${right} ${low} ${right} ${round(y)}Z`
}
