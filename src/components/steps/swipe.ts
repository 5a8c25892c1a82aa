/** CSS pixels that a finger must go sideways; less may be a tap that slipped. */
const shortest = 60
/** So many times farther sideways than up or down, or it was meant to scroll. */
const sideways = 2

/** What a finger asked for by going from where it came down to where it left. Leftwards pulls the next step in. */
export function swipeOf(dx: number, dy: number): 'next' | 'back' | null {
  if (Math.abs(dx) < shortest || Math.abs(dx) < sideways * Math.abs(dy)) return null
  return dx < 0 ? 'next' : 'back'
}
