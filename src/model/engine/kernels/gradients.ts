/**
 * The gradients that the graph needs, and no others: core brings none, and all of them together
 * weigh more than these. A missing one throws at the first training step, which every test takes.
 */
import { registerGradient } from '@tensorflow/tfjs-core'
import { addGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Add_grad.js'
import { avgPoolGradConfig } from '@tensorflow/tfjs-core/dist/gradients/AvgPool_grad.js'
import { batchMatMulGradConfig } from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad.js'
import { castGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Cast_grad.js'
import { conv2DGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Conv2D_grad.js'
import { identityGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Identity_grad.js'
import { maxGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Max_grad.js'
import { maxPoolGradConfig } from '@tensorflow/tfjs-core/dist/gradients/MaxPool_grad.js'
import { meanGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Mean_grad.js'
import { multiplyGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Multiply_grad.js'
import { padV2GradConfig } from '@tensorflow/tfjs-core/dist/gradients/PadV2_grad.js'
import { divGradConfig } from '@tensorflow/tfjs-core/dist/gradients/RealDiv_grad.js'
import { reluGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Relu_grad.js'
import { relu6GradConfig } from '@tensorflow/tfjs-core/dist/gradients/Relu6_grad.js'
import { reshapeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Reshape_grad.js'
import { rsqrtGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Rsqrt_grad.js'
import { sigmoidGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sigmoid_grad.js'
import { sliceGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Slice_grad.js'
import { softmaxGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Softmax_grad.js'
import { squareGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Square_grad.js'
import { subGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sub_grad.js'
import { sumGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sum_grad.js'
import { tanhGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Tanh_grad.js'
import { transposeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Transpose_grad.js'

const gradients = [
  addGradConfig,
  avgPoolGradConfig,
  batchMatMulGradConfig,
  castGradConfig,
  conv2DGradConfig,
  identityGradConfig,
  maxGradConfig,
  maxPoolGradConfig,
  meanGradConfig,
  multiplyGradConfig,
  padV2GradConfig,
  divGradConfig,
  reluGradConfig,
  relu6GradConfig,
  reshapeGradConfig,
  rsqrtGradConfig,
  sigmoidGradConfig,
  sliceGradConfig,
  softmaxGradConfig,
  squareGradConfig,
  subGradConfig,
  sumGradConfig,
  tanhGradConfig,
  transposeGradConfig,
]

export function registerTrainingGradients(): void {
  for (const gradient of gradients) registerGradient(gradient)
}
