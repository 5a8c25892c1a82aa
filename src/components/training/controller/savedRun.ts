/**
 * The reader's own run, kept in this browser so that a reload does not lose it. Storage may be refused, full or
 * damaged: then a run lasts as long as the page, and nothing else changes.
 */
import { del, get, set } from 'idb-keyval'
import type { Checkpoint } from '../../../model/engine/protocol.ts'
import { isCheckpoint, isRecord } from './checkpointShape.ts'

const key = 'se-explainer:run'
/** Another version of the page cannot read it and leaves it alone. */
const version = 1

export async function saveRun(checkpoint: Checkpoint): Promise<void> {
  try {
    await set(key, { version, checkpoint })
  } catch {
    // See above.
  }
}

export async function loadRun(): Promise<Checkpoint | null> {
  try {
    const found: unknown = await get(key)
    if (!isSaved(found)) return null
    const checkpoint = withSchedule(found.checkpoint)
    return isCheckpoint(checkpoint) ? checkpoint : null
  } catch {
    return null
  }
}

export async function forgetRun(): Promise<void> {
  try {
    await del(key)
  } catch {
    // See above.
  }
}

/** Earlier versions of the page kept the learning schedule as `course`. */
function withSchedule(checkpoint: unknown): unknown {
  if (!isRecord(checkpoint) || !('course' in checkpoint)) return checkpoint
  const { course, ...rest } = checkpoint
  return { ...rest, schedule: course }
}

function isSaved(value: unknown): value is { readonly checkpoint: unknown } {
  return isRecord(value) && value.version === version && 'checkpoint' in value
}
