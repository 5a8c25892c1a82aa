import { useEffect, useRef, useState } from 'react'
import { idleBlock } from '../../model/state/blockChanges.ts'
import { noteDropped, noteMissing } from '../../model/state/slices/data.ts'
import { chooseLanguage, dismissUrlProblem } from '../../model/state/slices/ui.ts'
import { uncover } from '../../model/state/slices/view.ts'
import { rowSymbols } from '../../model/state/steps.ts'
import { openDropped } from '../../model/state/store.ts'
import { context2d } from '../../viz/context2d.ts'
import { isCode, languageOf, messagesPart } from '../missingParts.ts'
import { useSeriesParts } from '../seriesContext.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useModule } from '../useModule.ts'
import { ensureHeldOut, ensureSnapshot, ensureStudies } from './files.ts'

/** What went wrong or is not what it seems: links that were not understood, covered rows, files that did not come. */
export function Notices() {
  const store = useAppStore()
  const { t } = useText()
  const problems = useApp((state) => state.urlProblems)
  const cover = useApp((state) => state.cover)
  const missing = useApp((state) => state.missing)
  const parts = useSeriesParts()
  const files = missing.filter((name) => !isCode(name))
  const retry = (name: string) => {
    const lang = languageOf(name)
    if (lang !== null || name === messagesPart) noteMissing(store, name, false)
    if (lang !== null) return chooseLanguage(store, lang)
    if (name === messagesPart) return
    if (name === 'mnist-heldout') return ensureHeldOut(store)
    if (name === 'study') return ensureStudies(store)
    if (name === 'weather') return parts?.ensureProblem(store)
    return ensureSnapshot(store, name)
  }
  const said = (name: string) => {
    const lang = languageOf(name)
    if (lang !== null) return t('page.missingLanguage', { language: t(`page.language.${lang}`) })
    return name === messagesPart ? t('page.missingMessages') : t('page.missing', { name })
  }
  return (
    <>
      {problems.map(({ name, value }) => (
        <p key={name} className='notice' role='status'>
          {t('page.problem', { name, value })}{' '}
          <button type='button' className='plain' onClick={() => dismissUrlProblem(store, name)}>
            {t('page.dismiss')}
          </button>
        </p>
      ))}
      <Idle />
      <Blank />
      <Dropped />
      {cover.length === 0 ? null : (
        <p className='notice cover-notice' role='status'>
          {t('page.covered', {
            rows: cover
              .map((row) =>
                row === 'reading' ? t('page.covered.reading') : row === 'X' ? row : rowSymbols[row],
              )
              .join(', '),
          })}{' '}
          <button type='button' onClick={() => uncover(store)}>
            {t('page.uncover')}
          </button>
        </p>
      )}
      {files.length === missing.length ? null : (
        <p className='notice' role='status'>
          {t('page.missingPart')}{' '}
          <button type='button' onClick={() => location.reload()}>
            {t('page.reload')}
          </button>
        </p>
      )}
      {files.map((name) => (
        <p key={name} className='notice' role='status'>
          {said(name)}{' '}
          <button type='button' onClick={() => void retry(name)}>
            {t('page.retry')}
          </button>
        </p>
      ))}
    </>
  )
}

const loadIdle = () => import('./IdleBlock.tsx')

/** Seldom to be said, and of a link alone. */
function Idle() {
  const wanted = useApp((state) => idleBlock(state) !== null)
  const loaded = useModule(loadIdle, wanted)
  return wanted && loaded ? <loaded.IdleBlock /> : null
}

const loadNoCanvas = () => import('./NoCanvas.tsx')

/** Of a browser that lets nothing be painted. */
function Blank() {
  const [isBlank, setBlank] = useState(false)
  useEffect(() => setBlank(context2d(document.createElement('canvas')) === null), [])
  const loaded = useModule(loadNoCanvas, isBlank)
  return isBlank && loaded ? <loaded.NoCanvas /> : null
}

/** Files that were let fall among pictures. */
function Dropped() {
  const store = useAppStore()
  const { t } = useText()
  const dropped = useApp((state) => (state.net === 'series' ? null : state.dropped))
  const place = useRef<HTMLParagraphElement>(null)
  // They may have been let fall far from here.
  useEffect(() => {
    if (dropped !== null) place.current?.scrollIntoView({ block: 'nearest' })
  }, [dropped])
  if (dropped === null) return null
  return (
    <p className='notice' role='status' ref={place}>
      {t('page.dropped', { count: dropped.length, name: dropped[0]?.name ?? '' })}{' '}
      <button type='button' onClick={() => openDropped(store)}>
        {t('page.dropped.open')}
      </button>{' '}
      <button type='button' className='plain' onClick={() => noteDropped(store, null)}>
        {t('page.dismiss')}
      </button>
    </p>
  )
}
