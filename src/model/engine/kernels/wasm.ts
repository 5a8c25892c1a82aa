/**
 * The WASM backend with the kernels that the graph needs; loaded by dynamic import.
 * Single-threaded: the threaded build wants cross-origin isolation and breaks when minified.
 */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base.js'
import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add.js'
import { argMaxConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ArgMax.js'
import { avgPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPool.js'
import { avgPoolGradConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPoolGrad.js'
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul.js'
import { castConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Cast.js'
import { concatConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Concat.js'
import { conv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Conv2D.js'
import { equalConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Equal.js'
import { expConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Exp.js'
import { fillConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Fill.js'
import { identityConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Identity.js'
import { lessEqualConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/LessEqual.js'
import { logConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Log.js'
import { maxConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Max.js'
import { maxPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool.js'
import { meanConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Mean.js'
import { multiplyConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply.js'
import { negConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Neg.js'
import { onesLikeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/OnesLike.js'
import { packConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Pack.js'
import { padV2Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2.js'
import { realDivConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv.js'
import { reluConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu.js'
import { relu6Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu6.js'
import { reshapeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape.js'
import { reverseConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reverse.js'
import { rsqrtConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Rsqrt.js'
import { sigmoidConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sigmoid.js'
import { sliceConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Slice.js'
import { softmaxConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Softmax.js'
import { sqrtConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sqrt.js'
import { squareConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Square.js'
import { stepConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Step.js'
import { subConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sub.js'
import { sumConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sum.js'
import { tanhConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Tanh.js'
import { tileConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Tile.js'
import { transposeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose.js'
import { zerosLikeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ZerosLike.js'
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import { env, registerKernel } from '@tensorflow/tfjs-core'
import { registerWasmTrainingKernels } from './wasmKernels.ts'

const kernels = [
  addConfig,
  argMaxConfig,
  avgPoolConfig,
  avgPoolGradConfig,
  batchMatMulConfig,
  castConfig,
  concatConfig,
  conv2DConfig,
  equalConfig,
  expConfig,
  fillConfig,
  identityConfig,
  lessEqualConfig,
  logConfig,
  maxConfig,
  maxPoolConfig,
  meanConfig,
  multiplyConfig,
  negConfig,
  onesLikeConfig,
  packConfig,
  padV2Config,
  realDivConfig,
  reluConfig,
  relu6Config,
  reshapeConfig,
  reverseConfig,
  rsqrtConfig,
  sigmoidConfig,
  sliceConfig,
  softmaxConfig,
  sqrtConfig,
  squareConfig,
  stepConfig,
  subConfig,
  sumConfig,
  tanhConfig,
  tileConfig,
  transposeConfig,
  zerosLikeConfig,
]

export function registerWasm(): void {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    // tfjs insists on an entry; `startBackend` sees to it that the threaded build is never chosen.
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  })
  for (const kernel of kernels) registerKernel(kernel)
  registerWasmTrainingKernels()
}

/** Whether the binary that would run here comes, whole. True where nothing could run it. */
export async function binaryComes(): Promise<boolean> {
  if (typeof WebAssembly === 'undefined') return true
  const url = (await env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? simdUrl : plainUrl
  try {
    const answer = await fetch(url)
    return answer.ok && WebAssembly.validate(await answer.arrayBuffer())
  } catch {
    return false
  }
}
