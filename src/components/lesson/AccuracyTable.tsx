import { useText } from '../text/i18n.tsx'
import type { NoteText } from '../text/notes.ts'
import type { NoteFacts } from './noteFacts.ts'
import { noteValues } from './noteValues.ts'
import { type ControlFacts, mean } from './resultFacts.ts'

interface Row {
  readonly name: string
  readonly digits: readonly number[]
  readonly inks: readonly number[]
}

/** Both data sets side by side, with what a network without SE reaches by more steps, weights or depth. */
export function AccuracyTable({ facts, text }: { facts: NoteFacts; text: NoteText }) {
  const page = useText()
  const { t, number } = text
  const { inks, digits } = facts.studies
  const { controls } = facts
  if (inks === undefined || digits === undefined) return null
  const worth: Row[] = [
    { name: t('use.table.seBare'), digits: digits.withSe, inks: inks.withSe },
    { name: t('use.table.plainBare'), digits: digits.withoutSe, inks: inks.withoutSe },
  ]
  const reliance: Row[] = [
    { name: t('use.table.frozen'), digits: digits.frozenGates, inks: inks.frozenGates },
    { name: t('use.table.ones'), digits: digits.gatesAtOne, inks: inks.gatesAtOne },
  ]
  if (controls !== null) {
    const rows = controlRows(controls, text)
    worth.push(...rows.worth)
    reliance.unshift(...rows.reliance)
  }
  const cell = (values: readonly number[]) =>
    values.length === 0
      ? '–'
      : t('use.table.cell', {
          mean: number.percent1(mean(values)),
          least: number.percent1(Math.min(...values)),
          most: number.percent1(Math.max(...values)),
        })
  const rows = (of: readonly Row[]) =>
    of.map(({ name, ...row }) => (
      <tr key={name}>
        <th scope='row'>{name}</th>
        <td>{cell(row.digits)}</td>
        <td>{cell(row.inks)}</td>
      </tr>
    ))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with keys */}
      <section className='scrolls' tabIndex={0} aria-label={t('use.table')}>
        <table className='note-table'>
          <thead>
            <tr>
              <th scope='col'>{t('use.table.what')}</th>
              <th scope='col'>{page.t('net.digits')}</th>
              <th scope='col'>{page.t('net.inks')}</th>
            </tr>
          </thead>
          <tbody>{rows(worth)}</tbody>
          <tbody className='reliance'>{rows(reliance)}</tbody>
        </table>
      </section>
      <p className='soft'>
        {t('use.table.caption', noteValues(facts, text))} {t('use.table.reliance')}
      </p>
    </>
  )
}

/** Rows that only two inks have. */
function controlRows({ wider, deeper, longer, perBar, frozenAt }: ControlFacts, { t, number }: NoteText) {
  const only = (name: string, inks: readonly number[] | undefined): Row[] =>
    inks === undefined || inks.length === 0 ? [] : [{ name, digits: [], inks }]
  const steps = number.integer(longer?.steps ?? 0)
  const weights = number.integer(wider?.weights ?? 0)
  const seWeights = number.integer(wider?.seWeights ?? 0)
  const deep = { stages: deeper?.stages ?? 0, weights: number.integer(deeper?.weights ?? 0) }
  return {
    worth: [
      ...only(t('use.table.wider', { weights, seWeights }), wider?.withoutSe),
      ...only(t('use.table.deeper', deep), deeper?.withoutSe),
      ...only(t('use.table.seLonger', { steps }), longer?.withSe),
      ...only(t('use.table.plainLonger', { steps }), longer?.withoutSe),
    ],
    reliance: [
      ...only(t('use.table.perBar'), perBar),
      ...frozenAt.flatMap(({ site, right }) =>
        only(t('use.table.frozenAt', { site: site.replace(/\D/g, '') }), right),
      ),
    ],
  }
}
