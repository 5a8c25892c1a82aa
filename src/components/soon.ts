import { isPrinting } from '../viz/printing.ts'

/**
 * Work that may wait for the next free moment, a piece at a time: twenty small pictures painted in one go hold up a
 * slow machine for longer than a reader's finger should wait.
 */
const waiting: (() => void)[] = []
let channel: MessageChannel | null = null

/** A message to oneself: nested timers are held back to 4 ms each. */
function wake(): void {
  if (channel === null) {
    channel = new MessageChannel()
    channel.port1.onmessage = () => {
      const work = waiting.shift()
      // Asked for before the work is done: an error in it ends this piece alone.
      if (waiting.length > 0) wake()
      work?.()
    }
  }
  channel.port2.postMessage(null)
}

/** Calls `work` soon, in a task of its own; at once where the page goes to a printer. Returns a function that calls it off. */
export function soon(work: () => void): () => void {
  if (isPrinting()) {
    work()
    return () => {}
  }
  waiting.push(work)
  if (waiting.length === 1) wake()
  return () => {
    const at = waiting.indexOf(work)
    if (at >= 0) waiting.splice(at, 1, () => {})
  }
}

/** Resolves in a task of its own: lets the browser do what waits. */
export function pause(): Promise<void> {
  return new Promise((done) => soon(done))
}
