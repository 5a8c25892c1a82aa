import { useEffect } from 'react'
import { clearlyBetter, spreadOf } from '../../../model/lab/seeds.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import { chooseNetwork } from '../../../model/state/store.ts'
import { snapshotOf, storedName } from '../../../model/state/storedRun.ts'
import { ensureStudies } from '../../page/files.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'

/** Under the headline of the first step: how much the block does on these series, over the stored seeds. */
export function NeedForSeNotice() {
  const store = useAppStore()
  const { t, number } = useText()
  const isStored = useApp(
    (state) =>
      state.step === 'why' && snapshotOf(state) !== null && shownNetwork(state)?.origin === 'snapshot',
  )
  const study = useApp((state) => state.studies[storedName(state)])
  const data = useApp((state) => state.data)
  useEffect(() => {
    if (isStored) void ensureStudies(store)
  }, [store, isStored])
  if (!isStored) return null
  if (study === undefined) return <p className='series-matters soft'>…</p>
  const [withSe, withoutSe] = [spreadOf(study.withSe), spreadOf(study.withoutSe)]
  const needed = clearlyBetter(withSe, withoutSe) === 'with'
  return (
    <p className='series-matters'>
      {t(needed ? 'series.matters.much' : 'series.matters.little', {
        count: study.seeds.length,
        withSe: number.percent1(withSe.mean),
        withoutSe: number.percent1(withoutSe.mean),
        ones: number.percent1(spreadOf(study.gatesAtOne).mean),
        steps: number.integer(study.steps),
      })}{' '}
      {data === 'cued' ? null : (
        <button type='button' className='plain' onClick={() => chooseNetwork(store, { data: 'cued' })}>
          {t('series.matters.cued')}
        </button>
      )}
    </p>
  )
}
