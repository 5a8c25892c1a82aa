import { useEffect, useState } from 'react'
import { type DataIssue, dataIssueOf } from '../../../model/data/errors.ts'
import { sampleSeriesFile } from '../../../model/data/series/readers/client.ts'
import type { CsvOptions } from '../../../model/data/series/readers/csv/csvOptions.ts'
import type { CsvSample } from '../../../model/data/series/readers/csv/csvSample.ts'
import { SeriesChart } from '../../../viz/series/SeriesChart.tsx'
import { extents } from '../../../viz/series/series.ts'
import { useText } from '../../text/i18n.tsx'
import { noteWords, readerWords } from '../../text/readerWords.ts'

/** Longer than between two choices that follow each other. */
const waitMs = 300

type Found =
  | { readonly sample: CsvSample; readonly issue: null }
  | { readonly sample: null; readonly issue: DataIssue }

/** The first series of each class as the table would be read: a wrong choice is seen. */
export function CsvCurves({ file, options }: { file: File; options: CsvOptions }) {
  const text = useText()
  const { t, number } = text
  const found = useSample(file, options)
  if (found === null) return null
  if (found.sample === null) return <p role='status'>{readerWords(found.issue, text)}</p>
  const { set, count, series } = found.sample
  const { channels, channelNames, classes } = set
  return (
    <figure className='csv-curves'>
      <figcaption>
        {t('series.csv.found', {
          count: number.integer(count),
          length: number.integer(set.length),
          channels: number.integer(channels),
          classes: number.integer(classes.length),
        })}{' '}
        {(set.notes ?? []).map((note) => noteWords(note, text)).join(' ')}
      </figcaption>
      <ul>
        {series.map(({ data, length, label }) => {
          const name = label === null ? t('series.csv.noClass') : (classes[label] ?? '')
          const variables = extents(data, channels).map((domain, c) => ({
            name: channelNames[c] ?? '',
            domain,
            scale: '',
          }))
          return (
            <li key={name}>
              <SeriesChart
                label={t('series.csv.curves', { name, channels, length })}
                data={data}
                shape={[length, channels]}
                variables={variables}
                width={160}
                height={80}
                mode='thumbnail'
                padFrom={length}
                window={null}
              />
              <span>{name}</span>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}

/** null until it is there. What was found last stays while the next is looked for. */
function useSample(file: File, options: CsvOptions): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    const mine = new AbortController()
    const timer = setTimeout(() => {
      sampleSeriesFile(file, options, mine.signal).then(
        (sample) => {
          if (!mine.signal.aborted) setFound({ sample, issue: null })
        },
        (error: unknown) => {
          if (!mine.signal.aborted) setFound({ sample: null, issue: dataIssueOf(error) })
        },
      )
    }, waitMs)
    return () => {
      clearTimeout(timer)
      mine.abort()
    }
  }, [file, options])
  return found
}
