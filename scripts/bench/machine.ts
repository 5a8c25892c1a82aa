/** What the numbers were taken on: kinds and counts, no names. */
import { cpus, loadavg, totalmem } from 'node:os'

export interface Machine {
  readonly platform: string
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
  readonly browser: string
}

export function describeMachine(browser: string): Machine {
  const processors = cpus()
  return {
    platform: `${process.platform} ${process.arch}`,
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    browser,
  }
}

/** Mean number of running programs over 1, 5 and 15 minutes: above the number of cores, times are not to be trusted. */
export function load(): number[] {
  return loadavg().map((value) => Number(value.toFixed(2)))
}
