/** The facts of the notes as placeholders, printed in the page's language. Pure. */

import type { Values } from '../text/i18n.tsx'
import type { NoteText } from '../text/notes.ts'
import type { NoteFacts } from './noteFacts.ts'
import { resultFacts } from './resultFacts.ts'

const yes = (holds: boolean) => (holds ? 'yes' : 'no')

export function noteValues(facts: NoteFacts, { number }: Pick<NoteText, 'number'>): Values {
  const { lesson, cost, flip, unitsFollowBar: told } = facts
  const block = lesson.block
  return {
    channels: lesson.channels,
    reduced: lesson.reduced,
    channel: lesson.channel,
    r: number.short(facts.ratio),
    bias: yes(facts.bias),
    sites: facts.sites,
    first: block?.onlyFirst ?? 0,
    second: block?.onlySecond ?? 0,
    above: block?.above ?? 0,
    counted: yes(told !== null),
    told: told === null ? '–' : number.integer(told.pictures),
    total: told === null ? '–' : number.integer(told.of),
    others: yes(block?.othersDecide ?? false),
    weights: number.integer(cost.weights),
    biases: cost.biases,
    square: number.integer(cost.square),
    share: number.percent1((cost.weights + cost.biases) / cost.parameters),
    parameters: number.integer(cost.parameters),
    multiplyAdds: number.integer(cost.multiplyAdds),
    squeezeAdds: number.integer(cost.squeezeAdds),
    scaleMultiplications: number.integer(cost.scaleMultiplications),
    networkMultiplyAdds: number.integer(cost.networkMultiplyAdds),
    from: number.value(flip?.from ?? 0),
    to: number.value(flip?.to ?? 0),
    ownPart: number.signed(flip?.ownPart ?? 0),
    othersPart: number.signed(flip?.othersPart ?? 0),
    ...studyValues(facts, number),
  }
}

/** The two data sets side by side, by their means. */
function studyValues({ studies, inksControls, turned }: NoteFacts, number: NoteText['number']): Values {
  const inks = studies.inks === undefined ? null : resultFacts(studies.inks, inksControls)
  const digits = studies.digits === undefined ? null : resultFacts(studies.digits, null)
  const percent = (share: number | null | undefined) => (share == null ? '–' : number.percent1(share))
  const points = (more: number | null | undefined, less: number | null | undefined) =>
    more == null || less == null ? '–' : number.short(Math.round(1000 * (more - less)) / 10)
  const longer = inks?.longer
  return {
    digitsSe: percent(digits?.right),
    digitsPlain: percent(digits?.plain),
    inksSe: percent(inks?.right),
    inksPlain: percent(inks?.plain),
    longer: yes(longer != null && inks?.deeper != null),
    controls: yes(longer != null && inks?.deeper != null),
    steps: inks === null ? '–' : number.integer(inks.steps),
    longerSteps: longer == null ? '–' : number.integer(longer.steps),
    inksSeLonger: percent(longer?.withSe),
    inksPlainLonger: percent(longer?.withoutSe),
    inksDeeper: percent(inks?.deeper),
    gap: points(inks?.right, inks?.plain),
    gapLonger: points(longer?.withSe, longer?.withoutSe),
    gapDeeper: points(inks?.right, inks?.deeper),
    digitsSeeds: digits?.seeds ?? '–',
    digitsSteps: digits === null ? '–' : number.integer(digits.steps),
    inksSeeds: inks?.seeds ?? '–',
    inksSteps: inks === null ? '–' : number.integer(inks.steps),
    controlSeeds: inks?.controlSeeds ?? 0,
    turns: yes(turned !== null),
    turned: turned === null ? '–' : number.integer(turned.versions),
    turnedOf: turned === null ? '–' : number.integer(turned.of),
    pictures: inks === null ? '–' : number.integer(inks.pictures),
    batch: inks?.batch ?? '–',
  }
}
