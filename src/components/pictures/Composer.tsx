import { useId, useMemo } from 'react'
import type { Ink } from '../../model/state/sampleCode.ts'
import { useText } from '../text/i18n.tsx'
import {
  type Composition,
  classOf,
  type DigitChoice,
  type DigitsByClass,
  exampleOf,
  inOneInk,
  otherHand,
  type Slot,
} from './composition.ts'
import { InkPicture } from './InkPicture.tsx'
import './pictures.css'

export interface ComposerProps {
  readonly digits: DigitsByClass
  readonly value: Composition
  readonly onChange: (value: Composition) => void
}

/** Two digits and the ink of the bar: the reader's own picture. */
export function Composer({ digits, value, onChange }: ComposerProps) {
  const { t } = useText()
  const classes = { first: classOf(digits, value.first), second: classOf(digits, value.second) }
  const read = value.bar === 0 ? classes.first : classes.second
  const same = classes.first !== null && classes.first === classes.second
  return (
    <fieldset className='composer' aria-label={t('composer.title')}>
      {(['first', 'second'] as const).map((slot) => (
        <DigitSlot key={slot} slot={slot} digits={digits} value={value} onChange={onChange} />
      ))}
      <BarInk value={value} onChange={onChange} />
      {read === null ? null : (
        <p role='status'>{t(same ? 'composer.same' : 'composer.reads', { digit: read })}</p>
      )}
    </fieldset>
  )
}

function DigitSlot({ slot, digits, value, onChange }: ComposerProps & { slot: Slot }) {
  const { t } = useText()
  const name = useId()
  const shown = value[slot]
  const chosen = classOf(digits, shown)
  const title = t(slot === 'first' ? 'composer.first' : 'composer.second')
  return (
    <fieldset className='picker'>
      <legend>{title}</legend>
      <div className='thumbs'>
        {digits.map((_, digit) => {
          const example = exampleOf(digits, digit, shown)
          return example === null ? null : (
            <DigitRadio
              // biome-ignore lint/suspicious/noArrayIndexKey: the position is the class of the digit
              key={digit}
              name={name}
              digit={digit}
              example={example}
              ink={slot === 'first' ? 0 : 1}
              checked={chosen === digit}
              onChoose={() => onChange({ ...value, [slot]: example.index })}
            />
          )
        })}
        <button
          type='button'
          aria-label={t('composer.otherHand.of', { what: title })}
          onClick={() => onChange({ ...value, [slot]: otherHand(digits, shown) })}
        >
          {t('composer.otherHand')}
        </button>
      </div>
    </fieldset>
  )
}

interface DigitRadioProps {
  readonly name: string
  readonly digit: number
  readonly example: DigitChoice
  readonly ink: Ink
  readonly checked: boolean
  readonly onChoose: () => void
}

function DigitRadio({ name, digit, example, ink, checked, onChoose }: DigitRadioProps) {
  const { t } = useText()
  const picture = useMemo(
    () => ({ shape: [28, 28, 2] as const, data: inOneInk(example.pixels, ink) }),
    [example, ink],
  )
  return (
    <label className='thumb'>
      <input type='radio' name={name} value={digit} checked={checked} onChange={onChoose} />
      <InkPicture picture={picture} size={40} alt={t('composer.digit', { digit })} />
    </label>
  )
}

function BarInk({ value, onChange }: Pick<ComposerProps, 'value' | 'onChange'>) {
  const { t } = useText()
  const name = useId()
  return (
    <fieldset className='picker'>
      <legend>{t('composer.bar')}</legend>
      <div className='picker-row'>
        {([0, 1] as const).map((bar) => (
          <label key={bar} className='ink-choice'>
            <input
              type='radio'
              name={name}
              value={bar}
              checked={value.bar === bar}
              onChange={() => onChange({ ...value, bar })}
            />
            <span className={`swatch swatch-${bar}`} />
            {t(`picture.ink.${bar}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
