import type { SeriesPart, SeriesProblem } from './types.ts'

/** Names of the classes that are in the training part, but not in both others: their series were too few to be parted. */
export function thinClasses({
  classes,
  train,
  validation,
  test,
}: Pick<SeriesProblem, 'classes' | 'train' | 'validation' | 'test'>): string[] {
  const [learned, ...judged] = [train, validation, test].map(({ y }: SeriesPart) => new Set(y))
  return classes.filter((_, label) => learned?.has(label) === true && judged.some((part) => !part.has(label)))
}
