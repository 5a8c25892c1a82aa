/** The facts of the lesson as the placeholders of its messages, printed in the page's language. Pure. */
import type { TextTools, Values } from '../text/i18n.tsx'
import { shortened } from '../text/shortened.ts'
import type { BlockFacts, LessonFacts } from './lessonFacts.ts'
import type { ResultFacts } from './resultFacts.ts'

/** Characters of a class's name: sentences of the lesson have their lines. */
const mostOfName = 24

const yes = (holds: boolean | undefined) => (holds === true ? 'yes' : 'no')

/** What a network without SE has of a block; no message about it is shown. */
const noBlock: BlockFacts = {
  z: 0,
  zMove: 0,
  sMove: 0,
  othersDecide: false,
  flips: 0,
  apart: 0,
  onlyFirst: 0,
  onlySecond: 0,
  above: 0,
  below: 0,
  sum: 0,
  largest: 0,
  negative: 0,
  overOne: 0,
  atZero: 0,
  atEnds: 0,
  ownLargest: 0,
}

export interface ValueTools extends Pick<TextTools, 't' | 'number'> {
  /** How a class is called: a digit, or what the series' data name it. */
  readonly className: (index: number) => string
}

/**
 * @param bias whether the block on show adds biases
 * @param result null: the study is not here, or not of the network on show
 */
export function lessonValues(
  facts: LessonFacts,
  bias: boolean,
  result: ResultFacts | null,
  { t, number, className }: ValueTools,
): Values {
  const { window, own, lent } = facts
  const block = facts.block ?? noBlock
  return {
    channels: facts.channels,
    reduced: facts.reduced,
    places: number.integer(facts.places),
    inputs: facts.inputs,
    channel: facts.channel,
    width: window.width,
    height: window.height,
    cut: yes(window.cut),
    bar: window.bar,
    cells: number.integer(window.cells),
    gated: yes(window.gated),
    bias: yes(bias),
    signed: yes(facts.signed),
    magnitude: number.value(facts.magnitude),
    z: number.value(block.z),
    zMove: number.value(block.zMove),
    sMove: number.gate(block.sMove),
    others: yes(block.othersDecide),
    flips: block.flips,
    apart: number.gate(block.apart),
    sided: yes(block.onlyFirst + block.onlySecond > 0),
    first: block.onlyFirst,
    second: block.onlySecond,
    above: block.above,
    below: block.below,
    sum: number.short(block.sum),
    largest: number.gate(block.largest),
    before: number.gate(block.ownLargest),
    negative: block.negative,
    over: block.overOne,
    shut: block.atZero,
    ends: block.atEnds,
    turns: yes(facts.turns),
    lends: yes(lent !== null && lent.class !== own.class),
    own: shortened(className(own.class), mostOfName),
    lent: lent === null ? '' : shortened(className(lent.class), mostOfName),
    other: facts.otherBar === null ? '' : t(facts.otherBar === 0 ? 'ink.name0' : 'ink.name1'),
    ...resultValues(result, number),
  }
}

function resultValues(result: ResultFacts | null, number: TextTools['number']): Values {
  const percent = (share: number | null | undefined) => (share == null ? '–' : number.percent1(share))
  // One sentence over the figure has no room for tenths; they stand in the table.
  const round = (share: number | null | undefined) => (share == null ? '–' : number.percent(share))
  const longer = result?.longer
  return {
    seeds: result?.seeds ?? '–',
    steps: result === null ? '–' : number.integer(result.steps),
    pictures: result === null ? '–' : number.integer(result.pictures),
    right: percent(result?.right),
    plain: percent(result?.plain),
    frozen: percent(result?.frozen),
    ones: percent(result?.ones),
    rightRound: round(result?.right),
    plainRound: round(result?.plain),
    frozenRound: round(result?.frozen),
    controlSeeds: result?.controlSeeds ?? 0,
    longer: yes(longer != null && result?.deeper != null && result.perBar != null),
    longerSteps: longer == null ? '–' : number.integer(longer.steps),
    seLonger: percent(longer?.withSe),
    plainLonger: percent(longer?.withoutSe),
    deeper: percent(result?.deeper),
    perBar: percent(result?.perBar),
    oneBit: yes(result?.oneBit),
  }
}
