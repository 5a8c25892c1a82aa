/** What stands on the first screen is short, and takes its numbers from the tensors and the studies. */
import { describe, expect, test } from 'vitest'
import { compileCatalog } from '../../../build/messages.ts'
import { lesson as en } from '../../../src/components/text/en/lesson.ts'
import { firstScreen as enSeries } from '../../../src/components/text/en/series/firstScreen.ts'
import { lesson as ko } from '../../../src/components/text/ko/lesson.ts'
import { firstScreen as koSeries } from '../../../src/components/text/ko/series/firstScreen.ts'

type Message = string | readonly Part[]
type Part =
  | string
  | readonly [name: string, kind?: string, cases?: Readonly<Record<string, Message | undefined>>]

/** Values as long as they get; a plural's own number is one of them. */
const long: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['right', 'plain', 'frozen', 'ones', 'seLonger', 'plainLonger', 'deeper', 'perBar'].map((name) => [
      name,
      '96.1%',
    ]),
  ),
  ...Object.fromEntries(['z', 'zMove', 'sMove', 'magnitude', 'sum'].map((name) => [name, '0.123'])),
  ...{ largest: '0.85', before: '0.99', steps: '3,000', longerSteps: '6,000', pictures: '2,000' },
  ...{ own: 'fast', lent: 'slow', other: 'amber' },
}

/** All texts that a message can become. */
function variants(message: Message, plural = '10'): string[] {
  if (typeof message === 'string') return [message.replaceAll('#', plural)]
  return message.reduce<string[]>(
    (texts, part) => {
      const said = typeof part === 'string' ? [part] : ofPlaceholder(part, plural)
      return texts.flatMap((text) => said.map((more) => text + more))
    },
    [''],
  )
}

function ofPlaceholder([name, kind, cases]: Exclude<Part, string>, plural: string): string[] {
  if (name === '#') return [plural]
  if (kind === undefined || cases === undefined) return [long[name] ?? '16']
  return Object.entries(cases).flatMap(([key, branch]) =>
    branch === undefined || key === 'offset' ? [] : variants(branch, key === 'one' ? '1' : '10'),
  )
}

function textsOf(messages: Readonly<Record<string, string>>, start: string): [string, string][] {
  return Object.entries(compileCatalog(messages) as Record<string, Message>)
    .filter(([key]) => key.startsWith(start))
    .flatMap(([key, message]) => variants(message).map((text): [string, string] => [key, shown(text)]))
}

/** Without the marks that are not seen. */
const shown = (text: string) => text.replace(/\[\[|\]\]|\*\*|_|<\w+\||>/g, '')
const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const english = { ...en, ...enSeries }
const korean = { ...ko, ...koSeries }

describe('the first screen', () => {
  test('has leads of at most 90 characters, in Korean 52', () => {
    expect(textsOf(english, 'lead.').filter(([, text]) => text.length > 90)).toEqual([])
    expect(textsOf(korean, 'lead.').filter(([, text]) => text.length > 52)).toEqual([])
    expect(textsOf(english, 'lead.').length).toBeGreaterThan(60)
  })

  test('has labels of at most 24 characters on its one button', () => {
    for (const messages of [english, korean]) {
      const labels = [...textsOf(messages, 'try.'), ...textsOf(messages, 'back.')]
      expect(labels.filter(([, text]) => text.length > 24)).toEqual([])
    }
  })

  test('has texts of at most 45 words, in Korean 130 characters', () => {
    expect(
      textsOf(english, 'text.')
        .filter(([, text]) => words(text) > 45)
        .map(([key, text]) => `${key}: ${words(text)} ${text}`),
    ).toEqual([])
    expect(
      textsOf(korean, 'text.')
        .filter(([, text]) => text.length > 130)
        .map(([key, text]) => `${key}: ${text.length} ${text}`),
    ).toEqual([])
  })

  test('asks and answers shortly', () => {
    expect(textsOf(english, 'ask.').filter(([, text]) => text.length > 60)).toEqual([])
    expect(textsOf(english, 'answer.').filter(([, text]) => words(text) > 30)).toEqual([])
  })

  // 0 and 1 bound the gates; tables, the ±3 and 6 of hard σ and “signal 1, 2” are names.
  const named =
    /table \d+|tables \d+ and \d+|표 \d+(, \d+)?|relu6\(a \+ 3\) \/ 6|±3|Equation 3|식 3|V3|신호 \d|signal \d[,:] ?|(?<=\D) for 2|SE (site|위치) 1/g
  test.each([english, korean])('writes no number that the page measures into its prose', (messages) => {
    const bare = Object.entries(messages)
      .map(([key, text]) => [key, text.replace(named, ' ').replace(/\{\w+, plural,|=\d|\{\w+\}/g, ' ')])
      .filter(([, text]) => /(?<![\d.])(?!(?:[01])(?![\d.,]*\d))\d/.test(text ?? ''))
    expect(bare).toEqual([])
  })
})
