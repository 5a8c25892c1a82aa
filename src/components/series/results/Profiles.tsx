import { memo, useCallback, useMemo } from 'react'
import { gateProfiles } from '../../../model/lab/seriesResults.ts'
import { pinned, site as siteOnShow } from '../../../model/state/selection.ts'
import type { LoadedProblem } from '../../../model/state/series.ts'
import { GateProfiles } from '../../../viz/series/GateProfiles.tsx'
import { useApp } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { DataTable } from '../../training/charts/DataTable.tsx'
import { className } from '../data/names.ts'
import { useWidth } from '../useWidth.ts'
import './results.css'

/** Below this, means of gates are told apart by nothing but the choice of series. */
const flatDifference = 0.05
/** The figure's left rail, where there is room for it; else names stand above their rows. */
const [rail, railFrom] = [160, 560]

/** Mean gates of one SE site by class, or by cue where the data have one. */
export const Profiles = memo(function Profiles(props: {
  /** Of the site, from 1. */
  number: number
  site: string
  /** s of every test series, [n · c] */
  gates: Float32Array
  loaded: LoadedProblem
}) {
  const { number: place, site, gates, loaded } = props
  const { t, number } = useText()
  const { problem } = loaded
  const selected = useApp((state) =>
    siteOnShow(state)?.id === site ? (pinned(state)?.index.c ?? null) : null,
  )
  const [width, frame] = useWidth()
  const profiles = useMemo(
    () => gateProfiles(site, gates, problem.test, problem.groups),
    [site, gates, problem],
  )
  const byCue = problem.groups !== problem.classes.length
  const groups = useMemo(
    () =>
      profiles.byGroup.map((means, group) => ({
        name: byCue
          ? t('series.results.cue', { signal: t(group === 0 ? 'series.variable.a' : 'series.variable.b') })
          : className(loaded, group, t),
        gates: means,
      })),
    [profiles, byCue, loaded, t],
  )
  const channels = profiles.byGroup[0]?.length ?? 0
  const columns = useMemo(() => {
    const left = width < railFrom ? 0 : rail
    const pitch = (width - left) / Math.max(1, channels)
    return { from: 0, to: channels, pitch, x: (channel: number) => left + (channel + 0.5) * pitch }
  }, [width, channels])
  const rows = useCallback(
    () =>
      groups.map(({ name, gates: means }) => () => [
        name,
        ...Array.from(means, (gate) => (Number.isNaN(gate) ? '–' : number.gate(gate))),
      ]),
    [groups, number],
  )
  const { difference, channel } = profiles.spread
  const title = t(byCue ? 'series.results.profilesCue' : 'series.results.profiles', { number: place })
  return (
    <section className='series-profiles'>
      <h3>{title}</h3>
      <p>
        {t('series.results.profilesWhat', { difference: number.gate(difference), channel })}{' '}
        {selected === null ? null : t('series.results.profilesPinned', { channel: selected })}{' '}
        {difference < flatDifference ? t('series.results.flat') : null}
      </p>
      <div ref={frame} className='series-drawing'>
        <GateProfiles
          label={title}
          groups={groups}
          spreadName={t('series.results.spread')}
          columns={columns}
          width={width}
          selected={selected}
        />
      </div>
      <DataTable
        caption={title}
        columns={[
          t(byCue ? 'step.result.bar' : 'series.branches.class'),
          ...Array.from({ length: channels }, (_, c) => String(c)),
        ]}
        rows={rows}
      />
    </section>
  )
})
