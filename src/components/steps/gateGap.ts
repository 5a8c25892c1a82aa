export interface GateGap {
  readonly channel: number
  readonly a: number
  readonly b: number
  /** |a − b| */
  readonly difference: number
}

/** Where two pictures' gates of one site lie farthest apart; of equals the first channel. null without channels. */
export function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): GateGap | null {
  let most: GateGap | null = null
  for (let channel = 0; channel < Math.min(a.length, b.length); channel++) {
    const [ofA, ofB] = [a[channel] ?? 0, b[channel] ?? 0]
    const difference = Math.abs(ofA - ofB)
    if (most === null || difference > most.difference) most = { channel, a: ofA, b: ofB, difference }
  }
  return most
}
