import { useEffect, useId, useRef, useState } from 'react'
import type { CsvOptions } from '../../model/data/series/readers/csvOptions.ts'
import type { CsvPreview } from '../../model/data/series/readers/csvPreview.ts'
import type { AppStore } from '../../model/state/store.ts'
import { chooseNetwork } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { CsvMapping } from './CsvMapping.tsx'
import { forgetFiles, type KeptFiles, keepFiles, keptFiles } from './keptFiles.ts'
import { OwnChoicesPanel } from './OwnChoicesPanel.tsx'
import { type FilePair, OpenError, type OpenProblem, pairOf, previewFile, readPair } from './openFiles.ts'

type Reading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly share: number }
  | { readonly kind: 'mapping'; readonly pair: FilePair; readonly preview: CsvPreview }

/** The reader's own files: dropped anywhere on the page, or chosen. What was on show stays until they are read. */
export function OwnFiles() {
  const store = useAppStore()
  const { t, number } = useText()
  const input = useId()
  const own = useApp((state) => state.own)
  const isShown = useApp((state) => state.data === 'own')
  const [reading, setReading] = useState<Reading>({ kind: 'idle' })
  const [problem, setProblem] = useState<OpenProblem | null>(null)
  const [over, setOver] = useState(false)
  const [opened, setOpened] = useState<KeptFiles | null>(null)
  const abort = useRef<AbortController | null>(null)

  const attempt = async (act: (signal: AbortSignal) => Promise<void>) => {
    abort.current?.abort()
    const mine = new AbortController()
    abort.current = mine
    setProblem(null)
    try {
      await act(mine.signal)
    } catch (error) {
      if (mine.signal.aborted) return
      setReading({ kind: 'idle' })
      if (!(error instanceof OpenError)) throw error
      setProblem(error.problem)
    }
  }
  const read = async (pair: FilePair, csv: CsvOptions | undefined, signal: AbortSignal) => {
    setReading({ kind: 'reading', name: pair.train.name, share: 0 })
    const found = await readPair(pair, {
      size: store.getState().size,
      csv,
      signal,
      onProgress: (name, share) => setReading({ kind: 'reading', name, share }),
    })
    setReading({ kind: 'idle' })
    setOpened({ files: pair.test === null ? [pair.train] : [pair.train, pair.test], csv: csv ?? null })
    store.setState({ ...found, refusal: null })
    chooseNetwork(store, { data: 'own' })
  }
  const open = (files: readonly File[], csv?: CsvOptions) =>
    attempt(async (signal) => {
      const pair = pairOf(files)
      if (pair.format !== 'csv' || csv !== undefined) return read(pair, csv, signal)
      setReading({ kind: 'reading', name: pair.train.name, share: 0 })
      const preview = await previewFile(pair.train, signal)
      if (!signal.aborted) setReading({ kind: 'mapping', pair, preview })
    })
  useDrop(store, (files) => void open(files), setOver)
  useEffect(() => () => abort.current?.abort(), [])

  return (
    <div className={over ? 'own over' : 'own'}>
      {isShown ? (
        <>
          <p>{t('series.own.what')}</p>
          <p className='buttons'>
            <label className='file-button' htmlFor={input}>
              {t('series.own.choose')}
            </label>
            <input
              id={input}
              type='file'
              multiple
              accept='.ts,.arff,.csv,.tsv'
              onChange={(event) => {
                const files = [...(event.currentTarget.files ?? [])]
                event.currentTarget.value = ''
                if (files.length > 0) void open(files)
              }}
            />
            <span className='drop-zone'>{t('series.own.drop')}</span>
          </p>
        </>
      ) : null}
      {over && !isShown ? <p className='drop-zone'>{t('series.own.drop')}</p> : null}
      {reading.kind === 'reading' ? (
        <p role='status' className='buttons'>
          {t('series.own.reading', { name: reading.name, percent: number.percent(reading.share) })}
          <button
            type='button'
            onClick={() => {
              abort.current?.abort()
              setReading({ kind: 'idle' })
            }}
          >
            {t('series.own.cancel')}
          </button>
        </p>
      ) : null}
      {problem === null ? null : <Problem problem={problem} onClose={() => setProblem(null)} />}
      {reading.kind === 'mapping' ? (
        <CsvMapping
          name={reading.pair.train.name}
          preview={reading.preview}
          onRead={(csv) => void attempt((signal) => read(reading.pair, csv, signal))}
          onCancel={() => setReading({ kind: 'idle' })}
        />
      ) : null}
      {isShown ? (
        <>
          {own === null ? <p className='soft'>{t('series.own.none')}</p> : <OwnChoicesPanel own={own} />}
          <Keeping
            opened={own === null ? null : opened}
            onOpen={(kept) => void open(kept.files, kept.csv ?? undefined)}
          />
        </>
      ) : null}
    </div>
  )
}

/** Files may be let fall anywhere: a browser would otherwise leave the page to show them. */
function useDrop(
  store: AppStore,
  onFiles: (files: readonly File[]) => void,
  onOver: (over: boolean) => void,
): void {
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const drag = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      onOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) onOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      onOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0 && store.getState().net === 'series') latest.current(files)
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [store, onOver])
}

function Problem({ problem, onClose }: { problem: OpenProblem; onClose: () => void }) {
  const { t } = useText()
  const text =
    problem.kind === 'ending'
      ? t('series.own.ending', { name: problem.name })
      : problem.kind === 'several'
        ? t('series.own.several', { names: problem.names.join(', ') })
        : problem.kind === 'lost'
          ? t('series.own.lost', { detail: problem.detail })
          : t('series.own.error', { name: problem.name, detail: problem.detail })
  return (
    <p className='notice' role='alert'>
      {text} {t('series.own.errorKept')}{' '}
      <button type='button' className='plain' onClick={onClose}>
        {t('page.dismiss')}
      </button>
    </p>
  )
}

/** Keeping the opened files in this browser, and opening those of an earlier visit. */
function Keeping(props: { opened: KeptFiles | null; onOpen: (kept: KeptFiles) => void }) {
  const { opened, onOpen } = props
  const { t } = useText()
  const [kept, setKept] = useState<KeptFiles | null>(null)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    let current = true
    void keptFiles().then((found) => {
      if (current) setKept(found)
    })
    return () => {
      current = false
    }
  }, [])
  const name = kept?.files.map((file) => file.name).join(', ') ?? ''
  return (
    <p className='buttons soft'>
      {opened === null ? null : (
        <button
          type='button'
          onClick={() =>
            void keepFiles(opened).then((done) => {
              setRefused(!done)
              if (done) setKept(opened)
            })
          }
        >
          {t('series.own.keep')}
        </button>
      )}
      {refused ? <span role='status'>{t('series.own.notKept')}</span> : null}
      {kept === null ? null : (
        <>
          <span>{t('series.own.kept', { name })}</span>
          {opened === null ? (
            <button type='button' onClick={() => onOpen(kept)}>
              {t('series.own.openKept')}
            </button>
          ) : null}
          <button
            type='button'
            className='plain'
            onClick={() => {
              setKept(null)
              void forgetFiles()
            }}
          >
            {t('series.own.forget')}
          </button>
        </>
      )}
    </p>
  )
}
