import { useLayoutEffect, useRef, useState } from 'react'
import type { Nd } from '../../model/tensor.ts'
import { paintMaps } from '../../viz/loom/maps.ts'
import { type Palette, rgb } from '../../viz/palette.ts'

/** One row of maps on one canvas, at four pixels a cell; CSS scales it. */
export function MapCanvas(props: {
  maps: Nd
  from: number
  to: number
  domain: number
  palette: Palette
  className: string
  style: React.CSSProperties
  placeholder?: string | undefined
}) {
  const { maps, from, to, domain, palette, className, style, placeholder } = props
  const [painted, setPainted] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
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
    setPainted(true)
  }, [maps, from, to, domain, palette])
  return (
    <>
      {placeholder === undefined || painted ? null : (
        <img src={placeholder} alt='' className={className} style={style} />
      )}
      <canvas ref={canvas} className={className} style={style} />
    </>
  )
}
