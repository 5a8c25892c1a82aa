import { useText } from '../text/i18n.tsx'

/** The browser lets nothing be painted: maps and pictures are blank, and nothing else is lost. */
export function NoCanvas() {
  const { t } = useText()
  return (
    <p className='notice' role='status'>
      {t('page.noCanvas')}
    </p>
  )
}
