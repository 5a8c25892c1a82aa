/** Memory of pure functions, told apart by the identity of their arguments. */

interface LastCalls<A extends readonly unknown[], R> {
  readonly call: (...args: A) => R
  /** Takes a result that was computed elsewhere. */
  readonly keep: (args: A, result: R) => void
}

/** Keeps the results of the last `count` calls. */
export function lastCalls<A extends readonly unknown[], R>(
  count: number,
  compute: (...args: A) => R,
): LastCalls<A, R> {
  const calls: { readonly args: A; readonly result: R }[] = []
  const keep = (args: A, result: R) => {
    calls.unshift({ args, result })
    calls.length = Math.min(calls.length, count)
  }
  const call = (...args: A) => {
    // NaN is NaN: a selector that answers anew at every call keeps React rendering for ever.
    const at = calls.findIndex((one) => one.args.every((arg, i) => Object.is(arg, args[i])))
    const known = calls[at]
    if (known !== undefined) {
      // What is asked for again is the last to go.
      if (at > 0) calls.unshift(...calls.splice(at, 1))
      return known.result
    }
    const result = compute(...args)
    keep(args, result)
    return result
  }
  return { call, keep }
}

/** Keeps the last result. */
export function memo<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  return lastCalls(1, compute).call
}
