/** How wide text is, roughly, where no page measures it: SVG has neither ellipses nor boxes that grow. */

/** Type sizes in pixels; Hangul and its like need a larger one to be read. */
const [latin, wide] = [12, 14]
const wideScript = /[\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff00-\uff60]/

export function typeSize(text: string): number {
  return wideScript.test(text) ? wide : latin
}

/** Share of the type size that a character is wide, about: on the safe side, for semibold. */
function charWidth(char: string): number {
  if (wideScript.test(char)) return 0.95
  if (/[iljtfrI.,:;'’|()[\] 1]/.test(char)) return 0.38
  if (/[mwMW%@—…]/.test(char)) return 0.95
  return /[A-Z]/.test(char) ? 0.72 : 0.63
}

/** In pixels. */
export function textWidth(text: string, size = typeSize(text)): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width * size
}

/** As much of the text as fits into `room` pixels, then an ellipsis; nothing if not even one character fits. */
export function fitted(text: string, room: number, size = typeSize(text)): string {
  if (textWidth(text, size) <= room) return text
  const chars = [...text]
  while (chars.length > 0 && textWidth(`${chars.join('').trimEnd()}…`, size) > room) chars.pop()
  return chars.length === 0 ? '' : `${chars.join('').trimEnd()}…`
}

/** The text in lines that fit into `room` pixels, broken between words, or within one that is too long; then cut. */
export function wrapped(text: string, room: number, most: number, size = typeSize(text)): readonly string[] {
  const lines: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    if (lines.length === most - 1 || textWidth(rest, size) <= room) {
      lines.push(fitted(rest, room, size))
      break
    }
    const chars = [...rest]
    let end = 1
    while (end < chars.length && textWidth(chars.slice(0, end + 1).join(''), size) <= room) end++
    const words = chars[end] === ' ' ? end : chars.slice(0, end).lastIndexOf(' ')
    const at = words > 0 ? words : end
    lines.push(chars.slice(0, at).join('').trimEnd())
    rest = chars.slice(at).join('').trimStart()
  }
  return lines
}

/** Where the middle of a label goes so that it stays between two edges. */
export function heldBetween(middle: number, width: number, low: number, high: number): number {
  return Math.max(low + width / 2, Math.min(high - width / 2, middle))
}

/** Labels along an axis that keep `apart` pixels from one that must stand (a cursor's); null: all of them. */
export function clearOf<T extends { readonly at: number }>(
  ticks: readonly T[],
  at: number | null,
  apart: number,
): readonly T[] {
  return at === null ? ticks : ticks.filter((tick) => Math.abs(tick.at - at) >= apart)
}
