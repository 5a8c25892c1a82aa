import { useEffect } from 'react'
import { forwardNetwork } from '../../model/networks/forward.ts'
import type { Snapshot, Study } from '../../model/networks/snapshotTypes.ts'
import {
  isStoredSeries,
  otherPicture,
  picture,
  pinned,
  shownNetwork,
  site,
  snapshotOf,
  storedName,
  view,
} from '../../model/state/selectors.ts'
import { shownSnapshot } from '../../model/state/shown.ts'
import type { AppState } from '../../model/state/store.ts'
import { atEverySite } from '../../model/state/view.ts'
import { argmax } from '../../model/argmax.ts'
import { ensureSnapshot, ensureStudies } from '../page/files.ts'
import { useApp, useAppStore } from '../store.tsx'
import { type TextKey, useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import { PicturePair } from './PicturePair.tsx'

/** The stored run without SE of the same problem and design; null while it is on its way, or if there is none. */
function plainSnapshot(state: AppState): Snapshot | null {
  if (state.net === 'series' && !isStoredSeries(state)) return null
  return state.snapshots[`${storedName(state)}-plain`] ?? null
}

/** Two pictures side by side, then three comparisons, each for this picture and over many, never merged into one number. */
export function ResultPanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const stored = useApp(storedName)
  const study = useApp((state) =>
    snapshotOf(state) === null && state.net === 'series' ? undefined : state.studies[storedName(state)],
  )
  const plain = useApp(plainSnapshot)
  const here = useApp(site)
  const shown = useApp(shownNetwork)
  const traces = useApp(view)
  const a = useApp(picture)
  const b = useApp(otherPicture)
  const covered = useCover()
  const className = useClassName()
  useEffect(() => {
    void ensureStudies(store)
    void ensureSnapshot(store, `${stored}-plain`)
  }, [store, stored])
  if (here === null || traces === null || shown === null || a === null) return null
  const withoutSe = plain === null ? null : forwardNetwork(shownSnapshot(plain).plan, plain.weights, a.input)
  const reads = (probabilities: Float32Array | undefined) => {
    if (covered('reading')) return '?'
    if (probabilities === undefined) return '–'
    const best = argmax(probabilities)
    return t('step.result.plainAnswer', {
      prediction: className(best),
      probability: number.percent(probabilities[best] ?? 0),
    })
  }
  // A network without the block has no gates to hold or to change.
  const withGates = (source: 'mean' | 'ones' | 'transplant') =>
    reads(!shown.config.squeezeExcite ? undefined : atEverySite(shown, a, b, source)?.probabilities.data)
  const over = (pick: (study: Study) => readonly number[]) =>
    study === undefined ? '–' : spreadText(pick(study), t, number.percent1)
  return (
    <div className='result'>
      <PicturePair />
      <table>
        <thead>
          <tr>
            <td />
            <th scope='col'>{t('step.result.thisPicture')}</th>
            <th scope='col'>{t(a.bar !== null ? 'step.result.share' : 'step.result.shareDigits')}</th>
          </tr>
        </thead>
        <tbody>
          <Row
            name='step.result.own'
            here={reads(traces.own.probabilities.data)}
            share={over((s) => s.ownGates)}
          />
          <Row
            name='step.result.frozen'
            what='step.result.frozenWhat'
            here={withGates('mean')}
            share={over((s) => s.frozenGates)}
          />
          <Row
            name='step.result.ones'
            what='step.result.onesWhat'
            here={withGates('ones')}
            share={over((s) => s.gatesAtOne)}
          />
          <Row
            name='step.result.plain'
            what='step.result.plainWhat'
            here={reads(withoutSe?.probabilities.data)}
            share={over((s) => s.withoutSe)}
          />
          {a.bar !== null ? (
            <Row
              name='step.result.transplanted'
              what='step.result.transplantedWhat'
              here={withGates('transplant')}
              share={over((s) => s.transplanted)}
            />
          ) : null}
        </tbody>
      </table>
      <p className='soft'>
        {study === undefined
          ? t('step.result.noStudy')
          : t('step.result.study', {
              seeds: study.seeds.length,
              steps: number.integer(study.steps),
              batch: study.batchSize,
              pictures: number.integer(study.pictures),
            })}
      </p>
      <details>
        <summary>{t('try.more')}</summary>
        <GroupGates />
      </details>
    </div>
  )
}

function Row(props: { name: TextKey; what?: TextKey; here: string; share: string }) {
  const { t } = useText()
  return (
    <tr>
      <th scope='row'>
        {t(props.name)}
        {props.what === undefined ? null : (
          <span className='what soft'>
            <Rich text={t(props.what)} />
          </span>
        )}
      </th>
      <td>{props.here}</td>
      <td>{props.share}</td>
    </tr>
  )
}

function spreadText(
  values: readonly number[],
  t: ReturnType<typeof useText>['t'],
  format: (x: number) => string,
): string {
  if (values.length === 0) return '–'
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return t('step.result.of', {
    mean: format(mean),
    least: format(Math.min(...values)),
    most: format(Math.max(...values)),
  })
}

/** Class-conditional gates of the selected channel: mean by group, as bars. */
function GroupGates() {
  const { t, number } = useText()
  const byBar = useApp((state) => picture(state)?.bar != null)
  const className = useClassName()
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const at = useApp(pinned)
  const groups = shown?.population.find((one) => one.site === here?.id)?.meanGateByGroup
  if (groups === undefined || at === null) return <p className='soft'>–</p>
  return (
    <figure className='groups'>
      <figcaption>
        {t('step.result.group')}, {t(byBar ? 'step.result.groupInks' : 'step.result.groupDigits')}.{' '}
        {t('step.result.groupSelected', { channel: at.index.c })}
      </figcaption>
      <ul>
        {groups.map((gates, group) => {
          const name = byBar ? t(group === 0 ? 'ink.bar0' : 'ink.bar1') : className(group)
          const gate = gates[at.index.c] ?? 0
          return (
            <li key={name}>
              <span>{name}</span>
              <span className='track'>
                <span className='fill' style={{ '--share': gate } as React.CSSProperties} />
              </span>
              <span>{number.gate(gate)}</span>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
