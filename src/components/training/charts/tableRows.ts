/** A table longer than this helps nobody and costs the page its frames. */
export const mostTableRows = 200

/** At most 200 rows, evenly spread, first and last among them. */
export function tableRows<T>(rows: readonly T[], most = mostTableRows): readonly T[] {
  if (rows.length <= most) return rows
  return Array.from(
    { length: most },
    (_, i) => rows[Math.round((i * (rows.length - 1)) / (most - 1))],
  ).filter((row) => row !== undefined)
}
