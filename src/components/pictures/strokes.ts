/** Strokes of a hand, as a pure reducer. */
import type { Point, Stroke } from '../../model/data/drawing.ts'

export interface Drawing {
  readonly strokes: readonly Stroke[]
  /** Is the last stroke still being drawn? */
  readonly drawing: boolean
}

export const emptyDrawing: Drawing = { strokes: [], drawing: false }

export type DrawAction =
  | { readonly type: 'begin'; readonly at: Point }
  | { readonly type: 'extend'; readonly through: readonly Point[] }
  | { readonly type: 'end' }
  | { readonly type: 'undo' }
  | { readonly type: 'clear' }

/** Points nearer than this to the last one say nothing new (side of the canvas: 280). */
const shortest = 1.5

export function draw(drawing: Drawing, action: DrawAction): Drawing {
  switch (action.type) {
    case 'begin':
      return { strokes: [...drawing.strokes, [action.at]], drawing: true }
    case 'extend': {
      const stroke = drawing.strokes.at(-1)
      if (!drawing.drawing || stroke === undefined) return drawing
      const longer = extended(stroke, action.through)
      return longer === stroke ? drawing : { ...drawing, strokes: [...drawing.strokes.slice(0, -1), longer] }
    }
    case 'end':
      return drawing.drawing ? { ...drawing, drawing: false } : drawing
    case 'undo':
      return { strokes: drawing.strokes.slice(0, -1), drawing: false }
    case 'clear':
      return emptyDrawing
  }
}

function extended(stroke: Stroke, through: readonly Point[]): Stroke {
  const result = [...stroke]
  for (const point of through) {
    const last = result[result.length - 1]
    if (last === undefined || Math.hypot(point.x - last.x, point.y - last.y) >= shortest) result.push(point)
  }
  return result.length === stroke.length ? stroke : result
}
