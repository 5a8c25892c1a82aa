/** Files that were let fall, also within folders. */
import { fromEvent } from 'file-selector'

/** Has to be called while the event is handled: afterwards it has no files any more. */
export async function droppedFiles(event: DragEvent): Promise<File[]> {
  const plain = [...(event.dataTransfer?.files ?? [])]
  try {
    const found = (await fromEvent(event)).filter((one) => one instanceof File)
    // A folder with nothing in it is answered like an empty file, not with silence.
    return found.length > 0 ? found : plain.map(({ name }) => new File([], name))
  } catch {
    // A folder that may not be listed: what the browser gives without asking it.
    return plain
  }
}

/** Where a file lies in a folder that was let fall or chosen, with `/` between the names; its name if it lies in none. */
export function pathOf(file: File): string {
  const dropped: unknown = 'relativePath' in file ? file.relativePath : null
  const path = typeof dropped === 'string' ? dropped : file.webkitRelativePath || file.name
  return path.replace(/^\.?\/+/, '')
}
