/** What paints on a canvas; null where the browser refuses. What guards against fingerprinting does so by throwing. */
export function context2d(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  try {
    return canvas.getContext('2d')
  } catch {
    return null
  }
}
