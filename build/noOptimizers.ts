/** Stands in for TensorFlow.js' registry of optimizers: the engine has Adam of its own (engine/run/adam.ts). */
export function registerOptimizers(): void {}
