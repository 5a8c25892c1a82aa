import { dismissUrlProblem } from '../../model/state/slices/ui.ts'
import { uncover } from '../../model/state/slices/view.ts'
import { useSeriesParts } from '../seriesContext.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { pagePart } from '../useModule.ts'
import { ensureHeldOut, ensureSnapshot, ensureStudies } from './files.ts'

/** What went wrong or is not what it seems: links that were not understood, covered rows, files that did not come. */
export function Notices() {
  const store = useAppStore()
  const { t } = useText()
  const problems = useApp((state) => state.urlProblems)
  const cover = useApp((state) => state.cover)
  const missing = useApp((state) => state.missing)
  const parts = useSeriesParts()
  const retry = (name: string) => {
    if (name === pagePart) return location.reload()
    if (name === 'mnist-heldout') return ensureHeldOut(store)
    if (name === 'study') return ensureStudies(store)
    if (name === 'weather') return parts?.ensureProblem(store)
    return ensureSnapshot(store, name)
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
      {cover.length === 0 ? null : (
        <p className='notice' role='status'>
          {t('page.covered', { rows: cover.join(', ') })}{' '}
          <button type='button' onClick={() => uncover(store)}>
            {t('page.uncover')}
          </button>
        </p>
      )}
      {missing.map((name) => (
        <p key={name} className='notice' role='status'>
          {name === pagePart ? t('page.missingPart') : t('page.missing', { name })}{' '}
          <button type='button' onClick={() => void retry(name)}>
            {t(name === pagePart ? 'page.reload' : 'page.retry')}
          </button>
        </p>
      ))}
    </>
  )
}
