import type { NoteText } from '../text/notes.ts'
import type { FlipFacts } from './noteFacts.ts'

/** What each hidden unit adds to the change of the selected channel's logit. */
export function FlipTable({ flip, text: { t, number } }: { flip: FlipFacts; text: NoteText }) {
  return (
    <table className='note-table'>
      <caption className='visually-hidden'>{t('note.flip.table')}</caption>
      <thead>
        <tr>
          <th scope='col'>{t('note.flip.unit')}</th>
          <th scope='col'>{t('note.flip.weight')}</th>
          <th scope='col'>{t('note.flip.here')}</th>
          <th scope='col'>{t('note.flip.there')}</th>
          <th scope='col'>{t('note.flip.change')}</th>
        </tr>
      </thead>
      <tbody>
        {flip.terms.map(({ unit, weight, here, there, change }) => (
          <tr key={unit}>
            <th scope='row'>{unit}</th>
            <td>{number.value(weight)}</td>
            <td>{number.value(here)}</td>
            <td>{number.value(there)}</td>
            <td>{number.signed(change)}</td>
          </tr>
        ))}
        <tr className='sum'>
          <th scope='row' colSpan={4}>
            {t('note.flip.sum')}
          </th>
          <td>{number.signed(flip.to - flip.from)}</td>
        </tr>
      </tbody>
    </table>
  )
}
