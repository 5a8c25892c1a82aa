import { memo, useCallback, useMemo } from 'react'
import { type ConfusionMatrix, classScores } from '../../../model/lab/confusion.ts'
import { Confusion } from '../../../viz/series/Confusion.tsx'
import { useText } from '../../text/i18n.tsx'
import { useWidth } from '../useWidth.ts'
import './results.css'

export interface Cell {
  readonly truth: number
  readonly predicted: number
}

/** What is read as what, with the scores of each class; the chosen cell names its series. */
export const ConfusionGrid = memo(function ConfusionGrid(props: {
  matrix: ConfusionMatrix
  classes: readonly string[]
  selected: Cell
  onSelect: (cell: Cell) => void
}) {
  const { matrix, classes, selected, onSelect } = props
  const { t, number } = useText()
  const [width, frame] = useWidth()
  const count = classes.length
  const scores = useMemo(() => {
    const share = (value: number) => (Number.isNaN(value) ? '–' : number.percent(value))
    const all = classScores(matrix, count)
    return {
      sums: all.map((one) => number.integer(one.count)),
      recalls: all.map(({ recall }) => share(recall)),
      precisions: all.map(({ precision }) => share(precision)),
    }
  }, [matrix, count, number])
  const words = useMemo(
    () => ({
      truth: `${t('series.results.truth')} ↓`,
      prediction: `${t('series.results.predicted')} →`,
      sum: t('series.results.sum'),
      recall: t('series.results.recall'),
      precision: t('series.results.precision'),
    }),
    [t],
  )
  const cellLabel = useCallback(
    (truth: number, prediction: number) =>
      t('series.results.cell', {
        count: number.integer(matrix[truth * count + prediction] ?? 0),
        truth: classes[truth] ?? '',
        predicted: classes[prediction] ?? '',
      }),
    [matrix, classes, count, t, number],
  )
  return (
    <div ref={frame} className='series-drawing'>
      <Confusion
        label={t('series.results.confusion')}
        matrix={matrix}
        classes={classes}
        width={width}
        words={words}
        {...scores}
        formatCount={number.integer}
        cellLabel={cellLabel}
        selected={{ truth: selected.truth, prediction: selected.predicted }}
        onSelect={(truth, predicted) => onSelect({ truth, predicted })}
      />
    </div>
  )
})
