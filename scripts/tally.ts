/** Counts tests from what the runners wrote, not from what they printed. */

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** One check or step: passed or failed by its exit status. */
export function tallyStatus(status: number): Tally {
  return status === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

/**
 * Vitest's JSON report. A file that could not be loaded has failed without a
 * failed test in it, and counts as one failure; so does a run that ends badly
 * with no failure reported, or without a report.
 */
export function tallyVitest(report: unknown, status: number): Tally {
  if (!isRecord(report)) return { ...nothing, failed: 1 }
  const files = Array.isArray(report.testResults) ? report.testResults.filter(isRecord) : []
  const broken = files.filter(
    ({ status: state, assertionResults }) => state === 'failed' && !hasFailure(assertionResults),
  )
  return withStatus(
    {
      passed: count(report.numPassedTests),
      failed: count(report.numFailedTests) + broken.length,
      skipped: count(report.numPendingTests) + count(report.numTodoTests),
    },
    status,
  )
}

/** Playwright's JSON report. A flaky test, one that passed when tried again, has failed. */
export function tallyPlaywright(report: unknown, status: number): Tally {
  const stats = isRecord(report) ? report.stats : null
  if (!isRecord(report) || !isRecord(stats)) return { ...nothing, failed: 1 }
  const errors = Array.isArray(report.errors) ? report.errors.length : 0
  return withStatus(
    {
      passed: count(stats.expected),
      failed: count(stats.unexpected) + count(stats.flaky) + errors,
      skipped: count(stats.skipped),
    },
    status,
  )
}

/** The closing line. */
export function totals({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function withStatus(tally: Tally, status: number): Tally {
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function hasFailure(assertions: unknown): boolean {
  return Array.isArray(assertions) && assertions.some((one) => isRecord(one) && one.status === 'failed')
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
