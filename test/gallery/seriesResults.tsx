/** What a series network makes of its test series, with numbers by formula. */
import { useState } from 'react'
import { classScores, confusionMatrix } from '../../src/model/lab/confusion.ts'
import { Branches } from '../../src/viz/series/Branches.tsx'
import { Confusion } from '../../src/viz/series/Confusion.tsx'
import { GateProfiles } from '../../src/viz/series/GateProfiles.tsx'
import { noise, number } from './made.ts'

const gestures = [
  'standing',
  'running',
  'walking upstairs',
  'badminton smash',
  'clear',
  'drive',
  'lift',
  'drop',
]

export function Matrix({ width, classes }: { width: number; classes: number }) {
  const [selected, setSelected] = useState({ truth: 1, prediction: 2 })
  const pairs = Array.from({ length: classes * 90 }, (_, i) => {
    const truth = i % classes
    const other = Math.floor(Math.abs(noise(i + 7)) ** 2 * classes)
    return [truth, Math.abs(noise(i)) < 0.72 ? truth : other] as const
  })
  const matrix = confusionMatrix(
    pairs.map(([t]) => t),
    pairs.map(([, p]) => p),
    classes,
  )
  const scores = classScores(matrix, classes)
  const percent = (value: number) => (Number.isNaN(value) ? '–' : `${Math.round(value * 100)} %`)
  const names = Array.from({ length: classes }, (_, c) => gestures[c] ?? `class ${c}`)
  return (
    <Confusion
      label='Confusion matrix'
      matrix={matrix}
      classes={names}
      width={width}
      words={{
        truth: 'truth ↓',
        prediction: 'read as →',
        sum: 'all',
        recall: 'recall',
        precision: 'precision',
      }}
      sums={scores.map(({ count }) => String(count))}
      recalls={scores.map(({ recall }) => percent(recall))}
      precisions={scores.map(({ precision }) => percent(precision))}
      formatCount={String}
      cellLabel={(truth, prediction) =>
        `${matrix[truth * classes + prediction] || 'none'}: ${names[truth]} read as ${names[prediction]}`
      }
      selected={selected}
      onSelect={(truth, prediction) => setSelected({ truth, prediction })}
    />
  )
}

export function Profiles(props: {
  width: number
  rail: number
  channels: number
  groups: number
  lang: string
}) {
  const { width, rail, channels, groups, lang } = props
  const pitch = (width - rail) / channels
  const names = lang === 'ko' ? ['서 있기', '계단 오르기', '배드민턴 스매시'] : gestures
  return (
    <GateProfiles
      label='Mean gates by class'
      groups={Array.from({ length: groups }, (_, g) => ({
        name: names[g] ?? `class ${g}`,
        gates: Float32Array.from(
          { length: channels },
          (_, c) => 0.5 + 0.35 * noise(c) + 0.14 * noise(c * 31 + g) * Math.abs(noise(c + 3)),
        ),
      }))}
      spreadName={lang === 'ko' ? '차이' : 'largest difference'}
      columns={{ from: 0, to: channels, pitch, x: (c) => rail + (c + 0.5) * pitch }}
      width={width}
      selected={8}
    />
  )
}

export function Parts({ width, classes, lang }: { width: number; classes: number; lang: string }) {
  return (
    <Branches
      label='Branches'
      width={width}
      rows={Array.from({ length: classes }, (_, c) => ({
        name: gestures[c] ?? `class ${c}`,
        bias: 0.3 * noise(c),
        lstm: 2.2 * noise(c + 20),
        convolution: 3 * noise(c + 40),
      }))}
      words={
        lang === 'ko'
          ? { bias: '편향', lstm: 'LSTM', convolution: '합성곱', sum: '합(로짓)' }
          : { bias: 'bias', lstm: 'LSTM', convolution: 'convolutions', sum: 'sum: the logit' }
      }
      format={number}
      formatTick={(value) => String(value).replace('-', '−')}
      marked={2}
    />
  )
}
