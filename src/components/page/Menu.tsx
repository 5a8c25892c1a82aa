import { useEffect, useRef, useState } from 'react'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import type { Training } from '../training/controller/training.ts'
import { useModule } from '../useModule.ts'

const load = () => import('./MenuPanel.tsx')

/** What is seldom needed: how the page looks, which block is on show, how it is trained. Its code comes when it opens. */
export function Menu({ pageLanguage, training }: { pageLanguage: 'en' | 'ko'; training: Training }) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const panel = useModule(load, open)
  const net = useApp((state) => state.net)
  const step = useApp((state) => state.step)
  const projector = useApp((state) => state.projector)
  // Another network, another step or what is presented is looked at, not the menu.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the reasons
  useEffect(() => setOpen(false), [net, step, projector])
  useEffect(() => {
    if (!open) return
    const close = (event: Event) => {
      if (
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !menu.current?.contains(event.target as Node)
      ) {
        setOpen(false)
        if (event instanceof KeyboardEvent) menu.current?.querySelector('button')?.focus()
      }
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [open])
  return (
    <div className='menu' ref={menu}>
      <button type='button' className='plain menu-button' aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className='menu-word'>{t('menu.title')}</span> <b aria-hidden='true'>···</b>
      </button>
      {open && panel !== null ? (
        <div className='menu-panel' data-next='.menu-button'>
          <panel.MenuPanel pageLanguage={pageLanguage} training={training} />
        </div>
      ) : null}
    </div>
  )
}
