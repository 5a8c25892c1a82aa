import { useMemo, useState } from 'react'
import type { SqueezeOp } from '../../model/block/options.ts'
import type { Site } from '../../model/networks/planTypes.ts'
import { mapSize } from '../../model/state/shown.ts'
import type { BlockView } from '../../model/state/view.ts'
import { useScheme } from '../../viz/charts/useScheme.ts'
import { palettes } from '../../viz/palette.ts'
import { figureData, mapScale } from '../figure/figureData.ts'
import { MapCanvas } from '../figure/MapCanvas.tsx'
import { useApp } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useThrottled } from '../training/charts/useThrottled.ts'
import { BrushSurface } from './BrushSurface.tsx'
import { RegionNumbers } from './RegionNumbers.tsx'
import { type MapSize, type Region, wholeMap } from './region.ts'
import './brush.css'

/** Of the map, in CSS pixels. */
const brushed = { width: 224, height: 224 }

/** A rectangle of one map against the whole of it: z is one number for all places, whatever stands where. */
export function RegionBrush(props: { site: Site; view: BlockView; channel: number; squeeze: SqueezeOp }) {
  const { site, view, channel, squeeze } = props
  const { t, number } = useText()
  const palette = palettes[useScheme()]
  const [chosen, setChosen] = useState<Region | null>(null)
  const playing = useApp((state) => state.engine.phase === 'running')
  const data = useMemo(() => figureData(site, view), [site, view])
  const throttled = useThrottled(data)
  const printed = playing ? throttled : data
  if (data === null || printed === null) return null
  const map: MapSize = mapSize(site)
  const scale = mapScale(data, number.short, t('rail.hatch'))
  const region = chosen ?? wholeMap(map)
  return (
    <fieldset className='brush'>
      <legend>{t('step.squeeze.brush', { channel })}</legend>
      <figure>
        <div className='brush-map' style={{ aspectRatio: map[0] === 1 ? '2' : `${map[1]} / ${map[0]}` }}>
          <MapCanvas
            maps={data.U}
            from={channel}
            to={channel + 1}
            domain={data.domains.U}
            palette={palette}
            className=''
            style={{}}
            design={brushed}
          />
          <BrushSurface
            map={map}
            region={region}
            onBrush={setChosen}
            label={t('step.squeeze.brushMap', { channel, map: map.join(' × '), ...region })}
          />
        </div>
        <figcaption className='soft'>
          <Rich text={`[[u_${channel}]] ${scale}`} />
        </figcaption>
        <button type='button' disabled={chosen === null} onClick={() => setChosen(null)}>
          {t('step.squeeze.wholeMap')}
        </button>
      </figure>
      <div className='brush-side'>
        <p className='brush-bounds'>
          {map[0] === 1 ? null : (
            <Bounds
              axis='rows'
              ends={['top', 'bottom']}
              count={map[0]}
              region={region}
              onChange={setChosen}
            />
          )}
          <Bounds
            axis='columns'
            ends={['left', 'right']}
            count={map[1]}
            region={region}
            onChange={setChosen}
          />
        </p>
        <RegionNumbers
          data={printed}
          map={map}
          channel={channel}
          region={region}
          squeeze={squeeze}
          spoken={!playing}
        />
      </div>
    </fieldset>
  )
}

/** First and last row or column. Each list holds only what keeps the region a rectangle. */
function Bounds(props: {
  axis: 'rows' | 'columns'
  ends: readonly [first: keyof Region, last: keyof Region]
  count: number
  region: Region
  onChange: (region: Region) => void
}) {
  const { axis, ends, count, region, onChange } = props
  const { t } = useText()
  const [first, last] = ends
  const list = (end: keyof Region, from: number, to: number, label: string) => (
    <select
      aria-label={label}
      value={region[end]}
      onChange={(event) => onChange({ ...region, [end]: Number(event.currentTarget.value) })}
    >
      {Array.from({ length: to - from + 1 }, (_, i) => from + i).map((line) => (
        <option key={line}>{line}</option>
      ))}
    </select>
  )
  return (
    <span>
      {t(`step.squeeze.${axis}`)} {list(first, 0, region[last], t(`step.squeeze.first.${axis}`))}
      {' – '}
      {list(last, region[first], count - 1, t(`step.squeeze.last.${axis}`))}
    </span>
  )
}
