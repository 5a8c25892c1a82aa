import { mostMoved } from '../../../model/lab/variables.ts'
import { pinned, site as siteOnShow } from '../../../model/state/selection.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { showChannel } from '../../../model/state/slices/view.ts'
import { chooseSite } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { Rich } from '../../text/Rich.tsx'
import { variableName } from '../data/names.ts'
import type { NetworkAblation } from './ablateVariables.ts'

const mostListed = 5

/** Which gates move when a variable is closed, by SE site; each leads to its channel in the figure. */
export function MovedGates(props: { ablation: NetworkAblation; loaded: LoadedProblem; variable: number }) {
  const { ablation, loaded, variable } = props
  const store = useAppStore()
  const { t, number } = useText()
  const here = useApp((state) => siteOnShow(state)?.id ?? null)
  const channelHere = useApp((state) => pinned(state)?.index.c ?? null)
  const name = variableName(loaded, variable, t)
  const show = (site: string, channel: number) => {
    if (site !== here) chooseSite(store, site)
    showChannel(store, channel)
    document.getElementById('figure')?.scrollIntoView({ block: 'start' })
  }
  return (
    <section className='series-profiles' aria-labelledby='series-moved-title' data-testid='moved-gates'>
      <h3 id='series-moved-title'>{t('series.useful.movesTitle', { variable: name })}</h3>
      {ablation.sites.length === 0 ? (
        <p>{t('series.useful.noGates')}</p>
      ) : (
        <>
          <p>
            <Rich text={t('series.useful.moves')} />
          </p>
          {ablation.sites.map((site, i) => {
            const moved = ablation.variables[variable]?.moved[i] ?? []
            const channels = mostMoved(moved, mostListed)
            return (
              <p key={site} className='moved-site'>
                <span>{t('series.useful.site', { number: i + 1 })}</span>
                {channels.length === 0 ? t('series.useful.still') : null}
                {channels.map((channel) => (
                  <button
                    key={channel}
                    type='button'
                    aria-pressed={site === here && channel === channelHere}
                    onClick={() => show(site, channel)}
                  >
                    {t('series.useful.channel', { channel, moved: number.gate(moved[channel] ?? 0) })}
                  </button>
                ))}
              </p>
            )
          })}
          <p>{t('series.useful.mixed')}</p>
        </>
      )}
    </section>
  )
}
