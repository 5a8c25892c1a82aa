import { type ReactNode, useEffect, useState } from 'react'
import { isReaders, type Language } from '../model/state/fields.ts'
import { picture, shownNetwork, snapshotOf } from '../model/state/selectors.ts'
import { chooseLanguage } from '../model/state/slices/ui.ts'
import type { AppStore } from '../model/state/store.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FigureArea } from './figure/FigureArea.tsx'
import type { FirstView } from './figure/firstView.ts'
import { Footer } from './page/Footer.tsx'
import { Header } from './page/Header.tsx'
import { Headline } from './page/Headline.tsx'
import { NetworkMap } from './page/NetworkMap.tsx'
import { Notices } from './page/Notices.tsx'
import { SampleTools } from './page/SampleTools.tsx'
import { StepBar } from './page/StepBar.tsx'
import { applyUrl, followState } from './page/urlSync.ts'
import { useDocument, useNoAccident } from './page/useDocument.ts'
import { useFirstShown } from './page/useFirstShown.ts'
import { useSeriesParts } from './seriesContext.ts'
import { SeriesPartsProvider } from './seriesParts.tsx'
import { StepPanel } from './steps/StepPanel.tsx'
import { useLessonValues } from './steps/useLessonValues.ts'
import { StoreProvider, useApp, useAppStore } from './store.tsx'
import { loadSeriesCatalog } from './text/catalogs.ts'
import { type Catalog, LanguageProvider, useText } from './text/i18n.tsx'
import { LiveSlot } from './training/charts/LiveSlot.tsx'
import type { Training } from './training/controller/training.ts'
import { useRestUnseen } from './training/controller/useRestUnseen.ts'
import { LiveDock } from './training/controls/LiveDock.tsx'
import { sayMissing } from './useModule.ts'
import './styles/theme.css'
import './styles/page.css'

export interface AppProps {
  readonly store: AppStore
  readonly training: Training
  /** Language of the page as it was served, and its messages; the other language is fetched. */
  readonly pageLanguage: Language
  readonly catalog: Catalog
  readonly loadCatalog: (lang: Language) => Promise<Catalog>
  /** What of the figure is in the page already. */
  readonly firstView: FirstView
  /** Called once the page answers and the address has been read. */
  readonly onMounted?: () => void
}

export function App(props: AppProps) {
  const { onMounted } = props
  // Effects of the outermost component come last.
  useEffect(() => onMounted?.(), [onMounted])
  return (
    <StoreProvider store={props.store}>
      <Translated {...props} />
    </StoreProvider>
  )
}

function Translated({ pageLanguage, catalog, loadCatalog, training, firstView }: AppProps) {
  const store = useAppStore()
  const wanted = useApp((state) => state.lang)
  const [messages, setMessages] = useState({ lang: pageLanguage, catalog })
  const ofSeries = useSeriesMessages(messages.lang)
  useEffect(() => {
    applyUrl(store)
    return followState(store, pageLanguage)
  }, [store, pageLanguage])
  useEffect(() => {
    if (wanted === messages.lang) return
    let current = true
    loadCatalog(wanted).then(
      (loaded) => {
        if (current) setMessages({ lang: wanted, catalog: loaded })
      },
      () => chooseLanguage(store, messages.lang),
    )
    return () => {
      current = false
    }
  }, [store, wanted, messages.lang, loadCatalog])
  useEffect(() => {
    document.documentElement.lang = messages.lang
  }, [messages.lang])
  return (
    <LanguageProvider lang={messages.lang} catalog={messages.catalog} series={ofSeries}>
      <Guarded training={training}>
        <SeriesPartsProvider>
          <Page pageLanguage={pageLanguage} training={training} firstView={firstView} />
        </SeriesPartsProvider>
      </Guarded>
    </LanguageProvider>
  )
}

/** The messages of the series network, while it is on show. */
function useSeriesMessages(lang: Language): Catalog | null {
  const wanted = useApp((state) => state.net === 'series')
  const [loaded, setLoaded] = useState<{ readonly lang: Language; readonly catalog: Catalog } | null>(null)
  const here = loaded?.lang === lang ? loaded.catalog : null
  const store = useAppStore()
  useEffect(() => {
    if (!wanted || here !== null) return
    let current = true
    loadSeriesCatalog(lang).then(
      (catalog) => {
        if (current) setLoaded({ lang, catalog })
      },
      () => sayMissing(store, true),
    )
    return () => {
      current = false
    }
  }, [store, wanted, here, lang])
  return wanted ? here : null
}

/** A page that cannot be drawn trains no longer unseen; the run is kept for the next one. */
function Guarded({ training, children }: { training: Training; children: ReactNode }) {
  const { t } = useText()
  const rest = () => {
    void training.pause()
    training.keep()
  }
  return (
    <ErrorBoundary message={t('page.drawingFailed')} reload={t('page.reload')} onError={rest}>
      {children}
    </ErrorBoundary>
  )
}

function Page({
  pageLanguage,
  training,
  firstView,
}: Pick<AppProps, 'pageLanguage' | 'training' | 'firstView'>) {
  const { t } = useText()
  useDocument()
  useRestUnseen(training)
  useNoAccident()
  const net = useApp((state) => state.net)
  const parts = useSeriesParts()
  const isReady = useApp((state) =>
    state.net === 'series'
      ? parts !== null && shownNetwork(state) !== null && picture(state) !== null
      : snapshotOf(state) !== null,
  )
  const values = useLessonValues()
  // Series that the reader has still to bring: nothing to step through yet.
  const brings = useApp(({ problem, data }) => problem === null && isReaders(data))
  const isEmpty = net === 'series' && brings
  useFirstShown(isReady || (isEmpty && parts !== null))
  const shownParts = net === 'series' ? parts : null
  return (
    <>
      <a className='skip visually-hidden' href='#figure'>
        {t('page.skip')}
      </a>
      <Header pageLanguage={pageLanguage} />
      <main>
        {isEmpty ? null : <StepBar />}
        <Notices />
        {shownParts && <shownParts.SeriesTop training={training} />}
        {isReady ? (
          <FigureArea firstView={firstView} />
        ) : shownParts ? (
          <shownParts.SeriesWaiting />
        ) : (
          <p className='loading' role='status'>
            …
          </p>
        )}
        {/* Without series there is nothing to train. */}
        {isReady || net !== 'series' ? <LiveDock training={training} /> : null}
        <LiveSlot part='times' />
        <Headline />
        {shownParts && <shownParts.NeedForSeNotice />}
        {isEmpty ? null : <StepPanel values={values} />}
        <LiveSlot part='charts' />
        {net !== 'series' ? (
          <>
            <SampleTools />
            <NetworkMap />
          </>
        ) : (
          shownParts && <shownParts.SeriesArea training={training} />
        )}
        <noscript>
          <p className='notice'>{t('page.noscript')}</p>
        </noscript>
      </main>
      <Footer />
    </>
  )
}
