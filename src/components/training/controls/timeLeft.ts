/** Seconds left at the speed so far; null while that says nothing (too early, or nothing done). */
export function secondsLeft(elapsedMs: number, done: number, total: number): number | null {
  if (elapsedMs < 1000 || done <= 0 || done >= total) return null
  return Math.ceil((elapsedMs * (total - done)) / done / 1000)
}
