import { useId } from 'react'
import { useText } from '../text/i18n.tsx'
import { InkPicture, type PictureData } from './InkPicture.tsx'
import './pictures.css'

export interface SampleThumb {
  /** Position among the held-out pictures, from 0. */
  readonly index: number
  /** True digit. */
  readonly label: number
  readonly picture: PictureData
}

export interface SamplePickerProps {
  /** A few pictures to choose from directly. */
  readonly thumbs: readonly SampleThumb[]
  /** Held-out picture on show; null: one that the reader made. */
  readonly selected: { readonly index: number; readonly label: number } | null
  /** Number of held-out pictures. */
  readonly total: number
  readonly onSelect: (index: number) => void
  readonly onPrevious: () => void
  readonly onNext: () => void
  readonly onRandom: () => void
}

/** Thumbnails as one radio group (arrow keys go along it), and a way to any other held-out picture. */
export function SamplePicker({ thumbs, selected, total, ...on }: SamplePickerProps) {
  const { t, number } = useText()
  const name = useId()
  return (
    <fieldset className='picker'>
      <legend>{t('samples.title')}</legend>
      <div className='thumbs'>
        {thumbs.map(({ index, label, picture }) => (
          <label key={index} className='thumb'>
            <input
              type='radio'
              name={name}
              value={index}
              checked={selected?.index === index}
              onChange={() => on.onSelect(index)}
            />
            <InkPicture picture={picture} size={48} alt={t('samples.thumb', { index, label })} />
          </label>
        ))}
      </div>
      <div className='picker-row'>
        <button type='button' onClick={() => on.onPrevious()}>
          <span aria-hidden='true'>←</span> {t('samples.previous')}
        </button>
        <button type='button' onClick={() => on.onNext()}>
          {t('samples.next')} <span aria-hidden='true'>→</span>
        </button>
        <button type='button' onClick={() => on.onRandom()}>
          {t('samples.random')}
        </button>
        {selected === null ? null : (
          <p>
            {t('samples.position', {
              index: number.integer(selected.index),
              total: number.integer(total),
            })}
            {' · '}
            {t('samples.label', { label: selected.label })}
          </p>
        )}
      </div>
    </fieldset>
  )
}
