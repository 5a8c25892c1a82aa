/** How wide text is, roughly, where no page measures it: SVG has neither ellipses nor boxes that grow. */

/** Share of the type size that a character is wide, about; wide scripts fill their square. */
function charWidth(char: string): number {
  if (/[\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char)) return 0.95
  if (/[iljtfrI.,:;'’|()[\] 1]/.test(char)) return 0.34
  if (/[mwMW%@—…]/.test(char)) return 0.9
  return /[A-Z]/.test(char) ? 0.69 : 0.58
}

/** In pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width * size
}

/** As much of the text as fits into `room` pixels, then an ellipsis; nothing if not even that fits. */
export function fitted(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text
  const chars = [...text]
  while (chars.length > 0 && textWidth(`${chars.join('').trimEnd()}…`, size) > room) chars.pop()
  return chars.length === 0 ? '' : `${chars.join('').trimEnd()}…`
}

/** Where the middle of a label goes so that it stays between two edges. */
export function heldBetween(middle: number, width: number, low: number, high: number): number {
  return Math.max(low + width / 2, Math.min(high - width / 2, middle))
}

/** Places for labels along an axis: those that keep `apart` from one that must stand (a cursor's). */
export function clearOf<T extends { readonly at: number }>(
  ticks: readonly T[],
  at: number | null,
  apart: number,
): readonly T[] {
  return at === null ? ticks : ticks.filter((tick) => Math.abs(tick.at - at) >= apart)
}
