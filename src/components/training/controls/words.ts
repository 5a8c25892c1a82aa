/** States of the engine in words. */
import {
  type BackendName,
  type BackendReport,
  backendNames,
  type Phase,
} from '../../../model/engine/protocol.ts'
import type { TextKey, TextTools } from '../../text/i18n.tsx'

export const backendKeys = {
  webgl: 'train.backend.webgl',
  wasm: 'train.backend.wasm',
  cpu: 'train.backend.cpu',
} as const satisfies Readonly<Record<BackendName, TextKey>>

const whyKeys = {
  fastest: 'train.why.fastest',
  requested: 'train.why.requested',
  webglMissing: 'train.why.webglMissing',
  webglSoftware: 'train.why.webglSoftware',
  webglHalfFloat: 'train.why.webglHalfFloat',
  webglNotLoaded: 'train.why.webglNotLoaded',
  webglLost: 'train.why.webglLost',
  wasmMissing: 'train.why.wasmMissing',
} as const satisfies Readonly<Record<BackendReport['reason'], TextKey>>

/** Which backend computes, why, and what was measured. */
export function backendText(
  { chosen, reason, stepMs, renderer }: BackendReport,
  { t, number }: TextTools,
): string {
  const why = t(whyKeys[reason], {
    backend: t(backendKeys[chosen]),
    renderer: renderer ?? t('train.why.noRenderer'),
  })
  const times = backendNames.flatMap((name) => {
    const ms = stepMs[name]
    return ms === undefined ? [] : t('train.why.ms', { backend: t(backendKeys[name]), ms: number.value(ms) })
  })
  return [why, ...(times.length === 0 ? [] : [times.join(' · ')])].join(' ')
}

const phaseKeys = {
  idle: 'train.phase.idle',
  loading: 'train.phase.loading',
  ready: 'train.phase.ready',
  running: 'train.phase.running',
  paused: 'train.phase.paused',
  done: 'train.phase.done',
  diverged: 'train.phase.diverged',
  lost: 'train.phase.lost',
} as const satisfies Readonly<Record<Phase, TextKey>>

export function phaseText(
  phase: Phase,
  { step, heldOutAccuracy }: { readonly step: number; readonly heldOutAccuracy: number | null },
  { t, number }: TextTools,
): string {
  const isAtStart = phase === 'paused' && step === 0
  return t(isAtStart ? 'train.phase.pausedFirst' : phaseKeys[phase], {
    step: number.integer(step),
    accuracy: accuracyText(heldOutAccuracy, { t, number }),
  })
}

/** 0–1 as per cent, or a dash if it was not measured. */
export function accuracyText(
  accuracy: number | null,
  { t, number }: Pick<TextTools, 't' | 'number'>,
): string {
  return accuracy === null ? t('train.none') : number.percent1(accuracy)
}
