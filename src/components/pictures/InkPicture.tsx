import { useEffect, useRef } from 'react'
import { useScheme } from '../../viz/charts/useScheme.ts'
import { context2d } from '../../viz/context2d.ts'
import { palettes } from '../../viz/palette.ts'
import { usePrinting } from '../../viz/printing.ts'
import { soon } from '../soon.ts'
import { inkPalette, inkPixels } from './inkPixels.ts'
import './pictures.css'

export interface PictureData {
  /** [h, w, c], 0–1; c = 2: the two inks, c = 1: one. */
  readonly shape: readonly [height: number, width: number, channels: number]
  readonly data: Float32Array
}

/** In pixels of the picture, from its upper left corner; may reach beyond the picture (padding). */
export interface PictureWindow {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface InkPictureProps {
  readonly picture: PictureData
  /** Side of the longer edge, in CSS pixels. */
  readonly size: number
  /** Empty: decoration, the words stand beside it. */
  readonly alt: string
  /** Outline of what a cell sees. */
  readonly outline?: PictureWindow | null
}

/** Pixels on paper for one of the picture's: whoever shows or prints a file smooths what is coarse. */
const printedFineness = 8

export function InkPicture({ picture, size, alt, outline = null }: InkPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  const fine = usePrinting() ? printedFineness : 1
  const { shape, data } = picture
  const [height, width, channels] = shape
  useEffect(() => {
    const paint = () => {
      const element = canvas.current
      if (element === null) return
      const context = context2d(element)
      if (context !== null) {
        const pixels = inkPixels(data, height, width, channels, inkPalette(palettes[scheme]))
        paintIn(context, new ImageData(pixels, width, height), fine)
      }
      // Ends the placeholder of the prerendered thumbnail (figure.css).
      element.dataset.painted = ''
    }
    return soon(paint)
  }, [data, height, width, channels, scheme, fine])
  const scale = size / Math.max(height, width)
  const box = { width: width * scale, height: height * scale }
  const role = alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt }
  return (
    <span className='ink-picture' style={box} {...role}>
      <canvas ref={canvas} width={width * fine} height={height * fine} />
      {outline === null ? null : <Outline outline={outline} width={width} height={height} scale={scale} />}
    </span>
  )
}

function paintIn(context: CanvasRenderingContext2D, image: ImageData, fine: number): void {
  context.putImageData(image, 0, 0)
  if (fine === 1) return
  // Onto itself, from its upper left corner.
  context.imageSmoothingEnabled = false
  context.globalCompositeOperation = 'copy'
  context.drawImage(
    context.canvas,
    0,
    0,
    image.width,
    image.height,
    0,
    0,
    image.width * fine,
    image.height * fine,
  )
}

/** Two lines, paper and ink, so that it is seen on either. Cut at the picture's edge. */
function Outline(props: { outline: PictureWindow; width: number; height: number; scale: number }) {
  const { outline, width, height, scale } = props
  const rectangle = (
    <rect
      x={outline.x * scale}
      y={outline.y * scale}
      width={outline.width * scale}
      height={outline.height * scale}
    />
  )
  return (
    <svg viewBox={`0 0 ${width * scale} ${height * scale}`} aria-hidden='true' focusable='false'>
      <g className='outline-paper'>{rectangle}</g>
      <g className='outline-ink'>{rectangle}</g>
    </svg>
  )
}
