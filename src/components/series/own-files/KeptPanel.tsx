import { useEffect, useState } from 'react'
import { useText } from '../../text/i18n.tsx'
import { areSameFiles, forgetFiles, type KeptFiles, keepFiles, keptFiles } from './keptFiles.ts'

/** Keeping the opened files in this browser, and opening those of an earlier visit. */
export function KeptPanel(props: { opened: KeptFiles | null; onOpen: (kept: KeptFiles) => void }) {
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
  const isOpen = kept !== null && opened !== null && areSameFiles(kept, opened)
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
          <span role='status'>{t('series.own.kept', { name })}</span>
          {isOpen ? null : (
            <button type='button' onClick={() => onOpen(kept)}>
              {t('series.own.openKept')}
            </button>
          )}
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
