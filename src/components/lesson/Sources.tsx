import { type NoteKey, type NoteText, useNoteText } from '../text/notes.ts'
import { PaperTables } from './PaperTables.tsx'
import './notes.css'

interface Source {
  readonly name: string
  readonly url: string
  readonly what: NoteKey
}

const arxiv = (number: string) => `https://arxiv.org/abs/${number}`

const main: readonly Source[] = [
  {
    name: 'Hu, Shen, Albanie, Sun, Wu: Squeeze-and-Excitation Networks (arXiv 1709.01507)',
    url: arxiv('1709.01507'),
    what: 'source.se',
  },
  {
    name: 'Karim, Majumdar, Darabi, Harford: Multivariate LSTM-FCNs for Time Series Classification (2018)',
    url: arxiv('1801.04503'),
    what: 'source.mlstm',
  },
  {
    name: 'Karim, Majumdar, Darabi, Chen: LSTM Fully Convolutional Networks for Time Series Classification (2017)',
    url: arxiv('1709.05206'),
    what: 'source.lstmFcn',
  },
  {
    name: 'Wang, Yan, Oates: Time Series Classification from Scratch with Deep Neural Networks (2016)',
    url: arxiv('1611.06455'),
    what: 'source.fcn',
  },
  {
    name: 'He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition (2015)',
    url: arxiv('1512.03385'),
    what: 'source.resnet',
  },
  { name: 'Ioffe, Szegedy: Batch Normalization (2015)', url: arxiv('1502.03167'), what: 'source.bn' },
]

const successors: readonly Source[] = [
  { name: 'Hu et al. 2018', url: arxiv('1810.12348'), what: 'source.ge' },
  { name: 'Roy, Navab, Wachinger 2018', url: arxiv('1803.02579'), what: 'source.scse' },
  { name: 'Woo et al. 2018', url: arxiv('1807.06521'), what: 'source.cbam' },
  { name: 'Wang et al. 2019', url: arxiv('1910.03151'), what: 'source.eca' },
  { name: 'Lee, Park 2019', url: arxiv('1911.06667'), what: 'source.ese' },
  { name: 'Howard et al. 2019', url: arxiv('1905.02244'), what: 'source.mobilenet' },
  { name: 'Tan, Le 2019', url: arxiv('1905.11946'), what: 'source.efficientnet' },
  { name: 'Woo et al. 2023', url: arxiv('2301.00808'), what: 'source.grn' },
]

const relations: readonly Source[] = [
  { name: 'Srivastava, Greff, Schmidhuber 2015', url: arxiv('1505.00387'), what: 'source.highway' },
  { name: 'Vaswani et al. 2017', url: arxiv('1706.03762'), what: 'source.attention' },
]

/** References, and what a reader of papers looks for: gains on ImageNet, ablations, depth, relations, successors. */
export function Sources() {
  const text = useNoteText(false)
  return text === null ? null : <SourcesIn text={text} />
}

export function SourcesIn({ text }: { text: NoteText }) {
  const { t } = text
  const list = (of: readonly Source[], more: readonly NoteKey[] = []) => (
    <ul>
      {of.map(({ name, url, what }) => (
        <li key={url}>
          <a href={url} rel='noreferrer'>
            {name}
          </a>
          . {t(what)}
        </li>
      ))}
      {more.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
  return (
    <section className='sources' aria-labelledby='sources'>
      <h2 id='sources'>{t('source.title')}</h2>
      {list(main, ['source.article', 'source.data'])}
      <details>
        <summary>
          <h3>{t('source.paper')}</h3>
        </summary>
        <p>{t('source.paper.what')}</p>
        <PaperTables text={text} />
      </details>
      <details>
        <summary>
          <h3>{t('source.depth')}</h3>
        </summary>
        <p>{t('source.depth.text')}</p>
      </details>
      <details>
        <summary>
          <h3>{t('source.relations')}</h3>
        </summary>
        <p>{t('source.relations.text')}</p>
        {list(relations)}
      </details>
      <details>
        <summary>
          <h3>{t('source.successors')}</h3>
        </summary>
        {list(successors)}
      </details>
    </section>
  )
}
