import { expect, test } from 'vitest'
import { RunLock } from '../../../../src/model/engine/worker/runLock.ts'

/** A runLock whose loops run until they are told to stop, and a diary of what happened. */
function rig() {
  const runLock = new RunLock()
  const diary: string[] = []
  const loop = (name: string) =>
    runLock.loop(async () => {
      diary.push(`${name} begins`)
      while (!runLock.stopping) await turn()
      diary.push(`${name} ends`)
    })
  const change = (name: string) =>
    runLock.change(async () => {
      diary.push(`${name} changes`)
      await turn()
      diary.push(`${name} changed`)
    })
  return { runLock, diary, loop, change }
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
const some = async () => {
  for (let i = 0; i < 10; i++) await turn()
}

test('a loop asked for during a change begins after it', async () => {
  const { runLock, diary, loop, change } = rig()
  const changed = change('prepare')
  const played = loop('play')
  await changed
  await some()
  expect(diary).toEqual(['prepare changes', 'prepare changed', 'play begins'])
  await runLock.halt()
  await played
})

test('a later change overrules a loop that waits for an earlier one', async () => {
  const { diary, loop, change } = rig()
  const first = change('first')
  const played = loop('play')
  const second = change('second')
  await Promise.all([first, played, second])
  await some()
  expect(diary).toEqual(['first changes', 'first changed', 'second changes', 'second changed'])
})

test('pause overrules a play that waits, and the play ends without a word', async () => {
  const { runLock, diary, loop, change } = rig()
  const changed = change('prepare')
  const played = loop('play')
  await runLock.halt()
  await Promise.all([changed, played])
  await some()
  expect(diary).toEqual(['prepare changes', 'prepare changed'])
})

test('play, pause, play, pause in one go leaves nothing running', async () => {
  const { runLock, diary, loop } = rig()
  const all = [loop('one')]
  await some()
  all.push(runLock.halt(), loop('two'), runLock.halt())
  await Promise.all(all)
  await some()
  expect(diary).toEqual(['one begins', 'one ends'])
})

test('a second play joins the loop; a change that fails does not hold up the next', async () => {
  const { runLock, diary, loop } = rig()
  await expect(runLock.change(() => Promise.reject(new Error('no data')))).rejects.toThrow('no data')
  const all = [loop('one'), loop('two')]
  await some()
  all.push(loop('three'))
  await some()
  expect(diary).toEqual(['two begins'])
  await runLock.halt()
  await Promise.all(all)
  expect(diary).toEqual(['two begins', 'two ends'])
})

test('a loop that cannot begin rejects, and the next one may try', async () => {
  const { runLock, diary, loop } = rig()
  const broken = runLock.loop(() => {
    throw new Error('nothing is prepared')
  })
  await expect(broken).rejects.toThrow('nothing is prepared')
  const played = loop('play')
  await some()
  await runLock.halt()
  await played
  expect(diary).toEqual(['play begins', 'play ends'])
})
