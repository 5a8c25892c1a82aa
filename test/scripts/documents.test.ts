import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/run.ts'

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names files that are there', (name) => {
  const text = readFileSync(join(projectRoot, name), 'utf8')
  const named = [...text.matchAll(/`((?:src|test|scripts|public|bench)\/[\w./-]*)`/g)].map(([, path]) => path)
  // What a recipe tells the reader to make.
  const made = ['src/model/data/series/sines.ts']
  expect(named.length).toBeGreaterThan(0)
  expect(
    named.filter((path) => !made.includes(path ?? '') && !existsSync(join(projectRoot, path ?? ''))),
  ).toEqual([])
})
