import { useEffect, useId, useRef, useState } from 'react'
import { noteDropped } from '../../../model/state/slices/data.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { CsvMapping } from './CsvMapping.tsx'
import { KeptPanel } from './KeptPanel.tsx'
import { filesOf } from './keptFiles.ts'
import { OwnChoicesPanel } from './OwnChoicesPanel.tsx'
import { OwnProblem } from './OwnProblem.tsx'
import { useFileDrop } from './useFileDrop.ts'
import { type OwnFilesState, useOwnFiles } from './useOwnFiles.ts'

/** The reader's own files: dropped anywhere on the page, or chosen. What was on show stays until they are read. */
export function OwnFiles() {
  const { t } = useText()
  const own = useApp((state) => state.own)
  const isShown = useApp((state) => state.data === 'own')
  const [over, setOver] = useState(false)
  const files = useOwnFiles()
  const { reading, mapping, told } = files
  useFileDrop(files.open, setOver)
  useDropped(files.open)
  const input = useRef<HTMLInputElement>(null)
  const mapped = mapping?.id ?? null
  const wasMapped = useRef(mapped)
  useEffect(() => {
    // The dialog takes the focus with it when it goes.
    if (wasMapped.current !== null && mapped === null) input.current?.focus({ preventScroll: true })
    wasMapped.current = mapped
  }, [mapped])
  const status = reading === null ? null : <Reading reading={reading} onCancel={files.cancel} />
  const problem = told === null ? null : <OwnProblem told={told} onClose={files.dismiss} />
  const inDialog = mapping !== null && told?.where === 'mapping'

  return (
    <div className={over ? 'own over' : 'own'}>
      {isShown ? <Choosing inputRef={input} onFiles={files.open} /> : null}
      {over && !isShown ? <p className='drop-zone'>{t('series.own.drop')}</p> : null}
      {mapping === null ? status : null}
      {inDialog ? null : problem}
      {mapping === null ? null : (
        <CsvMapping
          key={mapping.id}
          file={mapping.pair.train}
          preview={mapping.preview}
          look={mapping.look}
          isWaiting={files.isOpening}
          onLook={files.lookAgain}
          onRead={files.readMapped}
          onCancel={files.closeMapping}
        >
          {status}
          {inDialog ? problem : null}
        </CsvMapping>
      )}
      {isShown ? (
        <>
          {own === null ? (
            <p className='soft'>{t('series.own.none')}</p>
          ) : (
            <OwnChoicesPanel own={own} onOpen={files.openKept} />
          )}
          <KeptPanel opened={filesOf(own)} onOpen={files.openKept} />
        </>
      ) : null}
    </div>
  )
}

/** Files that were let fall while pictures were shown, and that the reader wants opened here. */
function useDropped(open: OwnFilesState['open']): void {
  const store = useAppStore()
  const dropped = useApp((state) => state.dropped)
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    if (dropped === null) return
    noteDropped(store, null)
    latest.current(dropped)
  }, [store, dropped])
}

function Choosing(props: {
  inputRef: React.RefObject<HTMLInputElement | null>
  onFiles: OwnFilesState['open']
}) {
  const { t } = useText()
  const id = useId()
  return (
    <>
      <p>{t('series.own.what')}</p>
      <p className='buttons'>
        <label className='file-button' htmlFor={id}>
          {t('series.own.choose')}
        </label>
        <input
          id={id}
          ref={props.inputRef}
          type='file'
          multiple
          accept='.ts,.arff,.csv,.tsv,.txt,.dat,.data,text/*'
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            if (files.length > 0) props.onFiles(files)
          }}
        />
        <span className='drop-zone'>{t('series.own.drop')}</span>
      </p>
    </>
  )
}

function Reading(props: { reading: NonNullable<OwnFilesState['reading']>; onCancel: () => void }) {
  const { t, number } = useText()
  const { name, share } = props.reading
  return (
    <p role='status' className='buttons'>
      {t('series.own.reading', { name, percent: number.percent(share) })}
      <button type='button' onClick={props.onCancel}>
        {t('series.own.cancel')}
      </button>
    </p>
  )
}
