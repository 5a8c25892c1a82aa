import { pinned, site } from '../../model/state/selection.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { picture } from '../../model/state/shownSamples.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import { PicturePair } from './PicturePair.tsx'
import { type Comparison, useComparisons } from './useComparisons.ts'

/** Two pictures side by side, then the comparisons with what each of them shows. */
export function ResultPanel() {
  const { t, number } = useText()
  const found = useComparisons()
  const stored = useApp((state) => shownNetwork(state)?.origin === 'snapshot')
  if (found === null) return null
  const { rows, study, hasBar } = found
  return (
    <div className='result'>
      <PicturePair />
      <table>
        <thead>
          <tr>
            <td />
            <th scope='col'>{t('step.result.thisPicture')}</th>
            <th scope='col'>{t(hasBar ? 'step.result.share' : 'step.result.shareDigits')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </tbody>
      </table>
      <p className='soft'>
        {study === null
          ? t(stored ? 'step.result.noStudy' : 'step.result.ownStudy')
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

function Row({ row: { name, what, here, share } }: { row: Comparison }) {
  const { t } = useText()
  return (
    <tr>
      <th scope='row'>
        {t(name)}
        {what === null ? null : (
          <span className='what soft'>
            <Rich text={t(what)} />
          </span>
        )}
      </th>
      <td>{here.whole}</td>
      <td>{share === null ? '–' : t('step.result.of', { ...share })}</td>
    </tr>
  )
}

/** Class-conditional gates of the selected channel: mean by group, as bars. */
function GroupGates() {
  const { t, number } = useText()
  const byBar = useApp((state) => picture(state)?.bar != null)
  const className = useClassName()
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const at = useApp(pinned)
  const covered = useCover()
  const groups = shown?.population.find((one) => one.site === here?.id)?.meanGateByGroup
  // Means of one bar's gates tell that bar's gate.
  if (groups === undefined || at === null || covered('s')) return <p className='soft'>–</p>
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
