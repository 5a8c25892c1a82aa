import { useEffect, useState } from 'react'
import { fields } from '../../model/state/fields.ts'
import { picture, sampleSpec, shownNetwork, site } from '../../model/state/selectors.ts'
import { chooseLanguage, chooseTheme, toggleProjector } from '../../model/state/slices/ui.ts'
import { chooseBlock, chooseNet, chooseSite } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { queryOf } from './urlSync.ts'

/** What is on show, and the page's own settings. */
export function Header({ pageLanguage }: { pageLanguage: 'en' | 'ko' }) {
  const store = useAppStore()
  const { t } = useText()
  const net = useApp((state) => state.net)
  const snapshot = useApp((state) => state.snapshot)
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const wanted = useApp(sampleSpec)
  const a = useApp(picture)
  // A series that does not exist is not on its way: the one on show is named.
  const sample = net === 'series' && a !== null ? a.spec : wanted
  const lang = useApp((state) => state.lang)
  const theme = useApp((state) => state.theme)
  const projector = useApp((state) => state.projector)
  return (
    <header className='page-header'>
      <h1>SE Explainer</h1>
      <div className='header-what'>
        <label>
          <span className='visually-hidden'>{t('header.net')}</span>
          <select
            value={net}
            onChange={(event) => chooseNet(store, fields.net.parse(event.currentTarget.value) ?? 'inks')}
          >
            <option value='inks'>{t('net.inks')}</option>
            <option value='digits'>{t('net.digits')}</option>
            <option value='series'>{t('net.series')}</option>
          </select>
        </label>
        <label>
          <span className='visually-hidden'>{t('header.se')}</span>
          <select
            value={snapshot}
            onChange={(event) => chooseBlock(store, event.currentTarget.value === 'plain' ? 'plain' : 'se')}
          >
            <option value='se'>{t('header.withSe')}</option>
            <option value='plain'>{t('header.withoutSe')}</option>
          </select>
        </label>
        {here === null ? null : (
          <>
            <label>
              <span className='visually-hidden'>{t('header.site')}</span>
              <select
                value={here?.id ?? 'site1'}
                onChange={(event) => chooseSite(store, event.currentTarget.value)}
              >
                {(shown?.plan.sites ?? []).map((one, i) => (
                  <option key={one.id} value={one.id}>
                    {t('header.siteShort', {
                      number: i + 1,
                      shape: `${one.channels} × ${one.spatial.join('×')}`,
                    })}
                  </option>
                ))}
              </select>
            </label>
            <span className='soft header-sample'>
              {sample.kind === 'heldOut'
                ? t('header.sample', { index: sample.index })
                : t(sample.kind === 'drawn' ? 'header.drawn' : 'header.composed')}
              {a?.bar == null ? '' : ` · ${t(a.bar === 0 ? 'ink.bar0' : 'ink.bar1')}`}
            </span>
          </>
        )}
      </div>
      <div className='header-own'>
        <button
          type='button'
          className='plain'
          lang={lang === 'en' ? 'ko' : 'en'}
          onClick={() => chooseLanguage(store, lang === 'en' ? 'ko' : 'en')}
        >
          {lang === 'en' ? '한국어' : 'English'}
        </button>
        <label>
          <span className='visually-hidden'>{t('header.theme')}</span>
          <select
            value={theme}
            onChange={(event) => chooseTheme(store, event.currentTarget.value as typeof theme)}
          >
            <option value='system'>{t('theme.system')}</option>
            <option value='light'>{t('theme.light')}</option>
            <option value='dark'>{t('theme.dark')}</option>
          </select>
        </label>
        <button
          type='button'
          className='plain projector'
          aria-pressed={projector}
          onClick={() => toggleProjector(store)}
        >
          {t('header.projector')}
        </button>
        <Share pageLanguage={pageLanguage} />
      </div>
    </header>
  )
}

/** So long the page says that a link was copied. */
const copiedMs = 5000

function Share({ pageLanguage }: { pageLanguage: 'en' | 'ko' }) {
  const store = useAppStore()
  const { t } = useText()
  const [said, setSaid] = useState<{ readonly byHand: string | null } | null>(null)
  useEffect(() => {
    // What is to be copied by hand stays.
    if (said === null || said.byHand !== null) return
    const timer = setTimeout(() => setSaid(null), copiedMs)
    return () => clearTimeout(timer)
  }, [said])
  const share = async () => {
    const url = `${location.origin}${location.pathname}${queryOf(store.getState(), pageLanguage)}`
    try {
      await navigator.clipboard.writeText(url)
      setSaid({ byHand: null })
    } catch {
      setSaid({ byHand: url })
    }
  }
  return (
    <span className='share'>
      <button type='button' className='plain' onClick={share}>
        {t('share.button')}
      </button>
      <span role='status' className={said === null ? 'visually-hidden' : 'share-said'}>
        {said === null
          ? null
          : said.byHand === null
            ? t('share.copied')
            : t('share.byHand', { url: said.byHand })}
      </span>
    </span>
  )
}
