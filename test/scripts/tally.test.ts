import { describe, expect, it } from 'vitest'
import { add, nothing, tallyPlaywright, tallyStatus, tallyVitest, totals } from '../../scripts/tally.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
})

describe('tallyVitest', () => {
  it('takes the numbers of the report', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [file('failed', 'failed', 'failed', 'passed')],
    }
    expect(tallyVitest(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('counts a file that could not be loaded', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 0,
      testResults: [file('failed'), file('passed', 'passed')],
    }
    expect(tallyVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('never calls a bad end or a missing report a success', () => {
    expect(tallyVitest({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1)
    expect(tallyVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('tallyPlaywright', () => {
  it('takes the numbers of the report; flaky and broken count as failed', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 }
    expect(tallyPlaywright({ stats, errors: [{}] }, 1)).toEqual({ passed: 7, failed: 4, skipped: 3 })
  })

  it('never calls a bad end or a missing report a success', () => {
    const stats = { expected: 1, unexpected: 0, flaky: 0, skipped: 0 }
    expect(tallyPlaywright({ stats, errors: [] }, 1).failed).toBe(1)
    expect(tallyPlaywright(null, 0).failed).toBe(1)
    expect(tallyPlaywright({}, 0).failed).toBe(1)
  })
})

describe('totals', () => {
  it('is one line that adds everything up', () => {
    const sum = [tallyStatus(0), tallyStatus(2), { passed: 4, failed: 0, skipped: 0 }].reduce(add, nothing)
    expect(totals(sum)).toBe('5 passed, 1 failed')
    expect(totals({ ...sum, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped')
  })
})
