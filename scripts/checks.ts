/** The static checks: each counts as one test. */
import { runProgram, runScript } from './run.ts'

export interface Check {
  readonly name: string
  /** Exit status; 0 is passed. */
  run(): Promise<number>
}

export const checks: readonly Check[] = [
  { name: 'types', run: () => runProgram('typescript', 'tsc', ['--noEmit']) },
  { name: 'lint', run: () => runProgram('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']) },
  { name: 'architecture', run: () => runScript('check-architecture.ts') },
  { name: 'unused', run: () => runProgram('knip', 'knip', ['--no-progress']) },
]
