import type { DataId } from '../../model/state/fields.ts'

/** Whether the series are the reader's own: before they bring some there are none. */
export function isReaders(data: DataId): boolean {
  return data === 'own' || data === 'gestures'
}
