/** Softmax of one channel's logit while the others stay as they are. */
export function softmaxOfOne(logits: Float32Array, channel: number): (logit: number) => number {
  const rest = logits.reduce((sum, logit, c) => (c === channel ? sum : sum + Math.exp(logit)), 0)
  return (logit) => Math.exp(logit) / (Math.exp(logit) + rest)
}
