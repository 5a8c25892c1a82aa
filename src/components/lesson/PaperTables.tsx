import type { NoteText } from '../text/notes.ts'
import { ablations, gains } from './paperNumbers.ts'

/** The paper's own measurements; none of them was made here. */
export function PaperTables({ text: { t, number } }: { text: NoteText }) {
  const change = (from: number, to: number, print: (x: number) => string) => `${print(from)} → ${print(to)}`
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with keys */}
      <section className='scrolls' tabIndex={0} aria-label={t('source.paper.gains')}>
        <table className='note-table'>
          <caption>{t('source.paper.gains')}</caption>
          <thead>
            <tr>
              <th scope='col'>{t('source.paper.network')}</th>
              <th scope='col'>{t('source.paper.top1')}</th>
              <th scope='col'>{t('source.paper.top5')}</th>
              <th scope='col'>{t('source.paper.cost')}</th>
            </tr>
          </thead>
          <tbody>
            {gains.map(({ network, plain, se }) => (
              <tr key={network}>
                <th scope='row'>{network}</th>
                <td>{change(plain[0], se[0], number.gate)}</td>
                <td>{change(plain[1], se[1], number.gate)}</td>
                <td>{change(plain[2], se[2], number.full)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with keys */}
      <section className='scrolls' tabIndex={0} aria-label={t('source.paper.ablation')}>
        <table className='note-table'>
          <caption>{t('source.paper.ablation')}</caption>
          <thead>
            <tr>
              <th scope='col'>{t('source.paper.network')}</th>
              <th scope='col'>{t('source.paper.top1')}</th>
              <th scope='col'>{t('source.paper.top5')}</th>
            </tr>
          </thead>
          <tbody>
            {ablations.map(({ table, name, values, top1, top5 }) => (
              <tr key={`${table} ${name} ${values?.r ?? values?.stage ?? ''}`}>
                <th scope='row'>{t(name, values)}</th>
                <td>{number.gate(top1)}</td>
                <td>{number.gate(top5)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
