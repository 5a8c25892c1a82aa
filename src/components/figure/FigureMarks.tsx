import { coveredRows } from '../../model/state/cover.ts'
import { openRows } from '../../model/state/openRows.ts'
import { otherPicture, picture } from '../../model/state/shownSamples.ts'
import { gateNumbersFrom } from '../../viz/loom/measures.ts'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import type { FigureData } from './figureData.ts'
import { flippedGates } from './loomParts.tsx'

/** What the marks of the figure mean: of those that are in it now. */
export function FigureMarks({ data }: { data: FigureData }) {
  const { t } = useText()
  const { heights } = useApp(openRows)
  const cover = useApp(coveredRows)
  const step = useApp((state) => state.step)
  const net = useApp((state) => state.net)
  const bar = useApp((state) => otherPicture(state)?.bar ?? null)
  const own = useApp((state) => picture(state)?.bar ?? null)
  const { block, other, U } = data
  const hasOther = block !== null && other !== null
  const ink = bar === null ? '' : `bar-ink-${bar}`
  // A low row has no room for marks.
  const isFlipped =
    hasOther &&
    (heights.s ?? 0) >= gateNumbersFrom &&
    !cover.includes('s') &&
    flippedGates(block.s.data, other.s.data).size > 0
  const matrix = heights.w1 !== undefined ? 'w1' : heights.w2 !== undefined ? 'w2' : null
  const multiplied = (matrix === 'w1' && step === 'mix') || (matrix === 'w2' && step === 'gate')
  const marks: { readonly sign: string; readonly meaning: string; readonly className?: string }[] = [
    ...(hasOther
      ? [
          {
            sign: '—',
            meaning: t(bar === null ? 'marks.other' : `marks.other${bar === 0 ? 0 : 1}`),
            className: ink,
          },
        ]
      : []),
    ...(hasOther && step === 'result' && own !== null
      ? [{ sign: '—', meaning: t(`marks.rowB${own}`), className: `bar-ink-${own} row-b` }]
      : []),
    ...(isFlipped ? [{ sign: '↕', meaning: t('marks.flip') }] : []),
    ...(matrix === null || block === null
      ? []
      : [{ sign: '■ □', meaning: t(multiplied ? 'marks.products' : 'marks.weights') }]),
    ...(heights.hidden !== undefined && hasOther && !cover.includes('hidden')
      ? [{ sign: 'h | h', meaning: t('marks.units') }]
      : []),
    ...(heights.U !== undefined && net !== 'series' && U.data.some((value) => value < 0)
      ? [{ sign: '', meaning: t('marks.below'), className: 'hatched' }]
      : []),
  ]
  return marks.length === 0 ? null : (
    <ul className='figure-marks soft' aria-label={t('marks.title')}>
      {marks.map(({ sign, meaning, className }) => (
        <li key={meaning}>
          <span className={className}>{sign}</span> {meaning}
        </li>
      ))}
    </ul>
  )
}
