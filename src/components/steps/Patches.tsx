import { useMemo, useState } from 'react'
import type { FeaturedSample, Snapshot } from '../../model/networks/snapshotTypes.ts'
import { pictureOf } from '../../model/state/pictures.ts'
import { isFeaturedChannel, site } from '../../model/state/selection.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import type { AppState } from '../../model/state/store.ts'
import { ensureHeldOut } from '../page/files.ts'
import { InkPicture, type PictureData } from '../pictures/InkPicture.tsx'
import { pictureData } from '../pictures/shownPicture.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { cellWindow } from './cellWindow.ts'

/** Of pictures, and of the channel that the stored run is told by. */
export function hasPatches(state: AppState): boolean {
  return state.net !== 'series' && isFeaturedChannel(state)
}

/** What the featuredSample is called: the three held-out patches that excite it most, not a word. */
export function Patches() {
  const store = useAppStore()
  const { t } = useText()
  const featured = useApp(hasPatches)
  const snapshot = useApp((state) => state.snapshots[`${state.net}-se`])
  const [open, setOpen] = useState(false)
  if (!featured || !snapshot?.featuredSample) return null
  return (
    <details
      className='patches'
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
        if (event.currentTarget.open) void ensureHeldOut(store)
      }}
    >
      <summary>{t('step.why.patches', { channel: snapshot.featuredSample.channel })}</summary>
      {open ? <PatchRow snapshot={snapshot} featured={snapshot.featuredSample} /> : null}
    </details>
  )
}

function PatchRow({ snapshot, featured }: { snapshot: Snapshot; featured: FeaturedSample }) {
  const { t } = useText()
  const heldOut = useApp((state) => state.heldOut)
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const patches = useMemo(() => {
    const { net } = snapshot
    if (heldOut === null || shown === null || here === null || net === 'series') return null
    return featured.patches.flatMap(({ index, bar, h, w }) => {
      const source = { net, stored: snapshot.samples, heldOut, drawn: null }
      const found = pictureOf(source, { kind: 'heldOut', index, bar })
      return found === null
        ? []
        : [{ index, patch: crop(pictureData(found), cellWindow(shown.plan, here.u, { h, w }, found.input)) }]
    })
  }, [heldOut, shown, here, snapshot, featured])
  if (patches === null) return <p className='soft'>{t('sampleTools.loading')}</p>
  return (
    <div className='patch-row'>
      {patches.map(({ index, patch }) => (
        <InkPicture key={index} picture={patch} size={72} alt={t('step.why.patch', { index })} />
      ))}
    </div>
  )
}

/** The part of a picture that a window covers; what lies outside of the picture is empty. */
function crop(
  { data, shape: [rows, columns, channels] }: PictureData,
  window: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): PictureData {
  const cut = new Float32Array(window.height * window.width * channels)
  for (let i = 0; i < window.height; i++) {
    for (let j = 0; j < window.width; j++) {
      const [y, x] = [window.y + i, window.x + j]
      if (y < 0 || x < 0 || y >= rows || x >= columns) continue
      const from = (y * columns + x) * channels
      cut.set(data.subarray(from, from + channels), (i * window.width + j) * channels)
    }
  }
  return { shape: [window.height, window.width, channels], data: cut }
}
