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
  useEffect(() => {
    // What had the focus goes with it.
    if (menu.current?.contains(document.activeElement)) menu.current.querySelector('button')?.focus()
    setOpen(false)
  }, [net, step, projector])
  useEffect(() => {
    if (!open) return
    const close = (event: Event) => {
      // The glossary stands before it, and gives the focus back to its button here.
      if (event.target instanceof Element && event.target.closest('dialog') !== null) return
      if (
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !menu.current?.contains(event.target as Node)
      ) {
        setOpen(false)
        if (event instanceof KeyboardEvent) menu.current?.querySelector('button')?.focus()
      }
    }
    const shown = menu.current
    const leave = ({ relatedTarget }: FocusEvent) => {
      // With the Tab key the reader is through with it.
      if (!(relatedTarget instanceof Element) || relatedTarget.closest('dialog') !== null) return
      if (shown?.contains(relatedTarget) === false) setOpen(false)
    }
    shown?.addEventListener('focusout', leave)
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      shown?.removeEventListener('focusout', leave)
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
        <div className='menu-panel'>
          <panel.MenuPanel pageLanguage={pageLanguage} training={training} />
        </div>
      ) : null}
    </div>
  )
}
