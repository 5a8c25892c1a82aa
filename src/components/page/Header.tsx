import { useText } from '../text/i18n.tsx'
import type { Training } from '../training/controller/training.ts'
import { ChooseLanguage, ChooseNet, GlossaryButton } from './ChooseNet.tsx'
import { Menu } from './Menu.tsx'

/** What this is, what is on show, and a menu for the rest. */
export function Header({ pageLanguage, training }: { pageLanguage: 'en' | 'ko'; training: Training }) {
  const { t } = useText()
  return (
    <header className='page-header'>
      <h1>{t('header.title')}</h1>
      <ChooseNet className='header-net' named={false} />
      <div className='header-own'>
        <GlossaryButton className='plain language' />
        <ChooseLanguage className='plain language' />
        <Menu pageLanguage={pageLanguage} training={training} />
      </div>
    </header>
  )
}
