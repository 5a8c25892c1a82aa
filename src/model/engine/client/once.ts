/** Done once, whoever asks; what failed may be tried again. */
export function once<T>(act: () => Promise<T>): () => Promise<T> {
  let doing: Promise<T> | null = null
  return () => {
    doing ??= act().catch((error: unknown) => {
      doing = null
      throw error
    })
    return doing
  }
}
