import { useId } from 'react'
import { useText } from '../../text/i18n.tsx'
import { takesDrops } from './takesDrops.ts'

/** Files, a pair, a folder or an archive: to be chosen or let fall. */
export function OpenFiles(props: {
  inputRef: React.RefObject<HTMLInputElement | null>
  onFiles: (files: readonly File[]) => void
}) {
  const { t } = useText()
  return (
    <>
      <p>{t('series.own.what')}</p>
      <p className='buttons'>
        <FileInput {...props} label={t('series.own.choose')} />
        {canChooseFolders() ? (
          <FileInput {...props} inputRef={null} label={t('series.own.chooseFolder')} isFolder />
        ) : null}
        {takesDrops() ? <span className='drop-zone'>{t('series.own.drop')}</span> : null}
      </p>
    </>
  )
}

/** Some phones have no folders to choose. */
function canChooseFolders(): boolean {
  return 'webkitdirectory' in HTMLInputElement.prototype
}

function FileInput(props: {
  inputRef: React.RefObject<HTMLInputElement | null> | null
  label: string
  isFolder?: boolean
  onFiles: (files: readonly File[]) => void
}) {
  const id = useId()
  return (
    <>
      <label className='file-button' htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        ref={props.inputRef}
        type='file'
        multiple
        {...(props.isFolder === true
          ? { webkitdirectory: '' }
          : { accept: '.ts,.arff,.csv,.tsv,.txt,.dat,.data,.zip,text/*' })}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) props.onFiles(files)
        }}
      />
    </>
  )
}
