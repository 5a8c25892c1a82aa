import { describe, expect, test } from 'vitest'
import { Composer } from '../../../src/components/pictures/Composer.tsx'
import { classOf, exampleOf, inOneInk, otherHand } from '../../../src/components/pictures/composition.ts'
import { DrawPad } from '../../../src/components/pictures/DrawPad.tsx'
import { InkPicture } from '../../../src/components/pictures/InkPicture.tsx'
import { inkPalette, inkPixels } from '../../../src/components/pictures/inkPixels.ts'
import { SamplePicker } from '../../../src/components/pictures/SamplePicker.tsx'
import { draw, emptyDrawing } from '../../../src/components/pictures/strokes.ts'
import { palettes, rgb, type Scheme } from '../../../src/viz/palette.ts'
import { html } from '../render.tsx'

const nothing = () => undefined

describe('ink pixels', () => {
  test.each(['light', 'dark'] as const)('paper, either ink, both: %s', (scheme: Scheme) => {
    const palette = inkPalette(palettes[scheme])
    const pixels = inkPixels(Float32Array.of(0, 0, 1, 0, 0, 1, 1, 1), 2, 2, 2, palette)
    const { paper, inkA, inkB } = palettes[scheme]
    expect([...pixels.subarray(0, 12)]).toEqual([...rgb(paper), 255, ...rgb(inkA), 255, ...rgb(inkB), 255])
    const brightness = (colour: readonly number[]) => colour.reduce((sum, part) => sum + part, 0)
    const order = [rgb(paper), rgb(inkA), [...pixels.subarray(12, 15)]].map(brightness)
    // The overlap lies farther from the paper than one ink.
    expect(order).toEqual(order.toSorted((a, b) => (scheme === 'light' ? b - a : a - b)))
  })

  test('half an ink lies half way, one channel goes to the plain ink', () => {
    const palette = inkPalette(palettes.light)
    const [red = 0] = inkPixels(Float32Array.of(0.5), 1, 1, 1, palette)
    expect(Math.abs(red - (palette.paper[0] + palette.ink[0]) / 2)).toBeLessThanOrEqual(0.5)
    expect([...inkPixels(Float32Array.of(7), 1, 1, 1, palette)]).toEqual([...palette.ink, 255])
  })

  test('another shape is refused', () => {
    expect(() => inkPixels(new Float32Array(12), 2, 2, 3, inkPalette(palettes.light))).toThrow(RangeError)
    expect(() => inkPixels(new Float32Array(7), 2, 2, 2, inkPalette(palettes.light))).toThrow(RangeError)
  })
})

describe('ink picture', () => {
  const picture = { shape: [28, 28, 2] as const, data: new Float32Array(28 * 28 * 2) }

  test('is an image with words, or decoration', () => {
    expect(html(<InkPicture picture={picture} size={84} alt='two digits' />)).toContain(
      'role="img" aria-label="two digits"',
    )
    expect(html(<InkPicture picture={picture} size={84} alt='' />)).toContain('aria-hidden="true"')
  })

  test('outlines a window in its own scale', () => {
    const outline = { x: -2, y: 4, width: 7, height: 7 }
    const page = html(<InkPicture picture={picture} size={84} alt='' outline={outline} />)
    expect(page).toContain('<rect x="-6" y="12" width="21" height="21">')
  })
})

const digits = Array.from({ length: 10 }, (_, digit) =>
  [0, 1, 2].map((i) => ({ index: digit * 3 + i, pixels: new Uint8Array(784).fill(digit) })),
)

describe('composing', () => {
  test('classes, examples and the next hand', () => {
    expect(classOf(digits, 7)).toBe(2)
    expect(classOf(digits, 999)).toBeNull()
    expect([otherHand(digits, 6), otherHand(digits, 8), otherHand(digits, 999)]).toEqual([7, 6, 999])
    expect(exampleOf(digits, 2, 8)?.index).toBe(8)
    expect(exampleOf(digits, 2, 0)?.index).toBe(6)
    expect([...inOneInk(Uint8Array.of(255, 51), 1)]).toEqual([0, 1, 0, expect.closeTo(0.2, 6)])
  })

  test('says which digit is to be read, and when the bar does not matter', () => {
    const composer = (first: number, second: number, bar: 0 | 1) =>
      html(<Composer digits={digits} value={{ first, second, bar }} onChange={nothing} />)
    expect(composer(6, 15, 0)).toContain('To be read: 2.')
    expect(composer(6, 15, 1)).toContain('To be read: 5.')
    expect(composer(6, 7, 1)).toContain('Both digits are a 2')
    expect(composer(6, 15, 0).match(/checked=""/g)).toHaveLength(3)
  })
})

test.each(['en', 'ko'] as const)('the picker names every picture and the one on show (%s)', (lang) => {
  const picture = { shape: [28, 28, 1] as const, data: new Float32Array(784) }
  const page = html(
    <SamplePicker
      thumbs={[4, 7].map((label, index) => ({ index, label, picture }))}
      selected={{ index: 1, label: 7 }}
      total={2000}
      onSelect={nothing}
      onPrevious={nothing}
      onNext={nothing}
      onRandom={nothing}
    />,
    lang,
  )
  expect(page.match(/type="radio"/g)).toHaveLength(2)
  expect(page.match(/checked=""/g)).toHaveLength(1)
  expect(page).toContain('2,000')
  expect(page.match(/role="img" aria-label="[^"]*4"/g)).toHaveLength(1)
})

describe('drawing', () => {
  const a = { x: 10, y: 10 }
  const b = { x: 20, y: 10 }

  test('strokes begin, grow, end; undo and clear take them back', () => {
    let drawing = draw(emptyDrawing, { type: 'begin', at: a })
    drawing = draw(drawing, { type: 'extend', through: [{ x: 10.5, y: 10 }, b] })
    drawing = draw(drawing, { type: 'end' })
    expect(drawing).toEqual({ strokes: [[a, b]], drawing: false })
    drawing = draw(draw(drawing, { type: 'begin', at: b }), { type: 'end' })
    expect(drawing.strokes).toEqual([[a, b], [b]])
    expect(draw(drawing, { type: 'undo' }).strokes).toEqual([[a, b]])
    expect(draw(drawing, { type: 'clear' })).toEqual(emptyDrawing)
  })

  test('a pen that is up draws nothing, and nothing changes without cause', () => {
    expect(draw(emptyDrawing, { type: 'extend', through: [a] })).toBe(emptyDrawing)
    expect(draw(emptyDrawing, { type: 'end' })).toBe(emptyDrawing)
    const begun = draw(emptyDrawing, { type: 'begin', at: a })
    expect(draw(begun, { type: 'extend', through: [{ x: 10.1, y: 10 }] })).toBe(begun)
  })

  test('the pad names its alternative and shows what the network gets', () => {
    expect(html(<DrawPad onDraw={nothing} result={null} />)).toContain('choose a stored picture instead')
    const result = { shape: [28, 28, 1] as const, data: new Float32Array(784) }
    expect(html(<DrawPad onDraw={nothing} result={result} />, 'ko')).toContain('무게 중심')
  })
})
