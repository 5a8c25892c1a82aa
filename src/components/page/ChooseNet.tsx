import { useContext } from 'react'
import { fields } from '../../model/state/fields.ts'
import { chooseLanguage } from '../../model/state/slices/ui.ts'
import { chooseNet } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { GlossaryContext } from '../text/Term.tsx'

/** What is on show: two inks, digits, series. */
export function ChooseNet({ className, named }: { className: string; named: boolean }) {
  const store = useAppStore()
  const { t } = useText()
  const net = useApp((state) => state.net)
  return (
    <label className={className}>
      <span className={named ? undefined : 'visually-hidden'}>{t('header.net')}</span>
      <select
        value={net}
        onChange={(event) => chooseNet(store, fields.net.parse(event.currentTarget.value) ?? 'inks')}
      >
        <option value='inks'>{t('net.inks')}</option>
        <option value='digits'>{t('net.digits')}</option>
        <option value='series'>{t('net.series')}</option>
      </select>
    </label>
  )
}

export function ChooseLanguage({ className }: { className: string }) {
  const store = useAppStore()
  const lang = useApp((state) => state.lang)
  const other = lang === 'en' ? 'ko' : 'en'
  return (
    <button type='button' className={className} lang={other} onClick={() => chooseLanguage(store, other)}>
      {lang === 'en' ? '한국어' : 'English'}
    </button>
  )
}

/** All terms and symbols; single ones open from where they stand. */
export function GlossaryButton({ className }: { className: string }) {
  const { t } = useText()
  const open = useContext(GlossaryContext)
  return open === null ? null : (
    <button type='button' className={className} aria-haspopup='dialog' onClick={() => open('')}>
      {t('glossary.button')}
    </button>
  )
}
