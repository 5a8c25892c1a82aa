/** Asks a worker again and again whether it lives. */

/** How often it is asked. */
const BEAT_MS = 2000
/** Beats without an answer until it counts as dead: 30 s, since WebGL compiles shaders for seconds in one go. */
const SILENT_BEATS = 15

interface Patient {
  ping(): Promise<unknown>
}

/**
 * Counts beats, not time: while a tab is throttled, frozen or the machine asleep there are none, so waking up
 * is no alarm.
 * @param patient who is asked now; null: nobody. Another object starts the count anew
 * @param onSilence called once for each patient that stops answering
 * @returns ends the watch
 */
export function watchHeartbeat(patient: () => Patient | null, onSilence: () => void): () => void {
  let asked: Patient | null = null
  let silent = 0
  const beat = () => {
    const now = patient()
    if (now === null) return
    if (now === asked) {
      silent += 1
      if (silent === SILENT_BEATS) onSilence()
      return
    }
    asked = now
    silent = 0
    const answered = () => {
      if (asked === now) asked = null
    }
    // A rejection is an answer too: whoever called hears of it.
    now.ping().then(answered, answered)
  }
  const timer = setInterval(beat, BEAT_MS)
  return () => clearInterval(timer)
}
