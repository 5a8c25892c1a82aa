/** All checks, in the order in which they are made; none needs another one. */
import { lesson } from './checks/lesson.ts'
import { looks } from './checks/looks.ts'
import { opening } from './checks/opening.ts'
import { ownSeries } from './checks/ownSeries.ts'
import { training } from './checks/training.ts'
import type { Check } from './visit.ts'

export const checks: readonly Check[] = [...opening, ...lesson, ...looks, ...training, ...ownSeries]
