import { otherPicture, picture, pinned, shownNetwork, site } from '../../model/state/selectors.ts'
import { SampleImage } from '../pictures/SampleImage.tsx'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { cellWindow } from './cellWindow.ts'
import { Patches } from './Patches.tsx'

/** The picture in its two versions, the window of one cell, and the swap. */
export function WhyPanel() {
  const { t } = useText()
  const a = useApp(picture)
  const b = useApp(otherPicture)
  const here = useApp(site)
  const shown = useApp(shownNetwork)
  const at = useApp(pinned)
  if (a === null || here === null || shown === null || at === null) return null
  const window = cellWindow(shown.plan, here.u, at.index, a.input)
  const touchesBar = window.x < 4
  const inks = a.bar !== null
  return (
    <div className='why'>
      <div className='why-pictures'>
        <figure>
          <SampleImage sample={a} size={140} outline={window} />
          <figcaption>A{inks ? ` · ${t(a.bar === 0 ? 'ink.bar0' : 'ink.bar1')}` : ''}</figcaption>
        </figure>
        {b === null ? null : (
          <figure>
            <SampleImage sample={b} size={140} outline={window} />
            <figcaption>B{inks ? ` · ${t(b.bar === 0 ? 'ink.bar0' : 'ink.bar1')}` : ''}</figcaption>
          </figure>
        )}
        <p className='soft'>
          {t('step.why.window', {
            h: at.index.h,
            w: at.index.w,
            width: window.inside.width,
            height: window.inside.height,
            bar: inks ? (touchesBar ? 'yes' : 'no') : '',
            gated: window.gated ? 'yes' : 'no',
          })}
        </p>
      </div>
      <Patches />
    </div>
  )
}
