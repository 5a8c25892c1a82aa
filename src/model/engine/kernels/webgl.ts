/** The WebGL backend with the kernels that the graph needs; loaded by dynamic import. */
import '@tensorflow/tfjs-backend-webgl/dist/base.js'
import { addConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Add.js'
import { argMaxConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/ArgMax.js'
import { avgPoolConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/AvgPool.js'
import { avgPoolGradConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/AvgPoolGrad.js'
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul.js'
import { castConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast.js'
import { concatConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Concat.js'
import { conv2DConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2D.js'
import { conv2DBackpropFilterConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2DBackpropFilter.js'
import { conv2DBackpropInputConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2DBackpropInput.js'
import { equalConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Equal.js'
import { expConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Exp.js'
import { fillConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Fill.js'
import { identityConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Identity.js'
import { lessEqualConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/LessEqual.js'
import { logConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Log.js'
import { maxConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Max.js'
import { maxPoolConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/MaxPool.js'
import { maxPoolGradConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/MaxPoolGrad.js'
import { meanConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Mean.js'
import { multiplyConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply.js'
import { negConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Neg.js'
import { onesLikeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/OnesLike.js'
import { packConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Pack.js'
import { padV2Config } from '@tensorflow/tfjs-backend-webgl/dist/kernels/PadV2.js'
import { realDivConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/RealDiv.js'
import { reluConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Relu.js'
import { relu6Config } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Relu6.js'
import { reshapeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape.js'
import { rsqrtConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Rsqrt.js'
import { sigmoidConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sigmoid.js'
import { sliceConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Slice.js'
import { softmaxConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Softmax.js'
import { sqrtConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sqrt.js'
import { squareConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Square.js'
import { stepConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Step.js'
import { subConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sub.js'
import { sumConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sum.js'
import { tanhConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Tanh.js'
import { tileConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Tile.js'
import { transposeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Transpose.js'
import { zerosLikeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/ZerosLike.js'
import { registerKernel } from '@tensorflow/tfjs-core'

const kernels = [
  addConfig,
  argMaxConfig,
  avgPoolConfig,
  avgPoolGradConfig,
  batchMatMulConfig,
  castConfig,
  concatConfig,
  conv2DConfig,
  conv2DBackpropFilterConfig,
  conv2DBackpropInputConfig,
  equalConfig,
  expConfig,
  fillConfig,
  identityConfig,
  lessEqualConfig,
  logConfig,
  maxConfig,
  maxPoolConfig,
  maxPoolGradConfig,
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

export function registerWebgl(): void {
  for (const kernel of kernels) registerKernel(kernel)
}
