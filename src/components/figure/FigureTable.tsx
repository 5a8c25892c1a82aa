import { useCallback } from 'react'
import { useText } from '../text/i18n.tsx'
import { DataTable } from '../training/charts/DataTable.tsx'
import { useCover } from '../useCover.ts'
import type { FigureData } from './figureData.ts'

/** The figure's numbers by channel, for whoever reads rather than looks. */
export function FigureTable({ data }: { data: FigureData }) {
  const { t, number } = useText()
  const block = data.block
  const covered = useCover()
  const rows = useCallback(
    () =>
      block === null
        ? []
        : Array.from({ length: data.site.channels }, (_, c) => () => [
            String(c),
            ...(['z', 'logits', 's'] as const).map((row) =>
              covered(row) ? '?' : number.value(block[row].data[c] ?? 0),
            ),
          ]),
    [block, data.site.channels, number, covered],
  )
  if (block === null) return null
  return (
    <DataTable
      caption={t('figure.data')}
      columns={[t('figure.channel'), 'z', t('rail.logits'), 's']}
      rows={rows}
    />
  )
}
