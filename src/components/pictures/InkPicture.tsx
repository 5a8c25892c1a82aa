import { useEffect, useRef } from 'react'
import { useScheme } from '../../viz/charts/useScheme.ts'
import { palettes } from '../../viz/palette.ts'
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

export function InkPicture({ picture, size, alt, outline = null }: InkPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  const { shape, data } = picture
  const [height, width, channels] = shape
  useEffect(() => {
    const paint = () => {
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context) return
      const pixels = inkPixels(data, height, width, channels, inkPalette(palettes[scheme]))
      context.putImageData(new ImageData(pixels, width, height), 0, 0)
      // Ends the placeholder of the prerendered thumbnail (figure.css).
      element.dataset.painted = ''
    }
    return soon(paint)
  }, [data, height, width, channels, scheme])
  const scale = size / Math.max(height, width)
  const box = { width: width * scale, height: height * scale }
  const role = alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt }
  return (
    <span className='ink-picture' style={box} {...role}>
      <canvas ref={canvas} width={width} height={height} />
      {outline === null ? null : <Outline outline={outline} width={width} height={height} scale={scale} />}
    </span>
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
