import { describe, expect, test } from 'vitest'
import { draw, roomOf } from '../../scripts/mutants/draw.ts'
import { testsOf } from '../../scripts/mutants/related.ts'
import { type Mutant, mutantsOf, mutated } from '../../scripts/mutants/sites.ts'

/** Every program that one small change makes of a piece of code. */
const changes = (code: string) => mutantsOf('src/some.tsx', code).map((one) => mutated(code, one))

describe('what is changed', () => {
  test.each<[string, string[]]>([
    ['x = a + 2', ['x = a - 2', 'x = a + 3', ';']],
    ['const y = a <= b && c', ['const y = a < b && c', 'const y = a <= b || c']],
    ['const y = !a', ['const y = (a)']],
    [
      'const y = [0.9, 1e-3, 1, 0, 300, true]',
      [
        'const y = [0.99, 1e-3, 1, 0, 300, true]',
        'const y = [0.9, 0.01, 1, 0, 300, true]',
        'const y = [0.9, 1e-3, 2, 0, 300, true]',
        'const y = [0.9, 1e-3, 1, 1, 300, true]',
        'const y = [0.9, 1e-3, 1, 0, 600, true]',
        'const y = [0.9, 1e-3, 1, 0, 300, false]',
      ],
    ],
    [
      'for (let i = a; i < b; i++) c',
      ['for (let i = a; i < (b) - 1; i++) c', 'for (let i = a; i < b; i++) ;'],
    ],
    ['const y = a ? b : c', ['const y = !(a) ? b : c']],
    ['const y = Math.max(a, b)', ['const y = Math.min(a, b)']],
    ['const y = f(a, b)', ['const y = f(b, a)']],
    ['const y = a.slice(b)', ['const y = a', 'const y = a.slice(b + 1)']],
    [
      'function f() { if (a) return b; g(a) }',
      [
        'function f() { if (!(a)) return b; g(a) }',
        'function f() { if (true) return b; g(a) }',
        'function f() { ; g(a) }',
        'function f() { if (a) return b; ; }',
      ],
    ],
  ])('%s', (code, expected) => {
    expect(changes(code).sort()).toEqual(expected.sort())
  })

  test.each([
    "import { a } from './a.ts'",
    '// 1 + 2\nconst a = b',
    'type A = 1 | 2\nconst a: 3 = b',
    "const a = 'x + 1 && 2'",
    `const a = new RangeError(\`\${b + 1} of \${c - 2}\`)`,
    'const a = b[c] ?? 0',
    'const [a = 0] = b',
    'const a = f(b as 1, b as 1)',
    'const a = <g x={2} />',
    'const a = <g onClick={() => b(1 + 2)} />',
    'function onKeyDown() { b(1 + 2) }',
    'const a = useEffect(() => b(1 + 2), [c])',
  ])('nothing of %s', (code) => {
    expect(changes(code)).toEqual([])
  })

  test('it is told by its place', () => {
    expect(mutantsOf('src/some.ts', "const a = '한 “é'\n\nconst b = c - d")).toMatchObject([
      { file: 'src/some.ts', line: 3, kind: 'arithmetic', before: '-', after: '+' },
    ])
  })
})

describe('a draw', () => {
  /** Thirty lines of two mutants each in every file; those of `fails` do not compile. */
  const all: Mutant[] = [
    'src/model/lab/a.ts',
    'src/model/block/b.ts',
    'src/model/tensor.ts',
    'src/viz/loom/c.ts',
  ].flatMap((file) =>
    Array.from({ length: 60 }, (_, i) => ({
      file,
      line: 1 + (i >> 1),
      kind: i % 2 === 0 ? 'a' : 'b',
      start: i,
      end: i + 1,
      before: 'x',
      after: 'y',
    })),
  )
  const compiling = async (some: readonly Mutant[]) => some.filter(({ start }) => start % 3 > 0)
  const drawn = (seed: number, count: number) => draw(all, { seed, count, crowded: false }, compiling)

  test('follows the seed; four of every room at least, of each line one, none that does not compile', async () => {
    const first = await drawn(1, 20)
    expect(await drawn(1, 20)).toEqual(first)
    expect(await drawn(2, 20)).not.toEqual(first)
    expect(first).toHaveLength(20)
    const rooms = first.map(({ file }) => roomOf(file))
    for (const room of ['lab', 'block', 'model', 'viz'])
      expect(rooms.filter((one) => one === room).length).toBeGreaterThanOrEqual(4)
    expect(new Set(first.map(({ file, line }) => `${file}:${line}`)).size).toBe(20)
    expect(first.every(({ start }) => start % 3 > 0)).toBe(true)
  })

  test('ends where there is no more', async () => {
    expect((await drawn(1, 500)).length).toBeLessThan(121)
    expect(await drawn(1, 3)).toHaveLength(3)
  })
})

test('the tests of a file are those that import it, however far; not those in a browser', () => {
  const importers = new Map([
    ['src/model/lab/a.ts', ['src/model/lab/b.ts', 'test/model/lab/a.test.ts', 'test/e2e/x.spec.ts']],
    ['src/model/lab/b.ts', ['src/model/lab/a.ts', 'test/viz/b.test.tsx', 'test/browser/b.test.ts']],
  ])
  expect(testsOf('src/model/lab/a.ts', importers)).toEqual([
    { file: 'test/model/lab/a.test.ts', steps: 1, shared: 2 },
    { file: 'test/viz/b.test.tsx', steps: 2, shared: 0 },
  ])
})
