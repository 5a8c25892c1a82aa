/** `npm run check`: all static checks, each even if another failed. */
import { checks } from './checks.ts'

const failed: string[] = []
for (const { name, run } of checks) {
  if ((await run()) !== 0) failed.push(name)
}
console.log(failed.length === 0 ? `Checks passed: ${checks.length}` : `Checks failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
