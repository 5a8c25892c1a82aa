import { useLayoutEffect, useRef } from 'react'
import type { Nd } from '../../model/tensor.ts'
import { paintMaps } from '../../viz/loom/maps.ts'
import { type Palette, rgb } from '../../viz/palette.ts'
import { soon } from '../soon.ts'

/** One row of maps on one canvas, at four pixels a cell; CSS scales it, and shows the prerendered maps before. */
export function MapCanvas(props: {
  maps: Nd
  from: number
  to: number
  domain: number
  palette: Palette
  className: string
  style: React.CSSProperties
}) {
  const { maps, from, to, domain, palette, className, style } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const paint = () => {
      const [h = 0, w = 0, c = 0] = maps.shape
      const strip = paintMaps(maps.data, [h, w, c], { from, to }, domain, {
        paper: rgb(palette.paper),
        positive: rgb(palette.u),
        negative: rgb(palette.grey),
      })
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context) return
      if (element.width !== strip.width) element.width = strip.width
      if (element.height !== strip.height) element.height = strip.height
      context.putImageData(
        new ImageData(strip.pixels as Uint8ClampedArray<ArrayBuffer>, strip.width, strip.height),
        0,
        0,
      )
      // Ends the placeholder (loom.css). Not a state of React: it would render everything a second time.
      element.dataset.painted = ''
    }
    // While the page starts there is a picture already; later, maps change together with the marks.
    if (canvas.current?.dataset.painted === undefined) return soon(paint)
    paint()
  }, [maps, from, to, domain, palette])
  return <canvas ref={canvas} className={className} style={style} />
}
