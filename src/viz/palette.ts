/**
 * Colour means role. The same values stand in components/styles/theme.css;
 * test/viz/palette.test.ts holds both together and recomputes contrasts and distances.
 */
import type { Rgb } from './loom/maps.ts'

export type Scheme = 'light' | 'dark'

export interface Palette {
  readonly paper: string
  readonly panel: string
  readonly ink: string
  readonly inkSoft: string
  readonly x: string
  readonly u: string
  readonly z: string
  readonly hidden: string
  readonly s: string
  readonly out: string
  readonly negative: string
  /** Below zero in maps. */
  readonly grey: string
  /** The two inks of the pictures: told apart in every colour vision, none of the role hues. */
  readonly inkA: string
  readonly inkB: string
}

export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    paper: '#fbfaf7',
    panel: '#f3f4f6',
    ink: '#1b1e24',
    inkSoft: '#5c616b',
    x: '#43464c',
    u: '#0a4690',
    z: '#33795f',
    hidden: '#553300',
    s: '#bd4a06',
    out: '#9446cc',
    negative: '#b4235a',
    grey: '#6b6f76',
    inkA: '#0098a8',
    inkB: '#c88000',
  },
  dark: {
    paper: '#14171c',
    panel: '#262b33',
    ink: '#eceef1',
    inkSoft: '#a4aab4',
    x: '#d6d8dc',
    u: '#8abaff',
    z: '#40ab7d',
    hidden: '#fbde8e',
    s: '#fb6a3a',
    out: '#c47bab',
    negative: '#ff7aa8',
    grey: '#9aa0a8',
    inkA: '#148a88',
    inkB: '#a46200',
  },
}

/** `#rrggbb` → 0–255 each. @throws RangeError on anything else */
export function rgb(hex: string): Rgb {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (parts === null) throw new RangeError(`not a colour: ${hex}`)
  return [
    Number.parseInt(parts[1] ?? '', 16),
    Number.parseInt(parts[2] ?? '', 16),
    Number.parseInt(parts[3] ?? '', 16),
  ]
}
