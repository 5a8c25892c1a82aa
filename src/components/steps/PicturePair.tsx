import type { ReactNode } from 'react'
import type { Picture } from '../../model/state/pictures.ts'
import { pinned, site, view } from '../../model/state/selection.ts'
import { otherPicture, picture } from '../../model/state/shownSamples.ts'
import { argmax } from '../../model/tensor.ts'
import { swapSample } from '../page/swapSample.ts'
import { SampleImage } from '../pictures/SampleImage.tsx'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { useThrottled } from '../training/charts/useThrottled.ts'
import { useClassName } from '../useClassName.ts'
import { useCover } from '../useCover.ts'
import { PairGates } from './PairGates.tsx'
import './pair.css'

/** Pictures A and B side by side: what is to be read, what is read, and the gates that each calls for. */
export function PicturePair() {
  const store = useAppStore()
  const { t, number } = useText()
  const here = useApp(site)
  const traces = useApp(view)
  const at = useApp(pinned)
  const [a, b] = [useApp(picture), useApp(otherPicture)]
  const covered = useCover()
  const className = useClassName()
  const playing = useApp((state) => state.engine.phase === 'running')
  const throttled = useThrottled(traces)
  if (here === null || traces === null || at === null || a === null || b === null) return null
  const printed = (playing ? throttled : null) ?? traces
  const gatesOf = (from: typeof traces) =>
    [from.own, from.other].map((trace) => trace?.sites[here.id]?.block?.s.data)
  const read = [printed.own, printed.other].map((trace) => {
    if (covered('reading')) return '?'
    const probabilities = trace?.probabilities.data ?? []
    const best = argmax(probabilities)
    return `${className(best)} (${number.percent(probabilities[best] ?? 0)})`
  })
  const [gatesA, gatesB] = gatesOf(traces)
  const [printedA, printedB] = gatesOf(printed)
  const gate = (gates: Float32Array | undefined) =>
    covered('s') ? '?' : number.gate(gates?.[at.index.c] ?? 0)
  const wanted = ({ label }: Picture) => (label === null ? t('step.result.unknown') : className(label))
  const bar = (one: Picture) => t(one.bar === 0 ? 'ink.name0' : 'ink.name1')
  const image = (one: Picture) => <SampleImage sample={one} size={84} />
  return (
    <section className='pair' aria-label={t('step.result.pair')}>
      {/* The bar of a drawing stays where it is: there is nothing to change places. */}
      {a.spec === b.spec ? null : (
        <p className='buttons'>
          <button type='button' className='primary' onClick={() => swapSample(store)}>
            {t(a.bar === null ? 'step.result.takeB' : 'step.result.swap')}
          </button>
        </p>
      )}
      <table>
        <thead>
          <tr>
            <td />
            <th scope='col'>A</th>
            <th scope='col'>B</th>
          </tr>
        </thead>
        <tbody>
          <Pair name={t('step.result.picture')} a={image(a)} b={image(b)} />
          {a.bar === null ? null : <Pair name={t('step.result.bar')} a={bar(a)} b={bar(b)} />}
          <Pair name={t('step.result.wanted')} a={wanted(a)} b={wanted(b)} />
          <Pair name={t('step.result.reads')} a={read[0]} b={read[1]} />
          {printedA === undefined ? null : (
            <Pair
              name={t('step.result.gateOf', { channel: at.index.c })}
              a={gate(printedA)}
              b={gate(printedB)}
            />
          )}
        </tbody>
      </table>
      {gatesA === undefined || gatesB === undefined || printedA === undefined || printedB === undefined ? (
        <p className='pair-gates soft'>{t('figure.noSe')}</p>
      ) : covered('s') ? null : (
        <PairGates
          a={gatesA}
          b={gatesB}
          printed={{ a: printedA, b: printedB }}
          inks={{ a: a.bar, b: b.bar }}
          selected={at.index.c}
          spoken={!playing}
        />
      )}
    </section>
  )
}

function Pair({ name, a, b }: { name: string; a: ReactNode; b: ReactNode }) {
  return (
    <tr>
      <th scope='row'>{name}</th>
      <td>{a}</td>
      <td>{b}</td>
    </tr>
  )
}
