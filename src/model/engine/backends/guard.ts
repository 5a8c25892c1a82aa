/**
 * Notices that the graphics processor went away. A read from a lost WebGL context neither resolves
 * nor rejects, small operations still seem to work, and results turn into zeros; so every read is
 * raced against the context's own event and a watchdog, and checked afterwards.
 */
import { webglContext } from './chooseBackend.ts'

/** The device was lost; what it held is gone. */
export class DeviceLost extends Error {
  constructor(why: string) {
    super(`the graphics processor went away (${why})`)
    this.name = 'DeviceLost'
  }
}

/** The first WebGL step compiles its shaders: tens of seconds on a slow machine. */
const WATCHDOG_MS = 60_000

export class DeviceGuard {
  private lose: ((error: DeviceLost) => void) | null = null
  private lost: Promise<never> = new Promise(() => undefined)
  private gl: ReturnType<typeof webglContext> = null

  /** Watches the backend that is running now. @param onLost called once, when the context is lost */
  watch(onLost: () => void): void {
    this.lost = new Promise((_, reject) => {
      this.lose = reject
    })
    // Nobody may be reading when it happens.
    this.lost.catch(() => undefined)
    this.gl = webglContext()
    const { gl, lose } = this
    gl?.canvas.addEventListener('webglcontextlost', () => {
      lose?.(new DeviceLost('context lost'))
      if (this.gl === gl) onLost()
    })
  }

  /** @throws DeviceLost if the context goes away first, or has gone away meanwhile */
  async read<T>(reading: Promise<T>): Promise<T> {
    const { gl } = this
    if (gl === null) return reading
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DeviceLost('no answer')), WATCHDOG_MS)
    })
    try {
      const result = await Promise.race([reading, this.lost, late])
      if (gl.isContextLost()) throw new DeviceLost('context lost')
      return result
    } finally {
      clearTimeout(timer)
    }
  }

  /** What a failing operation means: tfjs throws all sorts of errors on a lost context. */
  explain(error: unknown): unknown {
    return this.gl?.isContextLost() && !(error instanceof DeviceLost) ? new DeviceLost('context lost') : error
  }
}

/** Takes the context away as a driver would. False if there is none. */
export function loseWebglContext(): boolean {
  const extension = webglContext()?.getExtension('WEBGL_lose_context')
  extension?.loseContext()
  return extension !== undefined && extension !== null
}
