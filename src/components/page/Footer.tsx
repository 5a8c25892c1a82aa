import { useText } from '../text/i18n.tsx'
import { References } from './References.tsx'

export function Footer() {
  const { t } = useText()
  return (
    <footer className='page-footer'>
      <References />
      <p className='soft'>
        {t('page.sources.mnist')} {t('page.privacy')}{' '}
        <a href='./THIRD-PARTY-NOTICES.txt'>{t('page.notices')}</a>
      </p>
    </footer>
  )
}
