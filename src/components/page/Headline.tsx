import { otherPicture, picture, pinned, shownNetwork, site, view } from '../../model/state/selectors.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useCover } from '../useCover.ts'
import { swapSample } from './swapSample.ts'

/** What the pair of pictures shows in one sentence of real values, and the one button to try it. */
export function Headline() {
  const store = useAppStore()
  const { t, number } = useText()
  const step = useApp((state) => state.step)
  const here = useApp(site)
  const traces = useApp(view)
  const at = useApp(pinned)
  const a = useApp(picture)
  const b = useApp(otherPicture)
  const untrained = useApp((state) => shownNetwork(state)?.origin === 'untrained')
  const covered = useCover()
  if (step !== 'why' || here === null || traces === null || at === null || a === null || b === null)
    return null
  const own = traces.own.sites[here.id]?.block?.s.data[at.index.c]
  const other = traces.other?.sites[here.id]?.block?.s.data[at.index.c]
  // Random gates are nothing to boast of.
  if (own === undefined || other === undefined || untrained) return null
  const keeps = (gate: number) => (covered('s') ? '?' : number.percent(gate))
  const values = { channel: at.index.c, keepsA: keeps(own), keepsB: keeps(other) }
  return (
    <section className='headline'>
      <p data-testid='headline'>
        {a.bar === null
          ? t('headline.digits', values)
          : t('headline.inks', {
              ...values,
              a: t(a.bar === 0 ? 'ink.name0' : 'ink.name1'),
              b: t(a.bar === 0 ? 'ink.name1' : 'ink.name0'),
            })}
      </p>
      <button type='button' className='primary' onClick={() => swapSample(store)}>
        {t(a.bar === null ? 'step.why.other' : 'step.why.swap')}
      </button>
    </section>
  )
}
