/** The reader's series as the network takes them. */
import type { PreparedProblem } from '../../../model/data/series/prepare.ts'
import { prepareSeries } from '../../../model/data/series/readers/client.ts'
import { type OwnChoices, type OwnSeries, ownKey } from '../../../model/state/own.ts'

let last: { readonly key: string; readonly problem: Promise<PreparedProblem> } | null = null

/**
 * The last one is remembered: what was tried while the files were opened is wanted again right after.
 * @throws RangeError as `prepareProblem` does
 */
export function preparedOwn(own: OwnSeries, choices: OwnChoices): Promise<PreparedProblem> {
  const key = ownKey(own, choices)
  if (last?.key === key) return last.problem
  const problem = prepareSeries(own, choices)
  const mine = { key, problem }
  last = mine
  problem.catch(() => {
    if (last === mine) last = null
  })
  return problem
}
