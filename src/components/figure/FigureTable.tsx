import { useCallback } from 'react'
import { useText } from '../text/i18n.tsx'
import { DataTable } from '../train/DataTable.tsx'
import type { FigureData } from './figureData.ts'

/** The figure's numbers by channel, for whoever reads rather than looks. */
export function FigureTable({ data }: { data: FigureData }) {
  const { t, number } = useText()
  const block = data.block
  const rows = useCallback(
    () =>
      block === null
        ? []
        : Array.from({ length: data.site.channels }, (_, c) => () => [
            String(c),
            number.value(block.z.data[c] ?? 0),
            number.value(block.logits.data[c] ?? 0),
            number.value(block.s.data[c] ?? 0),
          ]),
    [block, data.site.channels, number],
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
