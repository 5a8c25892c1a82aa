import { useText } from '../text/i18n.tsx'

export function Footer() {
  const { t } = useText()
  return (
    <footer className='page-footer'>
      <h2>{t('page.sources')}</h2>
      <ul>
        <li>{t('page.sources.se')}</li>
        <li>{t('page.sources.mlstm')}</li>
        <li>{t('page.sources.article')}</li>
        <li>{t('page.sources.mnist')}</li>
      </ul>
      <p className='soft'>
        {t('page.privacy')} <a href='./THIRD-PARTY-NOTICES.txt'>{t('page.notices')}</a>
      </p>
    </footer>
  )
}
