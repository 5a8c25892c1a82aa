import type { BlockChanges } from '../../../model/state/shown.ts'
import type { Translate } from '../../text/i18n.tsx'

/** "r = 8, gate: tanh": what differs, in words. The places are called as in the paper's Figure 5. */
export function blockWords({ ratio, squeeze, gate, place }: BlockChanges, t: Translate): string {
  const places = { standard: 'SE', pre: 'SE-PRE', post: 'SE-POST', identity: 'SE-Identity' } as const
  return [
    ...(ratio === undefined ? [] : [`r = ${ratio}`]),
    ...(squeeze === undefined ? [] : [t('block.squeeze', { name: t(`step.squeeze.${squeeze}`) })]),
    ...(gate === undefined ? [] : [t('block.gate', { name: t(`step.gate.${gate}`) })]),
    ...(place === undefined ? [] : [t('block.place', { name: places[place] })]),
  ].join(', ')
}
