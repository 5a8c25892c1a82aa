import { type ReactNode, useState } from 'react'
import { isSeriesConfig } from '../../model/networks/config.ts'
import type { NetworkPlan } from '../../model/networks/planTypes.ts'
import { shownNetwork, site } from '../../model/state/selectors.ts'
import { chooseNetwork, chooseSite } from '../../model/state/store.ts'
import { sizeOf } from '../../model/tensor.ts'
import { useApp, useAppStore } from '../store.tsx'
import { useText } from '../text/i18n.tsx'
import { Rich } from '../text/Rich.tsx'
import { LstmPanel } from './LstmPanel.tsx'
import './network.css'

/** The whole network as two branches; its SE sites open in the figure, its LSTM opens here. */
export function NetworkOverview() {
  const store = useAppStore()
  const { t, number } = useText()
  const shown = useApp(shownNetwork)
  const here = useApp(site)
  const size = useApp((state) => state.size)
  const [lstmOpen, setLstmOpen] = useState(false)
  if (shown === null || !isSeriesConfig(shown.config)) return null
  const { config, plan } = shown
  const [length, variables] = config.inputShape
  const count = (owner: string) =>
    t('series.net.parameters', { count: number.integer(parametersOf(plan, owner)) })
  const choose = (changes: Parameters<typeof chooseNetwork>[1]) => chooseNetwork(store, changes)
  return (
    <section className='series-net' aria-labelledby='series-net-title'>
      <h2 id='series-net-title'>{t('series.net.title')}</h2>
      <p>{t('series.net.what')}</p>
      <p className='net-choices'>
        <label>
          {t('series.net.size')}{' '}
          <select
            value={size}
            onChange={(event) => choose({ size: event.currentTarget.value === 'paper' ? 'paper' : 'small' })}
          >
            <option value='small'>{t('series.net.small')}</option>
            <option value='paper'>{t('series.net.paper')}</option>
          </select>
        </label>
        <Switch on={config.lstm} onChange={(lstm) => choose({ lstm })} label={t('series.net.lstmOn')} />
        <Switch
          on={config.shuffle}
          disabled={!config.lstm}
          onChange={(shuffle) => choose({ shuffle })}
          label={t('series.net.shuffleOn')}
        />
        <Switch
          on={config.squeezeExcite}
          onChange={(se) => choose({ snapshot: se ? 'se' : 'plain' })}
          label='SE'
        />
        <span className='soft'>{t('series.net.parameters', { count: number.integer(plan.size) })}</span>
      </p>
      <div className='net-flow'>
        <Node tone='x' title={t('series.net.input')} note={`${length} × ${variables}`} />
        <div className='net-branches'>
          {config.lstm ? (
            <div className='net-branch'>
              {config.shuffle ? (
                <Node title={t('series.net.shuffle')} note={`${variables} × ${length}`} />
              ) : null}
              <Node title={t('series.net.masking')} note='0' />
              <button
                type='button'
                className='net-node'
                aria-expanded={lstmOpen}
                onClick={() => setLstmOpen(!lstmOpen)}
                title={count('lstm')}
              >
                <b>{t('series.net.lstm')}</b>
                <small>{config.lstmUnits}</small>
                <span className='visually-hidden'>{t('series.net.openLstm')}</span>
              </button>
              <Node title={t('series.net.dropout', { rate: number.short(config.dropout) })} />
            </div>
          ) : (
            <p className='soft'>{t('series.net.noLstm')}</p>
          )}
          <div className='net-branch'>
            {config.filters.map((filters, i) => {
              const own = plan.sites[i]
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
                <NodePair key={i}>
                  <Node
                    title={t('series.net.conv', { number: i + 1 })}
                    note={`${filters} · ${config.kernels[i] ?? 1}`}
                    hint={`${t('series.net.convOf', { filters, kernel: config.kernels[i] ?? 1 })}; ${count(`block${i + 1}`)}`}
                    below={t('series.net.bnRelu')}
                  />
                  {own === undefined ? null : (
                    <button
                      type='button'
                      className='net-node site'
                      aria-pressed={own.id === here?.id}
                      onClick={() => {
                        chooseSite(store, own.id)
                        document.getElementById('figure')?.scrollIntoView({ block: 'start' })
                      }}
                      title={config.squeezeExcite ? count(own.id) : undefined}
                    >
                      <b>{config.squeezeExcite ? 'SE' : 'U'}</b>
                      <small>{`${own.channels}${config.squeezeExcite ? ` → ${own.reduced}` : ''}`}</small>
                      <span className='visually-hidden'>{t('series.net.open', { number: i + 1 })}</span>
                    </button>
                  )}
                </NodePair>
              )
            })}
            <Node title={t('series.net.pool')} note={String(config.filters.at(-1) ?? 0)} />
          </div>
        </div>
        {config.lstm ? (
          <Node title={t('series.net.concat')} note={`${config.lstmUnits} + ${config.filters.at(-1) ?? 0}`} />
        ) : null}
        <Node title={t('series.net.dense')} note={String(config.classes)} hint={count('head')} />
      </div>
      {config.lstm ? (
        <p className='soft'>
          <Rich text={t('series.net.shuffleWhat', { channels: variables, length })} />
        </p>
      ) : null}
      {lstmOpen && config.lstm ? <LstmPanel /> : null}
    </section>
  )
}

function Node(props: { title: string; note?: string; below?: string; hint?: string; tone?: string }) {
  const { title, note, below, hint, tone } = props
  return (
    <span className={tone === undefined ? 'net-node' : `net-node role-${tone}`} title={hint}>
      <b>{title}</b>
      {note === undefined ? null : <small>{note}</small>}
      {below === undefined ? null : <small>{below}</small>}
    </span>
  )
}

function NodePair({ children }: { children: ReactNode }) {
  return <span className='net-pair'>{children}</span>
}

function Switch(props: { on: boolean; disabled?: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <label className='net-switch'>
      <input
        type='checkbox'
        checked={props.on}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}

/** Weights whose names begin with the owner's, running statistics included. */
function parametersOf({ weights }: NetworkPlan, owner: string): number {
  return weights
    .filter(({ name }) => name.startsWith(`${owner}/`))
    .reduce((sum, { shape }) => sum + sizeOf(shape), 0)
}
