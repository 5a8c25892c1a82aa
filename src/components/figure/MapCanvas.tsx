import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Nd } from '../../model/tensor.ts'
import { context2d } from '../../viz/context2d.ts'
import { type MapPalette, type MapStrip, paintMaps } from '../../viz/loom/maps.ts'
import { type Palette, rgb } from '../../viz/palette.ts'
import { usePrinting } from '../../viz/printing.ts'
import { type SeriesParts, useSeriesParts } from '../seriesContext.ts'
import { soon } from '../soon.ts'

type PaintRidges = SeriesParts['paintRidges']

/** In CSS pixels. */
interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels a map of a series has in width: as many as it is shown with, in steps that a resize does not often pass. */
function ridgeSize(shown: Size, count: number): Size {
  const scale = devicePixelRatio || 1
  const width = Math.max(14, Math.round((shown.width * scale) / count / 15) * 14)
  return { width, height: Math.max(14, Math.round(shown.height * scale)) }
}

/** On paper a series is painted this much finer than the figure's own pixels. */
const printedScale = 3

function printedSize(width: number, height: number): Size {
  const scale = printedScale / (devicePixelRatio || 1)
  return { width: width * scale, height: height * scale }
}

/** Pictures cell by cell, series as curves. null while what paints series is on its way. */
function stripFor(
  maps: Nd,
  range: { readonly from: number; readonly to: number },
  domain: number,
  colours: MapPalette,
  ridges: PaintRidges | null,
  shown: () => Size,
): MapStrip | null {
  const [first = 0, second = 0, third = 0] = maps.shape
  if (!maps.axes.includes('t')) return paintMaps(maps.data, [first, second, third], range, domain, colours)
  if (ridges === null) return null
  const size = ridgeSize(shown(), range.to - range.from)
  return ridges(maps.data, [first, second], range, domain, colours, size)
}

/** One row of maps on one canvas, at four pixels a cell; CSS scales it, and shows the prerendered maps before. */
export function MapCanvas(props: {
  maps: Nd
  from: number
  to: number
  domain: number
  palette: Palette
  className: string
  style: React.CSSProperties
  /** In the figure's own pixels: nobody measures what goes to a printer. */
  design: Size
}) {
  const { maps, from, to, domain, palette, className, style, design } = props
  const printing = usePrinting()
  const [printedWidth, printedHeight] = [design.width, design.height]
  const canvas = useRef<HTMLCanvasElement>(null)
  // Kept, since asking for it while a frame is drawn makes the browser lay out the whole page first.
  const size = useRef<Size | null>(null)
  const repaint = useRef<(() => void) | null>(null)
  const ridges = useSeriesParts()?.paintRidges ?? null
  const isSeries = maps.axes.includes('t')
  useEffect(() => {
    const element = canvas.current
    if (!isSeries || element === null) return
    const observer = new ResizeObserver(() => {
      size.current = { width: element.clientWidth, height: element.clientHeight }
      repaint.current?.()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isSeries])
  useLayoutEffect(() => {
    const paint = () => {
      const element = canvas.current
      if (element === null) return
      // Ends the placeholder (loom.css): blank rather than maps of another picture. Not a state of React, which would
      // render everything a second time.
      const end = () => {
        element.dataset.painted = ''
      }
      const context = context2d(element)
      if (context === null) return end()
      const colours = { paper: rgb(palette.paper), positive: rgb(palette.u), negative: rgb(palette.grey) }
      const strip = stripFor(maps, { from, to }, domain, colours, ridges, () => {
        if (printing) return printedSize(printedWidth, printedHeight)
        size.current ??= { width: element.clientWidth, height: element.clientHeight }
        return size.current
      })
      if (strip === null) return
      if (element.width !== strip.width) element.width = strip.width
      if (element.height !== strip.height) element.height = strip.height
      context.putImageData(
        new ImageData(strip.pixels as Uint8ClampedArray<ArrayBuffer>, strip.width, strip.height),
        0,
        0,
      )
      end()
    }
    repaint.current = paint
    // While the page starts there is a picture already; later, maps change together with the marks.
    if (canvas.current?.dataset.painted === undefined) return soon(paint)
    paint()
  }, [maps, from, to, domain, palette, ridges, printing, printedWidth, printedHeight])
  return <canvas ref={canvas} className={className} style={style} />
}
