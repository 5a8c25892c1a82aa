import { useEffect, useRef, useState } from 'react'
import { noteDropped } from '../../../model/state/slices/data.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { CsvMapping } from './CsvMapping.tsx'
import { KeptPanel } from './KeptPanel.tsx'
import { filesOf } from './keptFiles.ts'
import { Layouts } from './Layouts.tsx'
import { OpenFiles } from './OpenFiles.tsx'
import { OwnChoicesPanel } from './OwnChoicesPanel.tsx'
import { OwnProblem } from './OwnProblem.tsx'
import { SetChoice } from './SetChoice.tsx'
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
    if (wasMapped.current !== null && mapped === null) {
      // The dialog takes the focus with it when it goes, and what stood below it comes up.
      input.current?.focus({ preventScroll: true })
      input.current?.scrollIntoView({ block: 'nearest' })
    }
    wasMapped.current = mapped
  }, [mapped])
  const status = reading === null ? null : <Reading reading={reading} onCancel={files.cancel} />
  const problem = told === null ? null : <OwnProblem told={told} onClose={files.dismiss} />
  const inDialog = mapping !== null && told?.where === 'mapping'

  return (
    <div className={over ? 'own over' : 'own'}>
      {isShown ? <OpenFiles inputRef={input} onFiles={files.open} /> : null}
      {over && !isShown ? <p className='drop-zone'>{t('series.own.drop')}</p> : null}
      {mapping === null ? status : null}
      {inDialog ? null : problem}
      {files.choosing === null ? null : (
        <SetChoice key={files.choosing.id} collection={files.choosing.collection} onChoose={files.choose} />
      )}
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
            <>
              <p className='soft'>{t('series.own.none')}</p>
              {mapping === null ? <Layouts onFiles={files.open} /> : null}
            </>
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
