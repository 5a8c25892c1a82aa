import { useEffect, useState } from 'react'
import type { Phase } from '../../../model/engine/protocol.ts'
import { useText } from '../../text/i18n.tsx'
import { phaseText } from './words.ts'

/** Says a change of phase, never the steps in between; the last frame of a run comes after its end. */
export function Announcement(props: {
  phase: Phase
  step: number
  /** 0–1; null: not measured yet. */
  heldOutAccuracy: number | null
}) {
  const text = useText()
  const said = phaseText(props.phase, props, text)
  const atRest = props.phase !== 'running' && props.phase !== 'loading'
  const [message, setMessage] = useState({ phase: props.phase, text: '' })
  useEffect(() => {
    if (message.phase !== props.phase) setMessage({ phase: props.phase, text: said })
  }, [message, props.phase, said])
  return (
    <p className='visually-hidden' role='status'>
      {atRest && message.text !== '' ? said : message.text}
    </p>
  )
}
