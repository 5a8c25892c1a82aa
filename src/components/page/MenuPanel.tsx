import { useEffect, useState } from 'react'
import { site } from '../../model/state/selection.ts'
import { liveRun, shownNetwork, trainingChoices } from '../../model/state/shownRun.ts'
import { chooseTheme, toggleProjector } from '../../model/state/slices/ui.ts'
import { chooseBlock, chooseSite } from '../../model/state/store.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import type { Training } from '../training/controller/training.ts'
import { Transport } from '../training/controls/Transport.tsx'
import { ChooseLanguage, ChooseNet, GlossaryButton } from './ChooseNet.tsx'
import { queryOf } from './urlSync.ts'

/** Which block is on show, how the page looks, a link to it, and how the training goes on. */
export function MenuPanel({ pageLanguage, training }: { pageLanguage: 'en' | 'ko'; training: Training }) {
  const store = useAppStore()
  const { t } = useText()
  const snapshot = useApp((state) => state.snapshot)
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const theme = useApp((state) => state.theme)
  const projector = useApp((state) => state.projector)
  return (
    <>
      <div className='menu-choices'>
        <ChooseNet className='phone-only' named />
        <ChooseLanguage className='phone-only' />
        <GlossaryButton className='phone-only' />
        <label>
          <span>{t('header.se')}</span>
          <select
            value={snapshot}
            onChange={(event) => chooseBlock(store, event.currentTarget.value === 'plain' ? 'plain' : 'se')}
          >
            <option value='se'>{t('header.withSe')}</option>
            <option value='plain'>{t('header.withoutSe')}</option>
          </select>
        </label>
        {here === null ? null : (
          <label>
            <span>{t('header.site')}</span>
            <select value={here.id} onChange={(event) => chooseSite(store, event.currentTarget.value)}>
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
        )}
        <label>
          <span>{t('header.theme')}</span>
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
          className='projector'
          aria-pressed={projector}
          onClick={() => toggleProjector(store)}
        >
          {t('header.projector')}
        </button>
        <Share pageLanguage={pageLanguage} />
      </div>
      <TrainingControls training={training} />
    </>
  )
}

function TrainingControls({ training }: { training: Training }) {
  const engine = useApp((state) => state.engine)
  const choices = useApp(trainingChoices)
  const live = useApp(liveRun)
  return (
    <Transport
      phase={engine.phase}
      step={live?.step ?? 0}
      epoch={live?.epoch ?? 0}
      heldOutAccuracy={live?.heldOut.at(-1)?.accuracy ?? null}
      stepsPerSecond={live?.stepsPerSecond ?? 0}
      progress={engine.progress}
      backend={engine.backend}
      settings={choices}
      onSettings={(changes) => void training.choose(changes)}
      onAdvance={(unit) => void training.advance(unit)}
      onReset={() => void training.reset()}
      onNewStart={() => void training.newStart()}
    />
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
      <button type='button' onClick={share}>
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
