/**
 * Runs unit tests in the order of its arguments and tells its parent of each as it ends. A program of its own, so
 * that one that hangs can be ended.
 */
import { BaseSequencer, startVitest, type TestSpecification } from 'vitest/node'

/** A test at its end; something that broke around the tests of a file has the file's name. */
export interface Ended {
  readonly kind: 'passed' | 'failed'
  readonly file: string
  readonly test: string
  readonly ms: number
  /** It was not done in its time. */
  readonly late: boolean
}

export type Told =
  | Ended
  | { readonly kind: 'file'; readonly file: string; readonly ms: number }
  | { readonly kind: 'end'; readonly tests: number }

const files = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const tell = (told: Told) => process.send?.(told)

class InOrder extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      files.findIndex((file) => moduleId.endsWith(`/${file}`))
    return specifications.toSorted((a, b) => place(a) - place(b))
  }
}

await startVitest('test', files, {
  watch: false,
  project: ['node'],
  silent: true,
  sequence: { sequencer: InOrder },
  reporters: [
    {
      onTestCaseResult(test) {
        const { state: kind, errors = [] } = test.result()
        if (kind !== 'passed' && kind !== 'failed') return
        const late = errors.some(({ message }) => /timed out in/.test(message))
        const ms = test.diagnostic()?.duration ?? 0
        tell({ kind, file: test.module.relativeModuleId, test: test.fullName, ms, late })
      },
      onTestModuleEnd(module) {
        const file = module.relativeModuleId
        const { duration: ms } = module.diagnostic()
        if (module.errors().length > 0) tell({ kind: 'failed', file, test: file, ms, late: false })
        tell({ kind: 'file', file, ms })
      },
      onTestRunEnd(modules, unhandled) {
        const [first] = unhandled
        const file = modules[0]?.relativeModuleId ?? ''
        if (first !== undefined) tell({ kind: 'failed', file, test: first.message, ms: 0, late: false })
        const tests = modules.reduce((sum, { children }) => sum + [...children.allTests()].length, 0)
        tell({ kind: 'end', tests })
      },
    },
  ],
})
