import { useMemo, useState } from 'react'
import type { ConvArithmetic, Tap } from '../../model/block/convolution.ts'
import { selection, site, view } from '../../model/state/selection.ts'
import { shownNetwork } from '../../model/state/shownRun.ts'
import { chooseSite } from '../../model/state/store.ts'
import { argmax } from '../../model/tensor.ts'
import { convolutionOf } from '../figure/transformStrip.ts'
import { useSeriesParts } from '../seriesContext.ts'
import { useApp, useAppStore } from '../store.tsx'
import { bracketed } from '../text/bracketed.ts'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { useCover } from '../useCover.ts'
import { decimalsOf, fixed } from './aligned.ts'

/** F_tr of one cell in full: every input channel's window, kernel and products, then BN and ReLU. */
export function TransformPanel() {
  const store = useAppStore()
  const { t, number } = useText()
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const traces = useApp(view)
  const at = useApp(selection)
  const edits = useApp((state) => state.edit)
  const covered = useCover()
  const parts = useSeriesParts()
  const made = useMemo(() => {
    if (shown === null || here === null || traces === null || at === null) return null
    const { plan, weights } = shown
    return convolutionOf(at, { site: here, trace: traces.own, plan, weights, edits })
  }, [shown, here, traces, at, edits])
  if (shown === null || here === null || traces === null || at === null) return null
  if (made === null) return <p>{<Rich text={t('step.transform.none')} />}</p>
  // All of it leads to one value of U.
  if (covered('U')) return null
  const isSeries = here.spatial.length === 1
  const reads = shown.plan.ops.find(({ id }) => id === here.transform?.x)?.kind === 'input'
  return (
    <div className='transform'>
      <p className='soft'>
        {t('step.transform.try')} ·{' '}
        {t('step.transform.where', { h: at.index.h, w: at.index.w, channel: at.index.c })}
      </p>
      {!isSeries ? (
        <InputGrids made={made} />
      ) : parts === null ? null : (
        <parts.TapRows made={made} reads={reads ? 'series' : 'features'} />
      )}
      {made.batchNorm === null ? null : (
        <p className='bn'>
          {t('step.transform.bn', {
            gamma: number.value(made.batchNorm.gamma),
            value: number.value(made.convolved),
            mean: bracketed(made.batchNorm.mean, number),
            variance: number.value(made.batchNorm.variance),
            epsilon: number.full(made.batchNorm.epsilon),
            beta: bracketed(made.batchNorm.beta, number),
            result: number.value(made.batchNorm.result),
          })}
        </p>
      )}
      {isSeries && made.relu ? (
        <p className='bn-relu'>
          {t('series.taps.relu', {
            value: number.value(made.batchNorm?.result ?? made.convolved),
            result: number.value(made.result),
          })}
        </p>
      ) : null}
      <details>
        <summary>{t('try.more')}</summary>
        <p className='buttons'>
          {shown.plan.sites.map((one, i) => (
            <button
              key={one.id}
              type='button'
              aria-pressed={one.id === here.id}
              onClick={() => chooseSite(store, one.id)}
            >
              {t('header.siteName', { number: i + 1, channels: one.channels, map: one.spatial.join('×') })}
            </button>
          ))}
        </p>
      </details>
    </div>
  )
}

/** Over pictures: one input channel at a time, as grids. */
export function InputGrids({ made }: { made: ConvArithmetic }) {
  const { t, number } = useText()
  // At first the channel that says most; it stays where the cell moves on, as its kernel does.
  const [chosen, setChosen] = useState(() => argmax(made.perChannel.map(({ sum }) => Math.abs(sum))))
  const input = Math.min(chosen, made.perChannel.length - 1)
  const part = made.perChannel[input]
  const most = made.perChannel.reduce((max, one) => Math.max(max, Math.abs(one.sum)), 0)
  const taps = part?.taps ?? []
  return (
    <>
      <fieldset className='inputs'>
        <legend>{t('step.transform.inputs')}</legend>
        <div className='inputs-row'>
          {made.perChannel.map((one) => (
            <button
              key={one.channel}
              type='button'
              className='input-sum'
              aria-pressed={one.channel === input}
              onClick={() => setChosen(one.channel)}
              onPointerEnter={() => setChosen(one.channel)}
            >
              <span
                className={one.sum < 0 ? 'sum negative' : 'sum'}
                style={{ '--share': most === 0 ? 0 : Math.abs(one.sum) / most } as React.CSSProperties}
              />
              <small aria-hidden='true'>{one.channel}</small>
              <span className='visually-hidden'>
                {t('step.transform.input', { i: one.channel, value: number.value(one.sum) })}
              </span>
            </button>
          ))}
        </div>
      </fieldset>
      <div className='taps'>
        <TapGrid
          taps={taps}
          title={t('step.transform.window', { i: input })}
          hue='x'
          value={(tap) => (tap.inside ? tap.value : null)}
        />
        <span className='op'>×</span>
        <TapGrid
          taps={taps}
          title={t('step.transform.kernel', { i: input })}
          hue='ink'
          value={(tap) => tap.weight}
        />
        <span className='op'>→</span>
        <TapGrid taps={taps} title={t('step.transform.products')} hue='ink' value={(tap) => tap.product} />
        <span className='op'>Σ</span>
        <output className='tap-sum'>{number.value(part?.sum ?? 0)}</output>
      </div>
    </>
  )
}

function TapGrid(props: {
  taps: readonly Tap[]
  title: string
  hue: string
  value: (tap: Tap) => number | null
}) {
  const { taps, title, hue, value } = props
  const side = Math.round(Math.sqrt(taps.length))
  const values = taps.map((tap) => value(tap) ?? 0)
  const most = values.reduce((max, one) => Math.max(max, Math.abs(one)), 0)
  const decimals = decimalsOf(values, 2)
  return (
    <figure className={`tap-grid role-${hue}`}>
      <div style={{ gridTemplateColumns: `repeat(${side}, 1fr)` }}>
        {taps.map((tap) => {
          const v = value(tap)
          const strength = v === null || most === 0 ? 0 : Math.abs(v) / most
          return (
            <span
              key={tap.tap.join()}
              className={v === null ? 'pad' : v < 0 ? 'below' : undefined}
              style={{ '--strength': strength } as React.CSSProperties}
            >
              <span>{v === null ? '·' : v === 0 ? '0' : fixed(v, decimals)}</span>
            </span>
          )
        })}
      </div>
      <figcaption>{title}</figcaption>
    </figure>
  )
}
