/**
 * Charts and picture tools by themselves, to look at while working on them:
 * `npx vite`, then /test/gallery/charts.html?lang=ko&theme=dark&state=loading (&only=series: those pictures alone)
 * Digits are real (npm run prepare-data first); the run is made by formulas.
 */

import en from 'virtual:messages/en'
import ko from 'virtual:messages/ko'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Composer } from '../../src/components/pictures/Composer.tsx'
import type { Composition, DigitsByClass } from '../../src/components/pictures/composition.ts'
import { DrawPad, padSide } from '../../src/components/pictures/DrawPad.tsx'
import { InkPicture, type PictureData } from '../../src/components/pictures/InkPicture.tsx'
import { SamplePicker } from '../../src/components/pictures/SamplePicker.tsx'
import '../../src/components/styles/theme.css'
import { LanguageProvider, useText } from '../../src/components/text/i18n.tsx'
import { GateCurveFigure } from '../../src/components/training/charts/GateCurveFigure.tsx'
import { GateHistogram } from '../../src/components/training/charts/GateHistogram.tsx'
import { TrainingCharts } from '../../src/components/training/charts/TrainingCharts.tsx'
import type { TrainSettings } from '../../src/components/training/controls/Settings.tsx'
import { StoredRunNotice } from '../../src/components/training/controls/StoredRunNotice.tsx'
import { Transport } from '../../src/components/training/controls/Transport.tsx'
import { TroubleNotice } from '../../src/components/training/controls/TroubleNotice.tsx'
import { digitPicture, greyPicture } from '../../src/model/data/digits.ts'
import { drawnDigit } from '../../src/model/data/drawing.ts'
import { heldOutPair, inksLabel, inksPicture } from '../../src/model/data/inks.ts'
import { type DigitSet, decodeDigits, digitImage } from '../../src/model/data/mnist.ts'
import type { Phase, Trouble } from '../../src/model/engine/protocol.ts'
import type { Nd } from '../../src/model/tensor.ts'
import { Waterfall } from '../../src/viz/charts/Waterfall.tsx'
import { gatesAt, metricsTo, troubles } from './run.ts'
import { SeriesPictures } from './series.tsx'

const address = new URLSearchParams(location.search)
const lang = address.get('lang') === 'ko' ? 'ko' : 'en'
const theme = address.get('theme')
const state = address.get('state') ?? 'running'
if (theme !== null) document.documentElement.dataset.theme = theme
document.documentElement.lang = lang

const pictureOf = ({ shape: [h = 0, w = 0, c = 0], data }: Nd): PictureData => ({ shape: [h, w, c], data })
const run = state === 'empty' ? { metrics: [], heldOut: [] } : metricsTo(1200)
const history =
  state === 'empty'
    ? []
    : Array.from({ length: state === 'young' ? 12 : 300 }, (_, i) => ({
        step: i * 4,
        gates: gatesAt(i * 4, 16),
      }))

function Training() {
  const [step, setStep] = useState<number | null>(null)
  const [phase, setPhase] = useState<Phase>(
    state === 'loading' ? 'loading' : state === 'empty' ? 'idle' : 'paused',
  )
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [settings, setSettings] = useState<TrainSettings>({
    learningRate: 0.002,
    batchSize: 32,
    stopAtAccuracy: null,
    maxStepsPerSecond: null,
    backend: 'auto',
  })
  const { t, number } = useText()
  const plateWidth = innerWidth >= 1200 ? 960 : innerWidth >= 900 ? 752 : 352
  const gates = gatesAt(1200, 16)
  const logits = Float32Array.from(gates, (gate, i) => (i === 3 ? 8 : Math.log(gate / (1 - gate))))
  return (
    <>
      <StoredRunNotice steps={6000} seed={1} heldOutAccuracy={0.934} onTrain={() => setPhase('running')} />
      <Transport
        phase={phase}
        step={run.metrics.length}
        epoch={3}
        heldOutAccuracy={run.heldOut.at(-1)?.accuracy ?? null}
        stepsPerSecond={46}
        progress={{ part: 'data', done: 120_000, total: 433_000, unit: 'bytes' }}
        backend={{
          chosen: 'wasm',
          reason: 'webglSoftware',
          stepMs: { webgl: 208, wasm: 21.7 },
          renderer: 'SwiftShader',
        }}
        settings={settings}
        onSettings={(changes) => setSettings({ ...settings, ...changes })}
        onAdvance={() => setPhase('paused')}
        onReset={() => setPhase('ready')}
        onNewStart={() => setPhase('ready')}
      />
      {troubles.map((one) => (
        <TroubleNotice
          key={one.kind}
          trouble={one}
          onUseRate={(learningRate) => setSettings({ ...settings, learningRate })}
          onRetry={() => setTrouble(one)}
          onDismiss={() => setTrouble(null)}
        />
      ))}
      <p>{trouble?.kind}</p>
      <Waterfall
        history={history}
        channels={{ from: 0, to: 16 }}
        plateWidth={plateWidth}
        selectedStep={step}
        onScrub={setStep}
        selectedChannel={8}
        label={t('waterfall.label')}
        formatStep={(at) => t('waterfall.step', { step: number.integer(at) })}
        emptyText={t('waterfall.empty')}
      />
      <TrainingCharts {...run} at={null} />
      <GateHistogram
        gates={history.slice(-100).map((record) => record.gates)}
        deadHidden={[true, false, true, false]}
        over={{ count: 100, step: 1200 }}
      />
      <GateCurveFigure gate={(x) => 1 / (1 + Math.exp(-x))} logits={logits} selected={8} />
    </>
  )
}

function Pictures({ digits }: { digits: DigitSet }) {
  const [index, setIndex] = useState(0)
  const [composition, setComposition] = useState<Composition>({ first: 0, second: 1, bar: 0 })
  const [drawn, setDrawn] = useState<PictureData | null>(null)
  const thumbs = Array.from({ length: 8 }, (_, i) => {
    const pair = heldOutPair(digits, i)
    return { index: i, label: inksLabel(digits, pair), picture: pictureOf(inksPicture(digits, pair)) }
  })
  const byClass: DigitsByClass = Array.from({ length: 10 }, (_, digit) =>
    [...digits.labels.subarray(0, 100).entries()]
      .filter(([, label]) => label === digit)
      .map(([i]) => ({ index: i, pixels: digitImage(digits, i) })),
  )
  const pair = { a: composition.first, b: composition.second, bar: composition.bar }
  return (
    <>
      <InkPicture
        picture={pictureOf(inksPicture(digits, pair))}
        size={196}
        alt='composed'
        outline={{ x: -2, y: 8, width: 11, height: 11 }}
      />
      <InkPicture picture={pictureOf(digitPicture(digits, index))} size={84} alt='digit' />
      <SamplePicker
        thumbs={thumbs}
        selected={{ index, label: digits.labels[index] ?? 0 }}
        total={digits.count}
        onSelect={setIndex}
        onPrevious={() => setIndex(Math.max(0, index - 1))}
        onNext={() => setIndex(index + 1)}
        onRandom={() => setIndex((index * 7 + 3) % digits.count)}
      />
      <Composer digits={byClass} value={composition} onChange={setComposition} />
      <DrawPad
        result={drawn}
        onDraw={(strokes) => {
          const pixels = drawnDigit(strokes, padSide)
          setDrawn(pixels === null ? null : pictureOf(greyPicture(pixels)))
        }}
      />
    </>
  )
}

async function heldOutDigits(): Promise<DigitSet> {
  return decodeDigits(await (await fetch('/packaged/mnist-heldout.bin')).arrayBuffer())
}

const digits = address.get('only') === 'series' ? null : await heldOutDigits()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <LanguageProvider lang={lang} catalog={lang === 'ko' ? ko : en}>
      <main style={{ display: 'grid', gap: 24, padding: innerWidth < 600 ? 19 : 40 }}>
        <h1>Charts and picture tools</h1>
        {digits === null ? null : (
          <>
            <Training />
            <Pictures digits={digits} />
          </>
        )}
        <SeriesPictures lang={lang} />
      </main>
    </LanguageProvider>,
  )
}
