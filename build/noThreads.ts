/** Stands in for the glue of TensorFlow.js' threaded WASM build, which the page never starts. */
export default function threaded(): never {
  throw new Error('the threaded WASM build is not part of this site')
}

/** The source of its thread workers. */
export const wasmWorkerContents = ''
