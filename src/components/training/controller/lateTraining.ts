/** The training without its code, which is fetched when something is first asked of it: the first view has no use for it. */
import { once } from '../../../model/engine/client/once.ts'
import { noteMissing } from '../../../model/state/slices/data.ts'
import type { AppStore } from '../../../model/state/store.ts'
import { codePart } from '../../missingParts.ts'
import type { Training } from './training.ts'

const trainingPart = codePart('training')

export function lateTraining(store: AppStore): Training {
  let training: Training | null = null
  const load = once(async () => {
    const { createTraining } = await import('./training.ts')
    training = createTraining(store)
    return training
  })
  const there = async (): Promise<Training> => {
    try {
      const found = await load()
      noteMissing(store, trainingPart, false)
      return found
    } catch (error) {
      noteMissing(store, trainingPart, true)
      throw error
    }
  }
  /** Without its code nothing trains, which the page then says. */
  const ask = async (act: (training: Training) => Promise<void>): Promise<void> => {
    const found = await there().catch(() => null)
    if (found !== null) await act(found)
  }
  return {
    play: () => ask((it) => it.play()),
    pause: () => ask((it) => it.pause()),
    advance: (unit) => ask((it) => it.advance(unit)),
    reset: () => ask((it) => it.reset()),
    resume: (from) => ask((it) => it.resume(from)),
    newStart: () => ask((it) => it.newStart()),
    choose: (changes) => ask((it) => it.choose(changes)),
    leave: () => ask((it) => it.leave()),
    evaluateSet: async (part, which) => (await there()).evaluateSet(part, which),
    keep: () => training?.keep(),
    client: () => training?.client() ?? null,
  }
}
