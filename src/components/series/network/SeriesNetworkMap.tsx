import type { ReactNode } from 'react'
import type { SeriesNetworkConfig } from '../../../model/networks/config.ts'
import type { NetworkPlan, Site } from '../../../model/networks/planTypes.ts'
import { site } from '../../../model/state/selection.ts'
import { chooseSite } from '../../../model/state/store.ts'
import { sizeOf } from '../../../model/tensor.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import './map.css'

interface MapProps {
  readonly config: SeriesNetworkConfig
  readonly plan: NetworkPlan
  readonly lstmOpen: boolean
  readonly onLstm: () => void
}

/** The network drawn: X forks into two lanes that join again; SE sites open in the figure, the LSTM below. */
export function NetworkMap(props: MapProps) {
  const { config, plan } = props
  const { t } = useText()
  const [length, variables] = config.inputShape
  const pooled = config.filters.at(-1) ?? 0
  return (
    <div className='net-map'>
      <div className={config.lstm ? 'net-flow two' : 'net-flow'}>
        <Box
          tone='x'
          title={t('series.net.input')}
          notes={[`${variables} × ${length}`, t('series.net.axes')]}
        />
        <div className='net-lanes'>
          {config.lstm ? <LstmLane {...props} /> : null}
          <ConvolutionLane {...props} />
        </div>
        {config.lstm ? (
          <div className='net-step'>
            <Box
              title={t('series.net.concat')}
              notes={[t('series.net.concatOf', { lstm: config.lstmUnits, convolution: pooled })]}
            />
          </div>
        ) : null}
        <div className='net-step'>
          <Box
            title={t('series.net.dense')}
            notes={[t('series.net.classes', { count: config.classes })]}
            hint={useCount(plan)('head')}
          />
        </div>
      </div>
    </div>
  )
}

function LstmLane({ config, plan, lstmOpen, onLstm }: MapProps) {
  const { t, number } = useText()
  const count = useCount(plan)
  const [length, variables] = config.inputShape
  const [steps, values] = config.shuffle ? [variables, length] : [length, variables]
  return (
    <Lane name={t('series.net.lstmOn')}>
      {config.shuffle ? (
        <Step>
          <Box title={t('series.net.shuffle')} notes={[t('series.net.shuffleTo')]} />
        </Step>
      ) : null}
      <Step>
        <Box title={t('series.net.masking')} notes={[t('series.net.maskingWhat')]} />
      </Step>
      <Step>
        <button
          type='button'
          className='net-node lstm'
          aria-expanded={lstmOpen}
          onClick={onLstm}
          title={count('lstm')}
        >
          <b>{t('series.net.lstm')}</b>
          <small>{t('series.net.lstmUnits', { count: config.lstmUnits })}</small>
          <small>{t('series.net.lstmReads', { steps, values })}</small>
          <span className='visually-hidden'>{t('series.net.openLstm')}</span>
        </button>
      </Step>
      <Step>
        <Box
          title={t('series.net.dropout')}
          notes={[t('series.net.dropped', { rate: number.percent(config.dropout) })]}
        />
      </Step>
    </Lane>
  )
}

function ConvolutionLane({ config, plan }: MapProps) {
  const { t } = useText()
  const count = useCount(plan)
  return (
    <Lane name={t('series.net.convBranch')}>
      {config.filters.flatMap((filters, place) => {
        const own = plan.sites[place]
        const number = place + 1
        return [
          <Step key={`block${number}`}>
            <Box
              title={t('series.net.conv', { number })}
              notes={[
                t('series.net.convOf', { filters, kernel: config.kernels[place] ?? 1 }),
                t('series.net.bnRelu'),
              ]}
              hint={count(`block${number}`)}
            />
          </Step>,
          <Step key={`site${number}`}>
            {own === undefined ? (
              <span className='net-none'>{config.squeezeExcite ? t('series.net.noSe') : null}</span>
            ) : (
              <SiteButton
                own={own}
                place={number}
                se={config.squeezeExcite}
                hint={config.squeezeExcite ? count(own.id) : undefined}
              />
            )}
          </Step>,
        ]
      })}
      <Step>
        <Box
          title={t('series.net.pool')}
          notes={[t('series.net.values', { count: config.filters.at(-1) ?? 0 })]}
        />
      </Step>
    </Lane>
  )
}

function SiteButton(props: { own: Site; place: number; se: boolean; hint: string | undefined }) {
  const { own, place, se, hint } = props
  const store = useAppStore()
  const { t } = useText()
  const isShown = useApp((state) => site(state)?.id === own.id)
  return (
    <button
      type='button'
      className='net-node site'
      aria-pressed={isShown}
      onClick={() => {
        chooseSite(store, own.id)
        document.getElementById('figure')?.scrollIntoView({ block: 'start' })
      }}
      title={hint}
    >
      <b>{se ? 'SE' : 'U'}</b>
      <small>
        {se
          ? `${own.channels} → ${own.reduced} → ${own.channels}`
          : t('series.net.maps', { count: own.channels })}
      </small>
      <span className='visually-hidden'>{t('series.net.open', { number: place })}</span>
    </button>
  )
}

function Lane({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className='net-lane'>
      <p aria-hidden='true'>
        <span>{name}</span>
      </p>
      <ol aria-label={name}>{children}</ol>
    </div>
  )
}

function Step({ children }: { children: ReactNode }) {
  return <li className='net-step'>{children}</li>
}

function Box(props: { title: string; notes: readonly string[]; hint?: string; tone?: string }) {
  const { title, notes, hint, tone } = props
  return (
    <span className={tone === undefined ? 'net-node' : `net-node role-${tone}`} title={hint}>
      <b>{title}</b>
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </span>
  )
}

/** Says how many numbers belong to a layer: weights whose names begin with it, running statistics included. */
function useCount({ weights }: NetworkPlan): (owner: string) => string {
  const { t, number } = useText()
  return (owner) => {
    const own = weights.filter(({ name }) => name.startsWith(`${owner}/`))
    const count = own.reduce((sum, { shape }) => sum + sizeOf(shape), 0)
    return t('series.net.parameters', { count: number.integer(count) })
  }
}
