/** Opening the reader's files, one attempt at a time; what is open or running is touched by nothing that fails. */
import { useEffect, useRef, useState } from 'react'
import type { FileSet } from '../../../model/data/series/readers/bundle/source.ts'
import type { CsvOptions, TableOptions } from '../../../model/data/series/readers/csv/csvOptions.ts'
import type { CsvPreview } from '../../../model/data/series/readers/csv/csvPreview.ts'
import { takeOwn } from '../../../model/state/slices/data.ts'
import { chooseNetwork } from '../../../model/state/store.ts'
import { useAppStore } from '../../store.tsx'
import { type FilePair, OpenError, type OpenProblem, type Pair, pairOf } from './filePair.ts'
import { areMany, type Collection, collectionOf, pairOfSet } from './fileSource.ts'
import { type KeptFiles, rememberFiles } from './keptFiles.ts'
import { formatted, previewFile, readPair, unread } from './openFiles.ts'

/** A table of which the reader is asked how it is arranged. */
export interface Mapping {
  /** Another table, another number. */
  readonly id: number
  /** Another look at it, another number. */
  readonly look: number
  readonly pair: FilePair
  readonly preview: CsvPreview
}

/** Several data sets, of which the reader is asked which one to open. */
export interface Choosing {
  /** Another collection, another number. */
  readonly id: number
  readonly collection: Collection
}

export interface Told {
  readonly problem: OpenProblem
  /** `mapping`: in the dialog of the table that it is about. */
  readonly where: 'page' | 'mapping'
  /** Whether another file was being read when this one was refused. */
  readonly isReading: boolean
}

export interface OwnFilesState {
  /** Name of the file that is being read, and the share that is, 0–1. */
  readonly reading: { readonly name: string; readonly share: number } | null
  readonly mapping: Mapping | null
  readonly choosing: Choosing | null
  /** Other files are being read, or the table of the dialog is looked at anew: it must not end that by being read itself. */
  readonly isOpening: boolean
  readonly told: Told | null
  readonly open: (files: readonly File[]) => void
  /** One of the sets to be chosen among; null: none of them. */
  readonly choose: (set: FileSet | null) => void
  readonly openKept: (kept: KeptFiles) => void
  /** Reads the table of the dialog; the dialog stays until that has succeeded. */
  readonly readMapped: (csv: CsvOptions) => void
  /** Looks at the table of the dialog once more, with what the reader says of how it is written. */
  readonly lookAgain: (options: TableOptions) => void
  readonly closeMapping: () => void
  readonly cancel: () => void
  readonly dismiss: () => void
}

export function useOwnFiles(): OwnFilesState {
  const store = useAppStore()
  const [reading, setReading] = useState<OwnFilesState['reading']>(null)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [isOpening, setOpening] = useState(false)
  const running = useRef<AbortController | null>(null)
  const count = useRef(0)
  /** What was given is looked at in this order: a refusal must not come before what was given earlier has begun. */
  const looking = useRef(Promise.resolve())
  const cancel = () => {
    running.current?.abort()
    running.current = null
    setReading(null)
    setOpening(false)
  }
  useEffect(() => () => running.current?.abort(), [])

  const tell = (error: unknown, where: Told['where']) => {
    if (!(error instanceof OpenError)) throw error
    setTold({ problem: error.problem, where, isReading: running.current !== null })
  }
  /** @param waits whether the table of the dialog must not be read in the meantime */
  const attempt = async (
    where: Told['where'],
    act: (signal: AbortSignal) => Promise<void>,
    waits = where === 'page',
  ) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    setTold(null)
    setChoosing(null)
    setOpening(waits)
    const end = () => {
      if (running.current !== mine) return
      running.current = null
      setReading(null)
      setOpening(false)
    }
    try {
      await act(mine.signal)
      end()
    } catch (error) {
      end()
      if (!mine.signal.aborted) tell(error, where)
    }
  }
  const read = async (
    pair: FilePair,
    csv: CsvOptions | null,
    signal: AbortSignal,
    rows?: KeptFiles['rows'],
  ) => {
    setReading({ name: pair.train.name, share: 0 })
    const found = await readPair(pair, {
      size: store.getState().size,
      csv: csv ?? undefined,
      rows,
      signal,
      onProgress: (name, share) => {
        if (!signal.aborted) setReading({ name, share })
      },
    })
    const files = pair.test === null ? [pair.train] : [pair.train, pair.test]
    rememberFiles(found.own, { files, csv, ...(rows === undefined ? {} : { rows }) })
    setMapping(null)
    takeOwn(store, found.own, found.preparation)
    chooseNetwork(store, { data: 'own' })
  }
  const ask = async (pair: FilePair, signal: AbortSignal) => {
    setReading({ name: pair.train.name, share: 0 })
    const preview = await previewFile(pair.train, {}, signal)
    count.current++
    if (!signal.aborted) setMapping({ id: count.current, look: count.current, pair, preview })
  }
  type Act = (pair: FilePair, signal: AbortSignal) => Promise<void>
  /** Looks what they are first: files that make no sense end nothing. Of several the last one that makes sense is read. */
  const start = (files: readonly File[], act: Act) => {
    const look = async () => {
      if (!(await areMany(files))) {
        const pair = await formatted(pairOf(files))
        void attempt('page', (signal) => act(pair, signal))
        return
      }
      const collection = await collectionOf(files).catch((error: unknown) => {
        throw unread(files[0]?.name ?? '', error)
      })
      const [only] = collection.sets
      if (only !== undefined && collection.sets.length === 1) {
        void openSet(collection, only, act)
        return
      }
      cancel()
      setTold(null)
      count.current++
      setChoosing({ id: count.current, collection })
    }
    looking.current = looking.current.then(() => look().catch((error: unknown) => tell(error, 'page')))
  }
  const openSet = (collection: Collection, set: FileSet, act: Act) =>
    attempt('page', async (signal) => {
      setReading({ name: set.name || collection.name, share: 0 })
      const pair: Pair = await pairOfSet(collection, set, signal).catch((error: unknown) => {
        throw unread(collection.name, error, signal)
      })
      await act(await formatted(pair), signal)
    })
  const first: Act = (pair, signal) => (pair.format === 'csv' ? ask(pair, signal) : read(pair, null, signal))
  return {
    reading,
    mapping,
    choosing,
    isOpening,
    told,
    open: (files) => start(files, first),
    choose: (set) => {
      if (choosing === null) return
      if (set === null) setChoosing(null)
      else void openSet(choosing.collection, set, first)
    },
    openKept: ({ files, csv, rows }) =>
      start(files, async (pair, signal) => {
        if (pair.format !== 'csv') return read(pair, null, signal, rows)
        if (csv === null) return ask(pair, signal)
        try {
          await read(pair, csv, signal)
        } catch (error) {
          if (signal.aborted || !(error instanceof OpenError) || error.problem.kind !== 'unread') throw error
          // Its arrangement does not fit it any more: the reader says it anew, and sees why.
          await ask(pair, signal)
          if (!signal.aborted) tell(error, 'mapping')
        }
      }),
    readMapped: (csv) => {
      if (mapping !== null) void attempt('mapping', (signal) => read(mapping.pair, csv, signal))
    },
    lookAgain: (options) => {
      if (mapping === null) return
      void attempt(
        'mapping',
        async (signal) => {
          const preview = await previewFile(mapping.pair.train, options, signal)
          count.current++
          const look = count.current
          if (!signal.aborted) setMapping((was) => (was?.id === mapping.id ? { ...was, look, preview } : was))
        },
        true,
      )
    },
    closeMapping: () => {
      cancel()
      setMapping(null)
      setTold(null)
    },
    cancel,
    dismiss: () => setTold(null),
  }
}
