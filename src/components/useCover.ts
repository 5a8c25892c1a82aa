import { useCallback } from 'react'
import { coveredRows } from '../model/state/cover.ts'
import type { RowId } from '../model/state/steps.ts'
import { useApp } from './store.tsx'

/** Tells of the rows that are hidden until the class has guessed (`?cover=`): their values are printed nowhere. */
export function useCover(): (row: RowId) => boolean {
  const cover = useApp(coveredRows)
  return useCallback((row) => cover.includes(row), [cover])
}
