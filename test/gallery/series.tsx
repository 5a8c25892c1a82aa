/**
 * Pictures of the series network for charts.tsx (`&only=series` shows them alone). Series, gates and matrices are made
 * by formulas; the LSTM is the real one, with weights by formula.
 */
import { useState } from 'react'
import { lstmSteps } from '../../src/model/networks/lstm.ts'
import { nd } from '../../src/model/tensor.ts'
import { useScheme } from '../../src/viz/charts/useScheme.ts'
import { paintRidges } from '../../src/viz/loom/ridges.ts'
import { palettes, rgb } from '../../src/viz/palette.ts'
import { LstmStates } from '../../src/viz/series/LstmStates.tsx'
import { SeriesChart } from '../../src/viz/series/SeriesChart.tsx'
import { noise, number } from './made.ts'
import { Matrix, Parts, Profiles } from './seriesResults.tsx'

/** [steps · variables]: waves with bursts. */
function seriesOf(steps: number, variables: number, padFrom = steps): Float32Array {
  return Float32Array.from({ length: steps * variables }, (_, i) => {
    const [t, v] = [Math.floor(i / variables), i % variables]
    if (t >= padFrom) return 0
    const burst = Math.exp(-(((t / steps - 0.2 - 0.11 * (v % 8)) * 8) ** 2))
    return Math.sin((t / steps) * (6 + 3 * (v % 7)) + v) * (0.4 + burst) + 0.12 * noise(i)
  })
}

const korean = ['강수량', '가장 높은 기온', '가장 낮은 기온', '바람']
const english = ['precipitation', 'daily high', 'daily low', 'wind']

function variablesOf(count: number, lang: string) {
  const names = lang === 'ko' ? korean : english
  return Array.from({ length: count }, (_, v) => ({
    name: names[v] ?? `${lang === 'ko' ? '변수' : 'sensor'} ${v}`,
    domain: v === 3 ? ([0, 1.2] as const) : ([-1, 1] as const),
    scale: v === 3 ? '0–1.2' : '±1',
  }))
}

function Ridges({ width, padded }: { width: number; padded: boolean }) {
  const palette = palettes[useScheme()]
  const [steps, channels] = [64, width < 600 ? 16 : 32]
  const paint = (canvas: HTMLCanvasElement | null, scale: (c: number) => number, signed: boolean) => {
    const data = Float32Array.from(seriesOf(steps, channels), (value, i) => {
      const c = i % channels
      return c === 5 ? 0 : (signed ? value : Math.max(0, value)) * scale(c)
    })
    const size = {
      width: Math.round((width / channels) * (14 / 15) * devicePixelRatio),
      height: 56 * devicePixelRatio,
    }
    const colours = { paper: rgb(palette.paper), positive: rgb(palette.u), negative: rgb(palette.grey) }
    const options = padded ? { padFrom: 48 } : {}
    const strip = paintRidges(data, [steps, channels], { from: 0, to: channels }, 1.5, colours, size, options)
    if (canvas === null) return
    canvas.width = strip.width
    canvas.height = strip.height
    const pixels = strip.pixels as Uint8ClampedArray<ArrayBuffer>
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, strip.width, strip.height), 0, 0)
  }
  const style = { width, height: 56, display: 'block', marginBottom: 8 }
  return (
    <div>
      <canvas style={style} ref={(canvas) => paint(canvas, () => 1, false)} />
      <canvas style={style} ref={(canvas) => paint(canvas, (c) => 0.2 + 0.75 * Math.abs(noise(c)), false)} />
      <canvas style={style} ref={(canvas) => paint(canvas, () => 1, true)} />
    </div>
  )
}

function Lstm({ width, shuffle, lang }: { width: number; shuffle: boolean; lang: string }) {
  const [at, setAt] = useState({ step: shuffle ? 1 : 40, unit: 2 })
  const [time, count, units] = [96, shuffle ? 6 : 4, 8]
  const data = seriesOf(time, count, shuffle ? time : 78)
  if (shuffle) for (let t = 0; t < time; t++) data[t * count + 4] = 0
  const features = shuffle ? time : count
  const drawn = (shape: readonly [number, number], scale: number) =>
    nd(
      ['i', 'g'],
      [...shape],
      Float32Array.from({ length: shape[0] * shape[1] }, (_, i) => noise(i + shape[0]) * scale),
    )
  const steps = lstmSteps(
    nd(['t', 'c'], [time, count], data),
    {
      kernel: drawn([features, units * 4], shuffle ? 0.3 : 1.6),
      recurrent: drawn([units, units * 4], 0.8),
      bias: nd(
        ['g'],
        [units * 4],
        Float32Array.from(
          { length: units * 4 },
          (_, i) => noise(i) * 0.5 + Number(i >= units && i < 2 * units),
        ),
      ),
    },
    { shuffle, recurrentActivation: 'hardSigmoid' },
  )
  const most = (part: 'state' | 'hidden') =>
    Math.max(...steps.flatMap((step) => [...step[part]].map(Math.abs)))
  const domains = { state: most('state'), hidden: most('hidden') }
  const names = variablesOf(count, lang).map(({ name }) => name)
  return (
    <LstmStates
      label='LSTM'
      steps={steps}
      width={width}
      titles={
        lang === 'ko'
          ? {
              input: '입력 게이트 i',
              forget: '망각 게이트 f',
              output: '출력 게이트 o',
              candidate: '후보 c̃',
              state: '상태 c',
              hidden: '출력 h',
            }
          : {
              input: 'input gate i',
              forget: 'forget gate f',
              output: 'output gate o',
              candidate: 'candidate c̃',
              state: 'state c',
              hidden: 'output h',
            }
      }
      scales={{
        input: '0–1',
        forget: '0–1',
        output: '0–1',
        candidate: '±1',
        state: `±${number(domains.state)}`,
        hidden: `±${number(domains.hidden)}`,
      }}
      domains={domains}
      named={shuffle}
      stepName={(step) => (shuffle ? (names[step] ?? '') : String(step))}
      unitName={String}
      selected={at}
      onPoint={setAt}
    />
  )
}

export function SeriesPictures({ lang }: { lang: string }) {
  const width = Math.min(960, innerWidth - (innerWidth < 600 ? 38 : 80))
  const rail = width > 700 ? 152 : 0
  const [step, setStep] = useState(11)
  const chart = (steps: number, variables: number) => ({
    label: 'Series',
    data: seriesOf(steps, variables),
    shape: [steps, variables] as const,
    variables: variablesOf(variables, lang),
    width,
  })
  const small = chart(30, 4)
  const values = Array.from(small.data.subarray(step * 4, step * 4 + 4), number)
  return (
    <section style={{ display: 'grid', gap: 32 }}>
      <h2>Series</h2>
      <SeriesChart
        {...small}
        window={{ from: 9, to: 16, taps: Float32Array.from({ length: 32 }, (_, i) => noise(i)) }}
        cursor={{ step, label: String(step), values }}
        onPoint={setStep}
      />
      <SeriesChart
        {...chart(128, 20)}
        data={seriesOf(128, 20, 101)}
        padFrom={101}
        window={{ from: 60, to: 67, taps: Float32Array.from({ length: 160 }, (_, i) => noise(i)) }}
        more='+ 8 more'
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16 }}>
        {[1, 4, 9, 24].map((variables) => (
          <SeriesChart
            key={variables}
            {...chart(64, variables)}
            width={84}
            mode='thumbnail'
            window={{ from: 20, to: 27 }}
          />
        ))}
        <SeriesChart {...chart(96, 6)} data={seriesOf(96, 6, 70)} padFrom={70} width={84} mode='thumbnail' />
      </div>
      <h2>Ridges</h2>
      <Ridges width={width} padded={false} />
      <Ridges width={width} padded={true} />
      <h2>LSTM</h2>
      <Lstm width={width} shuffle={true} lang={lang} />
      <Lstm width={width} shuffle={false} lang={lang} />
      <h2>Confusion</h2>
      <Matrix width={width} classes={4} />
      <Matrix width={width} classes={12} />
      <Matrix width={width} classes={25} />
      <Matrix width={width} classes={39} />
      <h2>Profiles</h2>
      <Profiles width={width} rail={rail} channels={16} groups={3} lang={lang} />
      <Profiles width={width} rail={rail} channels={256} groups={3} lang={lang} />
      <Profiles width={width} rail={rail} channels={32} groups={12} lang={lang} />
      <h2>Branches</h2>
      <Parts width={width} classes={4} lang={lang} />
      <Parts width={width} classes={14} lang={lang} />
    </section>
  )
}
