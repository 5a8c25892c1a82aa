/** How a browser's worker gets its backends: each is a download of its own, made when it is needed. */

import { CodeMissing } from '../client/codeMissing.ts'
import { once } from '../client/once.ts'
import { registerTrainingGradients } from '../kernels/gradients.ts'
import type { BackendName } from '../protocol.ts'
import type { BackendSupport, GpuProbe } from './chooseBackend.ts'

export function browserBackends(): BackendSupport {
  registerTrainingGradients()
  return {
    // Registering twice would warn.
    load: {
      webgl: once(async () => (await code('webgl', import('../kernels/webgl.ts'))).registerWebgl()),
      wasm: once(async () => (await code('wasm', import('../kernels/wasm.ts'))).registerWasm()),
      cpu: once(async () => {
        await code('cpu', import('@tensorflow/tfjs-backend-cpu'))
      }),
    },
    isWhole: async (name) => name !== 'wasm' || (await import('../kernels/wasm.ts')).binaryComes(),
    gpu: probeGpu,
  }
}

async function code<T>(name: BackendName, coming: Promise<T>): Promise<T> {
  try {
    return await coming
  } catch {
    throw new CodeMissing(name)
  }
}

/** Asks a context of one pixel, which is given back at once. */
function probeGpu(): GpuProbe | null {
  const gl = smallContext()
  if (gl === null) return null
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer: unknown = gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)
  const halfFloat = gl.getExtension('EXT_color_buffer_float') === null
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return { renderer: typeof renderer === 'string' && renderer !== '' ? renderer : null, halfFloat }
}

/** Extensions against fingerprinting refuse a canvas by throwing. */
function smallContext(): WebGL2RenderingContext | null {
  if (typeof OffscreenCanvas === 'undefined') return null
  try {
    return new OffscreenCanvas(1, 1).getContext('webgl2')
  } catch {
    return null
  }
}
