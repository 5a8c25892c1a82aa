import { exampleTable } from '../../../model/data/series/exampleTable.ts'
import { useText } from '../../text/i18n.tsx'

/** Beginnings of files, as they are written: the words in them are not the page's. */
const layouts = [
  ['ts', '@problemName Moves\n@classLabel true rest walk\n@data\n0.1,0.4,…:9.8,9.7,…:walk'],
  ['long', 'series,time,x,y,class\n1,0,0.1,9.8,walk\n1,1,0.4,9.7,walk\n2,0,0.0,9.8,rest'],
  ['wide', 'class,x_0,x_1,…,y_0,y_1,…\nwalk,0.1,0.4,…,9.8,9.7,…\nrest,0.0,0.1,…,9.8,9.8,…'],
  ['windows', 'time,x,y,activity\n0.00,0.1,9.8,walk\n0.02,0.4,9.7,walk\n…\n9.80,0.0,9.8,rest'],
  ['melted', 'series,time,variable,value\n1,0,x,0.1\n1,0,y,9.8\n1,1,x,0.4'],
  ['folder', 'walk/01.csv\nwalk/02.csv\nrest/01.csv\nrest/02.csv'],
  ['labels', 'X_train.csv   y_train.csv\n0.1,0.4,…     walk\n0.0,0.1,…     rest'],
] as const

/** What files may look like, and one to try it with: before anything is opened. */
export function Layouts({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useText()
  const example = () => new File([exampleTable()], 'example.csv', { type: 'text/csv' })
  return (
    <section className='layouts' aria-label={t('series.layouts.title')}>
      <h3>{t('series.layouts.title')}</h3>
      <ul>
        {layouts.map(([key, text]) => (
          <li key={key}>
            <p>{t(`series.layouts.${key}`)}</p>
            <pre translate='no'>{text}</pre>
          </li>
        ))}
      </ul>
      <p className='soft'>{t('series.layouts.also')}</p>
      <p className='buttons'>
        <button type='button' onClick={() => onFiles([example()])}>
          {t('series.layouts.open')}
        </button>
        <button type='button' className='plain' onClick={() => save(example())}>
          {t('series.layouts.save')}
        </button>
      </p>
    </section>
  )
}

function save(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  // A browser that has begun to save it does not need the address any more.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
