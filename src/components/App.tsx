import { type ReactNode, useEffect } from 'react'
import { isReaders, type Language } from '../model/state/fields.ts'
import { shownNetwork } from '../model/state/shownRun.ts'
import { picture } from '../model/state/shownSamples.ts'
import type { AppStore } from '../model/state/store.ts'
import { snapshotOf } from '../model/state/storedRun.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { FirstView } from './figure/firstView.ts'
import { GlossaryHost } from './lesson/GlossaryHost.tsx'
import { messagesPart } from './missingParts.ts'
import { Footer } from './page/Footer.tsx'
import { Header } from './page/Header.tsx'
import { LessonScreen } from './page/LessonScreen.tsx'
import { Notices } from './page/Notices.tsx'
import { StepBar } from './page/StepBar.tsx'
import { applyUrl, followState } from './page/urlSync.ts'
import { useBelow } from './page/useBelow.ts'
import { useDocument, useNoAccident } from './page/useDocument.ts'
import { useFirstShown } from './page/useFirstShown.ts'
import { useStepKeys } from './page/useStepKeys.ts'
import { useSeriesParts } from './seriesContext.ts'
import { SeriesPartsProvider } from './seriesParts.tsx'
import { StoreProvider, useApp, useAppStore } from './store.tsx'
import { type Catalog, LanguageProvider, useText } from './text/i18n.tsx'
import { useMessages } from './text/useMessages.ts'
import { LiveSlot } from './training/charts/LiveSlot.tsx'
import type { Training } from './training/controller/training.ts'
import { useRestUnseen } from './training/controller/useRestUnseen.ts'
import './styles/theme.css'
import './styles/page.css'
import './styles/print.css'

export interface AppProps {
  readonly store: AppStore
  readonly training: Training
  /** Language of the page as it was served, and its messages; the other language is fetched. */
  readonly pageLanguage: Language
  readonly catalog: Catalog
  /** Whether these are all messages, or those of the first view. */
  readonly isWhole: boolean
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

function Translated({ pageLanguage, catalog, isWhole, loadCatalog, training, firstView }: AppProps) {
  const store = useAppStore()
  const messages = useMessages({ lang: pageLanguage, catalog, isWhole }, loadCatalog)
  useEffect(() => {
    applyUrl(store)
    return followState(store, pageLanguage)
  }, [store, pageLanguage])
  useEffect(() => {
    document.documentElement.lang = messages.lang
  }, [messages.lang])
  return (
    <LanguageProvider {...messages}>
      <Guarded training={training}>
        <SeriesPartsProvider>
          <GlossaryHost>
            <Page pageLanguage={pageLanguage} training={training} firstView={firstView} />
          </GlossaryHost>
        </SeriesPartsProvider>
      </Guarded>
    </LanguageProvider>
  )
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
  useStepKeys()
  const net = useApp((state) => state.net)
  const parts = useSeriesParts()
  const below = useBelow()
  const isReady = useApp((state) =>
    state.net === 'series'
      ? parts !== null && shownNetwork(state) !== null && picture(state) !== null
      : snapshotOf(state) !== null,
  )
  // Series that the reader has still to bring: nothing to step through yet.
  const brings = useApp(({ problem, data }) => problem === null && isReaders(data))
  const isEmpty = net === 'series' && brings
  // Without its own messages the lesson would speak of pictures.
  const lacksText = useApp((state) => state.net === 'series' && state.missing.includes(messagesPart))
  useFirstShown(isReady || (isEmpty && parts !== null))
  const shownParts = net === 'series' ? parts : null
  // What stands directly below the lesson is on its way: nothing else takes its place meanwhile.
  const comes = isReady && below === null
  return (
    <>
      <a className='skip visually-hidden' href='#figure'>
        {t('page.skip')}
      </a>
      <Header pageLanguage={pageLanguage} training={training} />
      <main>
        {isEmpty ? null : <StepBar training={training} />}
        <Notices />
        {shownParts && <shownParts.SeriesTop training={training} />}
        {isReady ? (
          <LessonScreen firstView={firstView} training={training} below={below} />
        ) : shownParts ? (
          <shownParts.SeriesWaiting />
        ) : (
          <p className='loading' role='status'>
            …
          </p>
        )}
        {/* Without series there is nothing to train. */}
        {below && (isReady || net !== 'series') ? <below.LiveDock training={training} /> : null}
        {shownParts && !comes ? <shownParts.NeedForSeNotice /> : null}
        {below === null || isEmpty || lacksText ? null : <below.StepPanel />}
        {below && isReady ? <below.Notes /> : null}
        <LiveSlot part='panels' />
        {comes || (net !== 'series' && below === null) ? (
          <div className='room-below' />
        ) : net === 'series' ? (
          shownParts && <shownParts.SeriesArea training={training} />
        ) : (
          below && (
            <>
              <below.SampleTools />
              <below.NetworkMap />
            </>
          )
        )}
        <noscript>
          <p className='notice'>{t('page.noscript')}</p>
        </noscript>
      </main>
      <Footer />
    </>
  )
}
