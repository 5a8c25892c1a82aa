import { useEffect, useRef } from 'react'
import type { TextTools } from '../../text/i18n.tsx'
import { useText } from '../../text/i18n.tsx'
import { readerWords } from '../../text/readerWords.ts'
import type { OpenProblem } from './filePair.ts'
import type { Told } from './useOwnFiles.ts'

/** Why files were not opened, and what became of everything else. */
export function OwnProblem({ told, onClose }: { told: Told; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const place = useRef<HTMLParagraphElement>(null)
  // Files may be let fall far from here.
  useEffect(() => {
    if (told !== null) place.current?.scrollIntoView({ block: 'nearest' })
  }, [told])
  const { problem, where, isReading } = told
  // What is wrong with the file itself no other choice mends.
  const isChoice = where === 'mapping' && problem.kind !== 'changed'
  const rest = isReading ? 'series.own.errorReading' : 'series.own.errorKept'
  return (
    <p className='notice' role='alert' ref={place}>
      {wordsOf(problem, text)} {isChoice ? t('series.csv.again') : t(rest)}{' '}
      <button type='button' className='plain' onClick={onClose}>
        {t('page.dismiss')}
      </button>
    </p>
  )
}

function wordsOf(problem: OpenProblem, text: TextTools): string {
  const { t } = text
  switch (problem.kind) {
    case 'nothing': {
      const { names } = problem
      const listed = [...names.slice(0, 4), ...(names.length > 4 ? ['…'] : [])].join(', ')
      return t('series.own.nothing', { names: listed })
    }
    case 'several':
      return t('series.own.several', { names: problem.names.join(', ') })
    case 'strangers': {
      const { train, test } = problem
      return t('series.own.strangers', {
        train: train.name,
        test: test.name,
        trainSet: train.problem,
        testSet: test.problem,
      })
    }
    case 'formats':
      return t('series.own.formats', { names: problem.names.join(', ') })
    case 'changed':
      return t('series.own.changed', { name: problem.name })
    case 'unread':
      return t('series.own.error', { name: problem.name, detail: readerWords(problem.complaint, text) })
    case 'lost':
      return t('series.own.lost', { detail: problem.detail })
  }
}
