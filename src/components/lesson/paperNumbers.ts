/** Quoted from Hu et al., Squeeze-and-Excitation Networks, arXiv 1709.01507: errors on ImageNet in per cent. */
import type { NoteKey } from '../text/notes.ts'

/** Table 2: [top-1, top-5, GFLOPs (multiply-adds)] without SE and with it. */
export const gains = [
  { network: 'ResNet-50', plain: [24.8, 7.48, 3.86], se: [23.29, 6.62, 3.87] },
  { network: 'ResNet-101', plain: [23.17, 6.52, 7.58], se: [22.38, 6.07, 7.6] },
  { network: 'ResNet-152', plain: [22.42, 6.34, 11.3], se: [21.57, 5.73, 11.32] },
  { network: 'MobileNet', plain: [28.4, 9.4, 0.569], se: [25.3, 7.7, 0.572] },
] as const

interface Ablation {
  readonly table: number
  readonly name: NoteKey
  readonly values?: Readonly<Record<string, number>>
  readonly top1: number
  readonly top5: number
}

/** Tables 10 to 14 and 16: SE-ResNet-50; r = 16, mean, σ, in all stages and before the addition unless it is said. */
export const ablations: readonly Ablation[] = [
  { table: 10, name: 'source.paper.none', top1: 23.3, top5: 6.55 },
  ...[
    [2, 22.29, 6.0],
    [4, 22.25, 6.09],
    [8, 22.26, 5.99],
    [16, 22.28, 6.03],
    [32, 22.72, 6.2],
  ].map(
    ([r = 0, top1 = 0, top5 = 0]): Ablation => ({
      table: 10,
      name: 'source.paper.ratio',
      values: { r },
      top1,
      top5,
    }),
  ),
  { table: 11, name: 'source.paper.max', top1: 22.57, top5: 6.09 },
  { table: 12, name: 'source.paper.tanh', top1: 23.0, top5: 6.38 },
  { table: 12, name: 'source.paper.relu', top1: 23.47, top5: 6.98 },
  { table: 13, name: 'source.paper.stage', values: { stage: 2 }, top1: 23.03, top5: 6.48 },
  { table: 13, name: 'source.paper.stage', values: { stage: 3 }, top1: 23.04, top5: 6.32 },
  { table: 13, name: 'source.paper.stage', values: { stage: 4 }, top1: 22.68, top5: 6.22 },
  { table: 14, name: 'source.paper.pre', top1: 22.23, top5: 6.0 },
  { table: 14, name: 'source.paper.post', top1: 22.78, top5: 6.35 },
  { table: 14, name: 'source.paper.identity', top1: 22.2, top5: 6.15 },
  { table: 16, name: 'source.paper.noSqueeze', top1: 22.93, top5: 6.39 },
]
