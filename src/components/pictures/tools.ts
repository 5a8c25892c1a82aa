/** What the reader makes pictures with; loaded when it is opened. */
export { drawnDigit } from '../../model/data/drawing.ts'
export { Composer } from './Composer.tsx'
export { DrawPad, padSide } from './DrawPad.tsx'
