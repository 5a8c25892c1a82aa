import { useCallback, useState } from 'react'
import { isSeriesConfig, type SeriesNetworkConfig } from '../../../model/networks/config.ts'
import { isTooMuch } from '../../../model/state/ownLengths.ts'
import { shownNetwork } from '../../../model/state/shownRun.ts'
import { chooseNetwork } from '../../../model/state/store.ts'
import { useApp, useAppStore } from '../../store.tsx'
import { useText } from '../../text/i18n.tsx'
import { Rich } from '../../text/Rich.tsx'
import type { Training } from '../../training/controller/training.ts'
import { LstmPanel } from './LstmPanel.tsx'
import { NetworkMap } from './SeriesNetworkMap.tsx'
import './network.css'

/** The whole network: its switches, a drawing of it, and what it is called in the literature. */
export function NetworkOverview({ training }: { training: Training }) {
  const { t } = useText()
  // Not the network itself: its weights are others in every frame of a run.
  const config = useApp((state) => shownNetwork(state)?.config ?? null)
  const plan = useApp((state) => shownNetwork(state)?.plan ?? null)
  const [lstmOpen, setLstmOpen] = useState(false)
  const onLstm = useCallback(() => setLstmOpen((was) => !was), [])
  if (config === null || plan === null || !isSeriesConfig(config)) return null
  const [length, variables] = config.inputShape
  return (
    <section className='series-net' aria-labelledby='series-net-title'>
      <h2 id='series-net-title'>{t('series.net.title')}</h2>
      <p>{t('series.net.what')}</p>
      <Choices config={config} parameters={plan.size} />
      <Untrained training={training} />
      <NetworkMap config={config} plan={plan} lstmOpen={lstmOpen} onLstm={onLstm} />
      <div className='net-notes'>
        <p>
          <Rich text={t('series.net.names')} />
        </p>
        <p>
          <Rich
            text={
              config.lstm
                ? t('series.net.shuffleWhat', { channels: variables, length })
                : t('series.net.noLstm')
            }
          />
        </p>
        <p>
          <Rich text={t('series.net.training')} />
        </p>
      </div>
      {lstmOpen && config.lstm ? <LstmPanel /> : null}
    </section>
  )
}

function Choices({ config, parameters }: { config: SeriesNetworkConfig; parameters: number }) {
  const store = useAppStore()
  const { t, number } = useText()
  const size = useApp((state) => state.size)
  // Of the reader's own series, some are too long for the page to answer.
  const paperIsTooMuch = useApp(
    ({ data, own, preparation }) => data === 'own' && own !== null && isTooMuch(own, preparation, 'paper'),
  )
  const choose = (changes: Parameters<typeof chooseNetwork>[1]) => chooseNetwork(store, changes)
  return (
    <p className='net-choices'>
      <label>
        {t('series.net.size')}{' '}
        <select
          value={size}
          onChange={(event) => choose({ size: event.currentTarget.value === 'paper' ? 'paper' : 'small' })}
        >
          <option value='small'>{t('series.net.small')}</option>
          <option value='paper' disabled={paperIsTooMuch && size !== 'paper'}>
            {t(paperIsTooMuch ? 'series.net.paperTooMuch' : 'series.net.paper')}
          </option>
        </select>
      </label>
      <Switch on={config.lstm} onChange={(lstm) => choose({ lstm })} label={t('series.net.lstmOn')} />
      <Switch
        on={config.shuffle}
        disabled={!config.lstm}
        onChange={(dimensionShuffle) => choose({ dimensionShuffle })}
        label={t('series.net.shuffleOn')}
      />
      <Switch
        on={config.squeezeExcite}
        onChange={(se) => choose({ snapshot: se ? 'se' : 'plain' })}
        label='SE'
      />
      <span className='soft'>
        {t(named(config))}, {t('series.net.parameters', { count: number.integer(parameters) })}
      </span>
    </p>
  )
}

/** What the literature calls it. */
function named({ lstm, squeezeExcite }: SeriesNetworkConfig) {
  if (lstm) return squeezeExcite ? 'series.net.mlstmFcn' : 'series.net.lstmFcn'
  return squeezeExcite ? 'series.net.fcnSe' : 'series.net.fcn'
}

/** Beside the switches, since they are what makes a network that nobody has trained. */
function Untrained({ training }: { training: Training }) {
  const { t } = useText()
  const untrained = useApp((state) => shownNetwork(state)?.origin === 'untrained')
  return (
    <div role='status'>
      {untrained ? (
        <p className='notice net-untrained'>
          {t('series.net.untrained')}{' '}
          <button type='button' onClick={() => void training.play()}>
            {t('series.train')}
          </button>
        </p>
      ) : null}
    </div>
  )
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
