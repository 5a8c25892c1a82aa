/** A copy of the tree to plant changes in: the working tree is never touched, whatever happens to the program. */
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageProgram, projectRoot } from '../run.ts'
import { type Mutant, mutated } from './sites.ts'

export class Copy {
  readonly root = mkdtempSync(join(tmpdir(), 'se-mutants-'))

  constructor() {
    process.once('exit', () => rmSync(this.root, { recursive: true, force: true }))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => process.exit(130))
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: projectRoot,
      encoding: 'utf8',
    })
    // Data that prepare-data has unpacked; tests read them.
    for (const path of [...listed.split('\0'), 'public/packaged']) {
      const from = join(projectRoot, path)
      if (path === '' || !existsSync(from)) continue
      mkdirSync(dirname(join(this.root, path)), { recursive: true })
      cpSync(from, join(this.root, path), { recursive: true })
    }
    symlinkSync(join(projectRoot, 'node_modules'), join(this.root, 'node_modules'), 'junction')
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8')
  }

  /** Does something while the mutants are in their files, which are one file each. */
  async planted<T>(mutants: readonly Mutant[], act: () => Promise<T>): Promise<T> {
    const before = mutants.map(({ file }) => this.read(file))
    const write = (i: number, text: string) => writeFileSync(join(this.root, mutants[i]?.file ?? ''), text)
    for (const [i, mutant] of mutants.entries()) write(i, mutated(before[i] ?? '', mutant))
    try {
      return await act()
    } finally {
      for (const [i, text] of before.entries()) write(i, text)
    }
  }

  /** Those that the compiler takes. Many at once, since it must read the whole program each time. */
  async compiling(candidates: readonly Mutant[]): Promise<Mutant[]> {
    const kept: Mutant[] = []
    for (let waiting = [...candidates]; waiting.length > 0; ) {
      const files = new Set<string>()
      const now = waiting.filter(({ file }) => files.size < files.add(file).size)
      waiting = waiting.filter((one) => !now.includes(one))
      kept.push(...(await this.sound(now)))
    }
    return kept
  }

  /** Of mutants of different files. An error in a file that nothing was planted in is another's: then one by one. */
  private async sound(mutants: readonly Mutant[]): Promise<Mutant[]> {
    const faulty = await this.planted(mutants, () => this.filesWithErrors())
    const left = mutants.filter(({ file }) => !faulty.has(file))
    if (left.length === 0) return []
    if (faulty.size === 0) return left
    if (left.length < mutants.length) return this.sound(left)
    if (left.length === 1) return []
    const half = Math.ceil(left.length / 2)
    return [...(await this.sound(left.slice(0, half))), ...(await this.sound(left.slice(half)))]
  }

  private async filesWithErrors(): Promise<ReadonlySet<string>> {
    const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', join(this.root, '.cache/types.json')]
    // What a dropped statement leaves unused is still a program.
    const unused = ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false']
    const program = packageProgram('typescript', 'tsc')
    const args = [program, ...options, ...unused, '--pretty', 'false']
    const child = spawn(process.execPath, args, { cwd: this.root, stdio: ['ignore', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    await new Promise((done, failed) => child.once('error', failed).once('close', done))
    const lines = Buffer.concat(chunks)
      .toString('utf8')
      .matchAll(/^(\S.*?)\(\d+,\d+\): error/gm)
    return new Set(Array.from(lines, ([, file = '']) => file))
  }
}
