import { expect, test } from 'vitest'
import { DeviceLost } from '../../../../src/model/engine/backends/guard.ts'
import { Recovery } from '../../../../src/model/engine/worker/recovery.ts'
import { RunLock } from '../../../../src/model/engine/worker/runLock.ts'

type Parts = ConstructorParameters<typeof Recovery>[0]

/** What a recovery does, in order; `at` is where the run stands afterwards. */
function recorded(hasRun = true) {
  const done: string[] = []
  const run = {
    step: 12,
    lastGood: { step: 5 },
    latest: { step: 9 },
    goTo({ step }: { step: number }) {
      run.step = step
      done.push(`go to ${step}`)
    },
  }
  const parts = {
    device: {
      explain: (error: unknown) => error,
      abandon: () => done.push('abandon'),
      report: { chosen: 'cpu' },
    },
    events: {
      run: 3,
      phase: 'running',
      enter: (phase: string) => done.push(phase),
      tell: (trouble: object) => done.push(JSON.stringify(trouble)),
    },
    frames: { follow: (id: number) => done.push(`follow ${id}`) },
    runLock: new RunLock(),
    run: () => (hasRun ? run : null),
    ensureBackend: async () => void done.push('another backend'),
  }
  return { done, recovery: new Recovery(parts as unknown as Parts) }
}

const lost = () => Promise.reject(new DeviceLost('context lost'))

test('a lost device: another backend, and on from the latest state, which the numbers say nothing against', async () => {
  const { done, recovery } = recorded()
  expect(await recovery.survive(lost)).toBeUndefined()
  expect(done).toEqual([
    'lost',
    'abandon',
    'another backend',
    'go to 9',
    JSON.stringify({ kind: 'contextLost', backTo: 9, backend: 'cpu' }),
    'follow 3',
    'running',
  ])
  expect(recovery.done).toBeNull()
})

test('several may ask; it happens once', async () => {
  const { done, recovery } = recorded()
  const first = recovery.recover()
  expect(recovery.recover()).toBe(first)
  expect(recovery.done).toBe(first)
  await first
  expect(done.filter((one) => one === 'abandon')).toHaveLength(1)
})

test('without a run nothing is lost', async () => {
  const { done, recovery } = recorded(false)
  await recovery.recover()
  expect(done).toEqual([])
})

test('any other error is the task’s own, and a result is handed on', async () => {
  const { done, recovery } = recorded()
  await expect(recovery.survive(() => Promise.reject(new RangeError('too far')))).rejects.toThrow('too far')
  expect(await recovery.survive(async () => 7)).toBe(7)
  expect(done).toEqual([])
})
