/** Which words, and which formula, stand at a step: by what is on show and what the reader has changed. Pure. */
import type { GateName, SqueezeOp } from '../../model/block/options.ts'
import type { NetId } from '../../model/networks/config.ts'
import type { Site } from '../../model/networks/planTypes.ts'
import type { Edits } from '../../model/state/edits.ts'
import type { Picture } from '../../model/state/pictures.ts'
import type { ShownNetwork } from '../../model/state/shown.ts'
import type { StepId } from '../../model/state/steps.ts'
import type { FormulaId } from '../formulas.ts'
import type { TextKey } from '../text/i18n.tsx'

/** The steps, and what stands in their place while the network trains. */
export type LessonId = StepId | 'training'

/** What the words depend on besides the step and the interventions. */
export interface Situation {
  /** Pictures with a bar, plain digits, series with a cue, all other series. */
  readonly story: 'inks' | 'digits' | 'cued' | 'series'
  /** Whether the stored run is on show, so that what was measured of it may be said; else nothing is claimed. */
  readonly stored: boolean
  /** Whether the study over several seeds is here (`ResultFacts`). */
  readonly studied: boolean
  readonly withSe: boolean
  /** Whether the block has biases (without interventions). */
  readonly bias: boolean
  /** What the block squeezes with and makes gates with (without interventions). */
  readonly squeeze: SqueezeOp
  readonly gate: GateName
  /** Series network: whether it has its LSTM. */
  readonly lstm: boolean
}

export function situationOf(
  shown: ShownNetwork,
  site: Site,
  net: NetId,
  picture: Picture,
  studied: boolean,
): Situation {
  const { config, origin } = shown
  const hasBar = picture.bar !== null
  return {
    story: net === 'series' ? (hasBar ? 'cued' : 'series') : hasBar ? 'inks' : 'digits',
    stored: origin === 'snapshot',
    studied,
    withSe: config.squeezeExcite,
    bias: site.useBias,
    squeeze: site.squeeze,
    gate: site.gate,
    lstm: 'lstm' in config && config.lstm,
  }
}

export interface LessonKeys {
  readonly lead: TextKey
  /** Label of the one button; where what it does is done, of taking it back. */
  readonly try: TextKey
  /** Whether the button now takes something back. */
  readonly takesBack: boolean
  readonly text: TextKey
  readonly question: TextKey
  readonly answer: TextKey
  readonly formula: FormulaId | null
}

const changedGates = {
  softmax: ['lead.gate.softmax', 'text.gate.softmax'],
  tanh: ['lead.gate.tanh', 'text.gate.tanh'],
  relu: ['lead.gate.relu', 'text.gate.relu'],
  hardSigmoid: ['lead.gate.hardSigmoid', 'text.gate.hardSigmoid'],
  sigmoid: ['lead.gate', 'text.gate'],
} as const satisfies Record<GateName, readonly [TextKey, TextKey]>

const gateFormulas: Readonly<Record<Exclude<GateName, 'sigmoid'>, FormulaId>> = {
  tanh: 'gateTanh',
  relu: 'gateRelu',
  hardSigmoid: 'gateHardSigmoid',
  softmax: 'gateSoftmax',
}

const isSeries = ({ story }: Situation) => story === 'cued' || story === 'series'

/**
 * Series have the same keys: their catalogue has messages that end in `.series` in place of those of pictures
 * (text/i18n.tsx). Messages take their numbers from `lessonValues`.
 */
export function lessonKeys(id: LessonId, situation: Situation, changes: Edits): LessonKeys {
  const { withSe, lstm } = situation
  // Texts speak of what is computed, whoever wanted it so.
  const edits = {
    ...changes,
    squeeze: changes.squeeze ?? situation.squeeze,
    gate: changes.gate ?? situation.gate,
  }
  const formula = lessonFormula(id, situation, edits)
  const rest = { ...questionKeys(id, situation), formula }
  // What enters the block, what the study says and what training does can be told without one.
  if (!withSe && id !== 'transform' && id !== 'result' && id !== 'training') {
    const text = !isSeries(situation) ? 'text.plain' : lstm ? 'text.plain.lstmFcn' : 'text.plain.fcn'
    return { ...rest, lead: 'lead.plain', text, try: 'try.withSe', takesBack: false }
  }
  const told = toldKeys(id, situation, edits)
  const keys = { ...rest, ...told, ...tryKeys(id, situation, changes) }
  return withSe || id !== 'result' ? keys : { ...keys, try: 'try.withSe', takesBack: false }
}

function toldKeys(
  id: LessonId,
  { story, stored, studied, withSe }: Situation,
  edits: Edits,
): Pick<LessonKeys, 'lead' | 'text'> {
  const one = story === 'inks' || story === 'cued' ? 'bar' : 'single'
  switch (id) {
    case 'why':
      return { lead: stored ? `lead.why.${one}.stored` : `lead.why.${one}`, text: `text.why.${one}` }
    case 'transform':
      return { lead: 'lead.transform', text: 'text.transform' }
    case 'squeeze':
      if (edits.squeeze === 'max') return { lead: 'lead.squeeze.max', text: 'text.squeeze.max' }
      return {
        lead: edits.permutation === null ? 'lead.squeeze' : 'lead.squeeze.shuffled',
        text: 'text.squeeze',
      }
    case 'mix': {
      const lead = one === 'bar' ? 'lead.mix.bar' : 'lead.mix'
      if (edits.dropRelu) return { lead: 'lead.mix.noRelu', text: 'text.mix.noRelu' }
      if (edits.dropBias) return { lead, text: 'text.mix.noBias' }
      return { lead, text: one === 'bar' ? 'text.mix.bar' : 'text.mix' }
    }
    case 'gate': {
      const [lead, text] = changedGates[edits.gate ?? 'sigmoid']
      return { lead, text }
    }
    case 'scale':
      return { lead: `lead.scale.${one}`, text: 'text.scale' }
    case 'result':
      return stored && studied
        ? { lead: `lead.result.${one}.stored`, text: `text.result.${one}.stored` }
        : { lead: 'lead.result', text: 'text.result' }
    case 'training':
      return withSe
        ? { lead: `lead.training.${one}`, text: 'text.training' }
        : { lead: 'lead.training.plain', text: 'text.training.plain' }
  }
}

function tryKeys(
  id: LessonId,
  { story, gate }: Situation,
  edits: Edits,
): Pick<LessonKeys, 'try' | 'takesBack'> {
  const one = story === 'inks' || story === 'cued' ? 'bar' : 'single'
  const either = (done: boolean, back: TextKey, label: TextKey) => ({
    try: done ? back : label,
    takesBack: done,
  })
  switch (id) {
    case 'why':
    case 'training':
      return either(false, 'back.lend', `try.swap.${one}`)
    case 'transform':
      return either(false, 'back.lend', 'try.window')
    case 'squeeze':
      return edits.squeeze === 'max'
        ? either(true, 'back.mean', 'try.shuffle')
        : either(edits.permutation !== null, 'back.shuffle', 'try.shuffle')
    case 'mix':
      return either(edits.dropRelu || edits.dropBias, 'back.mix', `try.swap.${one}`)
    case 'gate':
      return gate === 'sigmoid'
        ? either(edits.gate !== null && edits.gate !== gate, 'back.sigmoid', 'try.softmax')
        : either(
            edits.gate !== null && edits.gate !== gate,
            'back.mix',
            gate === 'softmax' ? 'try.sigmoid' : 'try.softmax',
          )
    case 'scale':
      return either(
        edits.source !== 'own' || Object.keys(edits.gates).length > 0,
        'back.lend',
        `try.lend.${one}`,
      )
    case 'result':
      return either(false, 'back.lend', 'try.hold')
  }
}

function questionKeys(id: LessonId, { story, withSe }: Situation): Pick<LessonKeys, 'question' | 'answer'> {
  if (id === 'transform') {
    return { question: 'ask.transform', answer: withSe ? 'answer.transform' : 'answer.transform.plain' }
  }
  if (id !== 'why') return { question: `ask.${id}`, answer: `answer.${id}` }
  const one = story === 'inks' || story === 'cued' ? 'bar' : 'single'
  return { question: `ask.why.${one}`, answer: withSe ? 'answer.why' : 'answer.why.plain' }
}

/** The formula of what is computed, the reader's changes included; null where a step has none. */
function lessonFormula(id: LessonId, situation: Situation, edits: Edits): FormulaId | null {
  const { withSe } = situation
  const bias = situation.bias && !edits.dropBias
  const series = isSeries(situation)
  if (!withSe && id !== 'transform') return null
  switch (id) {
    case 'why':
    case 'result':
    case 'training':
      return null
    case 'transform':
      return series ? 'transformNormSeries' : 'transformNorm'
    case 'squeeze':
      if (edits.squeeze === 'max') return series ? 'squeezeMaxSeries' : 'squeezeMax'
      return series ? 'squeezeSeries' : 'squeeze'
    case 'mix':
      if (edits.dropRelu) return bias ? 'mixLinearBias' : 'mixLinear'
      return bias ? 'mixBias' : 'mix'
    case 'gate':
      if (edits.gate !== null && edits.gate !== 'sigmoid') return gateFormulas[edits.gate]
      return bias ? 'gateBias' : 'gate'
    case 'scale':
      return 'scale'
  }
}
