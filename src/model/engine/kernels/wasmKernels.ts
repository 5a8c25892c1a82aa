/**
 * What training a CNN needs and tfjs-backend-wasm 4.22 lacks or does slowly.
 *
 * - `Conv2DBackpropFilter` does not exist there. With x and dy transposed so that the batch is what
 *   a convolution sums over, dW is a valid convolution of the two.
 * - `Conv2DBackpropInput` is scalar code; dx is the convolution of dy with the flipped kernel, and
 *   convolutions run on SIMD code (measured 5–9 × faster).
 * - `MaxPoolGrad` searches every window through a generic path; one pass over the heap is 10 × faster.
 * - `Slice` copies the whole tensor out of the heap for every part that is cut from it; the weights of a network are
 *   cut from one vector, every step.
 *
 * Stride and dilation 1 only; down-sample by pooling.
 */
import {
  backend_util,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  getKernel,
  type KernelBackend,
  MaxPoolGrad,
  type MaxPoolGradAttrs,
  type NamedAttrMap,
  registerKernel,
  Slice,
  type SliceAttrs,
  slice_util,
  type Tensor,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core'
import { strides } from '../../tensor.ts'

type Shape4 = [number, number, number, number]
type Inputs = Record<string, TensorInfo>

/** The parts of the WASM backend that kernels use (BackendWasm; its class is not needed here). */
interface HeapBackend extends KernelBackend {
  makeOutput(shape: number[], dtype: TensorInfo['dtype']): TensorInfo
  typedArrayFromHeap(info: TensorInfo): ArrayLike<number> & Float32Array
}

let registered = false

/**
 * Registers the kernels for the backend called `wasm`. May be called any number of times, before or after it starts.
 * @throws RangeError before its package is imported, which would put its own kernels in their place
 */
export function registerWasmTrainingKernels(): void {
  if (registered) return
  const general = getKernel(Slice, 'wasm')?.kernelFunc
  if (general === undefined)
    throw new RangeError(
      'the backend wasm is not there; expected an import of @tensorflow/tfjs-backend-wasm before',
    )
  registered = true
  replace(Conv2DBackpropFilter, (inputs, backend, attrs) =>
    filterGradient(inputs, backend, attrs as NamedAttrMap & Conv2DBackpropFilterAttrs),
  )
  replace(Conv2DBackpropInput, (inputs, backend, attrs) =>
    inputGradient(inputs, backend, attrs as NamedAttrMap & Conv2DBackpropInputAttrs),
  )
  replace(MaxPoolGrad, (inputs, backend, attrs) =>
    maxPoolGradient(inputs, backend as HeapBackend, attrs as NamedAttrMap & MaxPoolGradAttrs),
  )
  replace(Slice, (inputs, backend, attrs) => {
    const part = contiguousSlice(inputs, backend as HeapBackend, attrs as NamedAttrMap & SliceAttrs)
    return part ?? (general({ inputs, backend, attrs }) as TensorInfo)
  })
}

function replace(
  name: string,
  run: (inputs: Inputs, backend: KernelBackend, attrs: NamedAttrMap) => TensorInfo,
): void {
  if (getKernel(name, 'wasm')) unregisterKernel(name, 'wasm')
  registerKernel({
    kernelName: name,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => run(inputs as Inputs, backend as KernelBackend, attrs ?? {}),
  })
}

/** Runs another kernel of the backend. The result is not tracked by the engine: dispose of it or return it. */
function call(kernel: string, inputs: Inputs, backend: KernelBackend, attrs: NamedAttrMap): TensorInfo {
  const config = getKernel(kernel, 'wasm')
  if (!config) throw new Error(`the WASM backend has no kernel ${kernel}`)
  const result = config.kernelFunc({ inputs, backend, attrs })
  if (Array.isArray(result)) throw new Error(`kernel ${kernel} gave several tensors`)
  return result
}

function convInfoOf(
  what: string,
  inputShape: readonly number[],
  filterShape: readonly number[],
  attrs: Pick<Conv2DBackpropInputAttrs, 'strides' | 'pad' | 'dataFormat' | 'dimRoundingMode'>,
): backend_util.Conv2DInfo {
  if (attrs.dataFormat !== 'NHWC')
    throw new Error(`${what} on WASM supports NHWC only, got ${attrs.dataFormat}`)
  const info = backend_util.computeConv2DInfo(
    [...inputShape] as Shape4,
    [...filterShape] as Shape4,
    attrs.strides,
    // The attributes of these two kernels hold no dilation; core refuses dilated gradients before it comes here.
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  )
  if (info.strideHeight !== 1 || info.strideWidth !== 1) {
    throw new Error(`${what} on WASM supports stride 1 only, got ${info.strideHeight}×${info.strideWidth}`)
  }
  return info
}

/** dW [y, x, i, c] = Σ over n, h, w of x [n, h + y, w + x, i] · dy [n, h, w, c]. */
function filterGradient(
  { x, dy }: Inputs,
  backend: KernelBackend,
  attrs: Conv2DBackpropFilterAttrs,
): TensorInfo {
  if (!x || !dy) throw new Error('Conv2DBackpropFilter needs x and dy')
  const { padInfo } = convInfoOf('Conv2DBackpropFilter', x.shape, attrs.filterShape, attrs)
  // The map becomes the batch's place and the batch the channels, so that the convolution sums over pictures.
  const images = call('Transpose', { x }, backend, { perm: [3, 1, 2, 0] })
  const kernel = call('Transpose', { x: dy }, backend, { perm: [1, 2, 0, 3] })
  const pad = [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ]
  const product = call('Conv2D', { x: images, filter: kernel }, backend, {
    strides: 1,
    pad,
    dataFormat: 'NHWC',
    dilations: 1,
    dimRoundingMode: 'floor',
  })
  const gradient = call('Transpose', { x: product }, backend, { perm: [1, 2, 0, 3] })
  for (const info of [images, kernel, product]) backend.disposeData(info.dataId)
  return gradient
}

/** dx = dy convolved with the kernel turned by half a turn, input and output channels exchanged. */
function inputGradient(
  { dy, filter }: Inputs,
  backend: KernelBackend,
  attrs: Conv2DBackpropInputAttrs,
): TensorInfo {
  if (!dy || !filter) throw new Error('Conv2DBackpropInput needs dy and filter')
  const { padInfo, filterHeight, filterWidth } = convInfoOf(
    'Conv2DBackpropInput',
    attrs.inputShape,
    filter.shape,
    attrs,
  )
  const turned = call('Reverse', { x: filter }, backend, { dims: [0, 1] })
  const kernel = call('Transpose', { x: turned }, backend, { perm: [0, 1, 3, 2] })
  const pad = [
    [0, 0],
    [filterHeight - 1 - padInfo.top, filterHeight - 1 - padInfo.bottom],
    [filterWidth - 1 - padInfo.left, filterWidth - 1 - padInfo.right],
    [0, 0],
  ]
  const gradient = call('Conv2D', { x: dy, filter: kernel }, backend, {
    strides: 1,
    pad,
    dataFormat: 'NHWC',
    dilations: 1,
    dimRoundingMode: 'floor',
  })
  for (const info of [turned, kernel]) backend.disposeData(info.dataId)
  return gradient
}

/** Values that lie side by side, copied within the heap; null if they do not, or are no numbers. */
function contiguousSlice({ x }: Inputs, backend: HeapBackend, attrs: SliceAttrs): TensorInfo | null {
  if (!x || x.dtype === 'string') return null
  const [begin, size] = slice_util.parseSliceParams(x as Tensor, attrs.begin, attrs.size)
  if (!begin || !size) throw new Error('Slice: neither place nor size')
  if (!slice_util.isSliceContinous(x.shape, begin, size)) return null
  const result = backend.makeOutput(size, x.dtype)
  // Views are taken after the allocation: growing the heap would detach earlier ones.
  const [from, to] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(result)]
  const first = slice_util.computeFlatOffset(begin, strides(x.shape))
  to.set(from.subarray(first, first + to.length))
  return result
}

/** The gradient goes to the first largest value of each window. */
function maxPoolGradient({ dy, input }: Inputs, backend: HeapBackend, attrs: MaxPoolGradAttrs): TensorInfo {
  if (!dy || !input) throw new Error('MaxPoolGrad needs dy and input')
  const { filterSize, strides, pad, dimRoundingMode } = attrs
  const info = backend_util.computePool2DInfo(
    [...input.shape] as Shape4,
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  )
  const result = backend.makeOutput([...input.shape], 'float32')
  // Views are taken after the allocation: growing the heap would detach earlier ones.
  const [x, up, dx] = [input, dy, result].map((tensor) => backend.typedArrayFromHeap(tensor))
  if (!x || !up || !dx) throw new Error('MaxPoolGrad: no view of the heap')
  dx.fill(0)
  scatterToLargest(x, up, dx, info)
  return result
}

function scatterToLargest(
  x: Float32Array,
  up: Float32Array,
  dx: Float32Array,
  info: backend_util.Conv2DInfo,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, inChannels } = info
  const { strideHeight, strideWidth, effectiveFilterHeight, effectiveFilterWidth, padInfo } = info
  let at = 0
  for (let n = 0; n < batchSize; n++) {
    for (let h = 0; h < outHeight; h++) {
      const top = h * strideHeight - padInfo.top
      const [firstRow, lastRow] = [Math.max(0, top), Math.min(inHeight, top + effectiveFilterHeight)]
      for (let w = 0; w < outWidth; w++) {
        const left = w * strideWidth - padInfo.left
        const [firstCol, lastCol] = [Math.max(0, left), Math.min(inWidth, left + effectiveFilterWidth)]
        for (let c = 0; c < inChannels; c++, at++) {
          let most = Number.NEGATIVE_INFINITY
          let where = -1
          for (let p = firstRow; p < lastRow; p++) {
            let cell = ((n * inHeight + p) * inWidth + firstCol) * inChannels + c
            for (let q = firstCol; q < lastCol; q++, cell += inChannels) {
              const value = x[cell] ?? 0
              if (value > most) {
                most = value
                where = cell
              }
            }
          }
          if (where >= 0) dx[where] = (dx[where] ?? 0) + (up[at] ?? 0)
        }
      }
    }
  }
}
