import { argmax } from '../../model/tensor.ts'
import { useText } from '../text/i18n.tsx'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import './output.css'

/**
 * What the network reads: probability by class with the gates on show, a tick where the gates stand at their
 * mean, the answer that the picture calls for underlined.
 */
export function Output(props: {
  probabilities: ArrayLike<number>
  /** With the gates at their mean over the training data; null where that mean is not known. */
  frozen: ArrayLike<number> | null
  label: number | null
}) {
  const { probabilities, frozen, label } = props
  const { t, number } = useText()
  const covered = useCover()('reading')
  const className = useClassName()
  const classes = Array.from({ length: probabilities.length }, (_, i) => i)
  const best = argmax(probabilities)
  // Three letters, or one that is as wide as two.
  const hasWords = classes.some((c) => /[^ -~]|.../.test(className(c)))
  return (
    <figure className={`output${hasWords ? ' words' : ''}`} aria-label={t('output.label')}>
      <figcaption>{t('output.label')}</figcaption>
      <ol
        className='output-bars'
        start={0}
        // More scroll (output.css), and must be reached with keys.
        tabIndex={hasWords && classes.length > 6 ? 0 : undefined}
      >
        {classes.map((c) => (
          <li key={c} className={c === best && !covered ? 'best' : undefined}>
            <span className={c === label && !covered ? 'class wanted' : 'class'}>{className(c)}</span>
            <span className='track'>
              {covered ? null : (
                <span className='fill' style={{ '--share': probabilities[c] ?? 0 } as React.CSSProperties} />
              )}
              {frozen === null || covered ? null : (
                <span className='tick' style={{ '--share': frozen[c] ?? 0 } as React.CSSProperties} />
              )}
            </span>
            <span className='visually-hidden'>{covered ? '?' : number.percent1(probabilities[c] ?? 0)}</span>
          </li>
        ))}
      </ol>
      <p className='output-legend soft'>{frozen === null ? t('output.legendOwn') : t('output.legend')}</p>
    </figure>
  )
}
