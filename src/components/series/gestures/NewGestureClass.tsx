import { useState } from 'react'
import { useText } from '../../text/i18n.tsx'

const longestName = 40
const mostClasses = 12

/** @param names of the classes there are */
export function NewGestureClass({
  names,
  onAdd,
}: {
  names: readonly string[]
  onAdd: (name: string) => void
}) {
  const { t } = useText()
  const [name, setName] = useState('')
  const wanted = name.trim().slice(0, longestName)
  const taken = names.includes(wanted)
  const full = names.length >= mostClasses
  return (
    <form
      className='buttons gesture-new'
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted === '' || taken || full) return
        onAdd(wanted)
        setName('')
      }}
    >
      <label>
        {t('series.gestures.newClass')}{' '}
        <input
          value={name}
          maxLength={longestName}
          autoComplete='off'
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type='submit' disabled={wanted === '' || taken || full}>
        {t('series.gestures.add')}
      </button>
      <span className='soft' role='status'>
        {full
          ? t('series.gestures.full', { most: mostClasses })
          : wanted !== '' && taken
            ? t('series.gestures.taken')
            : ''}
      </span>
    </form>
  )
}
