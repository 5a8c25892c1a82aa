/** Whether the tests notice a mutant. A failure counts only if the same test passes where nothing is planted. */
import type { Copy } from './copy.ts'
import { importersIn, testsOf } from './related.ts'
import type { Mutant } from './sites.ts'
import { EndedFromOutside, runTests, type TestRun } from './testRun.ts'
import type { Ended } from './tests.ts'

/** So much longer than without the mutant: not the machine's fault. */
const MUCH_LONGER = 3

export class Judge {
  private readonly copy: Copy
  private limit: number
  private readonly importers: ReadonlyMap<string, readonly string[]>
  /** Milliseconds of a test file, where known: of those that are as near the quicker goes first. */
  private readonly durations = new Map<string, number>()
  /** Milliseconds of tests that have passed here. */
  private readonly sound = new Map<string, number>()
  private readonly tried = new Set<string>()
  /** Tests that fail as it is, or are too slow here to tell. */
  private readonly useless = new Set<string>()

  /** @param limit milliseconds without the end of any test, after which it hangs */
  constructor(copy: Copy, limit: number) {
    this.copy = copy
    this.limit = limit
    this.importers = importersIn(copy.root)
  }

  /** Tests whose failures did not count. */
  get left(): readonly string[] {
    return [...this.useless]
  }

  /** @returns what noticed it; null: nothing did */
  async noticedBy(mutant: Mutant): Promise<string | null> {
    const near = testsOf(mutant.file, this.importers)
    const ms = (file: string) => this.durations.get(file) ?? 0
    const files = near
      .toSorted((a, b) => a.steps - b.steps || b.shared - a.shared || ms(a.file) - ms(b.file))
      .map(({ file }) => file)
    if (files.length === 0) return null
    for (;;) {
      const run = await this.copy.planted([mutant], () => this.run(files))
      const { failed } = run
      if (failed === null) return null
      if (failed === 'hung') {
        if (await this.hangs(files.filter((file) => !run.files.has(file)))) return 'an endless wait'
      } else if (await this.counts(failed)) return idOf(failed)
    }
  }

  private async run(files: readonly string[], tries = 3): Promise<TestRun> {
    const counts = (failure: Ended) => !this.useless.has(idOf(failure))
    const run = await runTests(this.copy.root, files, this.limit, counts).catch((error: unknown) => {
      if (tries === 1 || !(error instanceof EndedFromOutside)) throw error
      return this.run(files, tries - 1)
    })
    for (const [file, ms] of run.files) this.durations.set(file, ms)
    // With something else planted, that is: it does not fail as it is.
    for (const one of run.passed) this.sound.set(idOf(one), one.ms)
    return run
  }

  private async counts(failure: Ended): Promise<boolean> {
    if (!this.sound.has(idOf(failure))) await this.tryOut(failure.file)
    // A file that cannot be read has no such test without the mutant.
    const before = this.sound.get(idOf(failure)) ?? (failure.test === failure.file ? 0 : undefined)
    const counts =
      before !== undefined &&
      !this.useless.has(failure.file) &&
      !(failure.late && failure.ms < MUCH_LONGER * before)
    if (!counts) this.useless.add(idOf(failure))
    return counts
  }

  /** Runs a file with nothing planted, once. */
  private async tryOut(file: string): Promise<void> {
    while (!this.tried.has(file)) {
      const { failed } = await this.run([file])
      if (failed === 'hung') this.limit *= MUCH_LONGER
      else if (failed === null) this.tried.add(file)
      else this.useless.add(idOf(failed))
    }
  }

  /** Whether the files come to their end with nothing planted, much sooner than the limit; else it is raised. */
  private async hangs(files: readonly string[]): Promise<boolean> {
    const { failed, longest } = await this.run(files.slice(0, 2))
    if (failed !== 'hung' && MUCH_LONGER * longest < this.limit) return true
    this.limit *= MUCH_LONGER
    return false
  }
}

function idOf({ file, test }: Ended): string {
  return file === test ? file : `${file} › ${test}`
}
