import { useEffect, useRef } from 'react'
import { useText } from '../text/i18n.tsx'

/** A block wider than the figure, folded: a button for each page of channels, with its gates as small bars. */
export function Pages(props: {
  /** Channels on one page. */
  size: number
  channels: number
  /** s; null where there are none to show. */
  gates: Float32Array | null
  channel: number
  onPin: (channel: number) => void
}) {
  const { size, channels, gates, channel, onPin } = props
  const { t } = useText()
  const strip = useRef<HTMLParagraphElement>(null)
  const open = Math.floor(channel / size)
  useEffect(() => {
    // Where the strip is wider than the screen; only sideways, the page stays where it is.
    const button = strip.current?.children[open]
    if (!strip.current || !(button instanceof HTMLElement)) return
    strip.current.scrollLeft = button.offsetLeft + button.offsetWidth / 2 - strip.current.clientWidth / 2
  }, [open])
  if (channels <= size) return null
  const pages = Array.from({ length: Math.ceil(channels / size) }, (_, i) => i * size)
  return (
    <p ref={strip} className='buttons pages'>
      {pages.map((from) => (
        <button
          key={from}
          type='button'
          aria-pressed={channel >= from && channel < from + size}
          onClick={() => onPin(from)}
        >
          {gates === null ? null : (
            <>
              <Bars gates={gates.subarray(from, from + size)} />
              <span className='page-range' aria-hidden='true'>
                {`${from}–${Math.min(from + size, channels) - 1}`}
              </span>
            </>
          )}
          <span className='page-name'>
            {t('lens.page', { from, to: Math.min(from + size, channels) - 1 })}
          </span>
        </button>
      ))}
    </p>
  )
}

/** Height of the bars, in pixels. */
const height = 14

function Bars({ gates }: { gates: Float32Array }) {
  const path = Array.from(gates, (gate, i) => {
    const bar = Math.max(0, Math.min(1, gate)) * height
    return `M${2 * i} ${height}v${-bar.toFixed(1)}h1.4v${bar.toFixed(1)}z`
  }).join('')
  return (
    <svg className='role-s' width={2 * gates.length} height={height} aria-hidden='true'>
      <path d={path} fill='currentColor' />
    </svg>
  )
}
