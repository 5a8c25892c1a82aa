/** The two languages say the same: keys, placeholders, marked symbols; and every message is sound. */
import { describe, expect, test } from 'vitest'
import { compileCatalog } from '../../../build/messages.ts'
import { notes as enNotes } from '../../../src/components/text/en/notes.ts'
import { series as enSeries } from '../../../src/components/text/en/series.ts'
import { en as enPage } from '../../../src/components/text/en.ts'
import { type Catalog, makeLanguage, type TextKey } from '../../../src/components/text/i18n.tsx'
import { notes as koNotes } from '../../../src/components/text/ko/notes.ts'
import { series as koSeries } from '../../../src/components/text/ko/series.ts'
import { ko as koPage } from '../../../src/components/text/ko.ts'

const en = { ...enPage, ...enSeries, ...enNotes }
const ko = { ...koPage, ...koSeries, ...koNotes }
const languages: Readonly<Record<'en' | 'ko', Readonly<Record<string, string>>>> = { en, ko }
const keys = Object.keys(en) as TextKey[]

/** A compiled message: text, or a list of texts and placeholders, each with its kind and its cases. */
type Message = string | readonly Part[]
type Part =
  | string
  | readonly [name: string, kind?: string, cases?: Readonly<Record<string, Message | undefined>>]

const compiled = (lang: 'en' | 'ko') => compileCatalog(languages[lang]) as Record<TextKey, Message>
const parts = { en: compiled('en'), ko: compiled('ko') }

/** The placeholders of a message, those inside the cases of a plural or a select too. */
function inserted(message: Message): Exclude<Part, string>[] {
  if (typeof message === 'string') return []
  return message.flatMap((part) => {
    if (typeof part === 'string') return []
    const cases = Object.values(part[2] ?? {}).filter((branch) => branch !== undefined)
    return [part, ...cases.flatMap(inserted)]
  })
}

/** Their names, sorted, each once; `#`, a plural's own number, is none. */
function placeholders(message: Message): string[] {
  const names = new Set(inserted(message).map(([name]) => name))
  names.delete('#')
  return [...names].sort()
}

/** The selects of a message as `placeholder: case, case`. Plurals differ by language and are left out. */
function selects(message: Message): string[] {
  return inserted(message)
    .filter(([, kind]) => kind === 'select')
    .map(([name, , cases = {}]) => `${name}: ${Object.keys(cases).join(', ')}`)
}

/** The symbols marked `[[…]]`, each as often as it stands there, sorted. */
const symbols = (message: string) => [...message.matchAll(/\[\[(.*?)\]\]/g)].map(([, name]) => name).sort()

/** The terms marked `<term|word>`, sorted. */
const terms = (message: string) => [...message.matchAll(/<(\w+)\|/g)].map(([, id]) => id).sort()

/** All keys whose message offends, with what offends: a list that reads well when it is not empty. */
function offenders(messages: Readonly<Record<string, string>>, offence: RegExp): string[] {
  return Object.entries(messages).flatMap(([key, message]) => {
    const found = offence.exec(message)?.[0]
    return found === undefined ? [] : [`${key}: “${found}”`]
  })
}

/** `of(key)` of both languages for the keys where they differ. */
function differences<T>(of: (key: TextKey, lang: 'en' | 'ko') => T): Record<string, { en: T; ko: T }> {
  return Object.fromEntries(
    keys
      .map((key) => [key, { en: of(key, 'en'), ko: of(key, 'ko') }] as const)
      .filter(([, both]) => JSON.stringify(both.en) !== JSON.stringify(both.ko)),
  )
}

describe('English and Korean', () => {
  test('have the same keys', () => {
    expect(Object.keys(ko).sort()).toEqual([...keys].sort())
    expect(keys.length).toBeGreaterThan(200)
  })

  test('have the same placeholders in every message', () => {
    expect(differences((key, lang) => placeholders(parts[lang][key]))).toEqual({})
  })

  test('have the same cases where a message selects', () => {
    expect(differences((key, lang) => selects(parts[lang][key]))).toEqual({})
  })

  test('mark the same symbols', () => {
    expect(differences((key, lang) => symbols(languages[lang][key] ?? ''))).toEqual({})
  })

  test('mark the same terms, each of which the glossary has', () => {
    expect(differences((key, lang) => terms(languages[lang][key] ?? ''))).toEqual({})
    const marked = new Set(keys.flatMap((key) => terms(en[key as keyof typeof en] ?? '')))
    expect([...marked].filter((id) => !(`term.${id}.what` in enNotes))).toEqual([])
    expect(marked.size).toBeGreaterThan(5)
  })

  test('write the same formulas: every symbol of the page stands as often in both', () => {
    const letters = (message: string) => (message.match(/[₁₂ᵀσΣ√½×]/g) ?? []).sort().join('')
    // Names differ by language, and more so what things are also called.
    const written = (key: string) => (/^term\.\w+(\.also)?$/.test(key) ? '' : key)
    expect(differences((key, lang) => letters(languages[lang][written(key)] ?? ''))).toEqual({})
  })
})

describe.each(['en', 'ko'] as const)('the messages in %s', (lang) => {
  const messages = languages[lang]

  test('are not empty', () => {
    expect(offenders(messages, /^\s*$/)).toEqual([])
  })

  test('have no stray spaces', () => {
    expect(offenders(messages, /^\s|\s$|\s\s| [,.;:?!](?![\d])|[^\S ]/)).toEqual([])
  })

  test('have no straight quotes, double full stops or dashes made of hyphens', () => {
    expect(offenders(messages, /["'`]|\.\.|,,|--|\?\.|!\./)).toEqual([])
  })

  test('close every mark and bracket that they open', () => {
    const unmarked = (message: string) =>
      message.replace(/\[\[[^[\]]+\]\]|\*\*[^*]+\*\*/g, '').replace(/<\w+\|([^<>|]+)>/g, '$1')
    const open = Object.entries(messages).filter(([, message]) => {
      const rest = unmarked(message)
      return (
        /\[\[|\]\]|\*|[<>]/.test(rest) ||
        rest.split('(').length !== rest.split(')').length ||
        !paired(rest, '“', '”')
      )
    })
    expect(open).toEqual([])
  })

  test('leave nothing to fill in when they are given their values', () => {
    const { t } = makeLanguage(lang, parts[lang] as unknown as Catalog)
    for (const key of keys) {
      const values = Object.fromEntries(placeholders(parts[lang][key]).map((name) => [name, 2]))
      const text = t(key, values)
      // `#2` is the number of a series; a `#` by itself is a plural's own number, left over.
      expect(text, key).not.toMatch(/[{}]|#(?!\d)|undefined|plural,|select,/)
      expect(text.trim().length, key).toBeGreaterThan(0)
    }
  })
})

function paired(text: string, open: string, close: string): boolean {
  return text.split(open).length === text.split(close).length
}

describe('the messages about series', () => {
  const pageKeys = new Set<string>(Object.keys(enPage))
  const standIns = Object.keys(enSeries).filter((key): key is TextKey => key.endsWith('.series'))
  const replaced = (key: TextKey) => key.slice(0, -'.series'.length)

  test('that end in .series stand in for a message of the page', () => {
    expect(standIns.length).toBeGreaterThan(50)
    expect(standIns.filter((key) => !pageKeys.has(replaced(key)))).toEqual([])
  })

  test.each(['en', 'ko'] as const)(
    'get in %s no placeholder that the message they stand in for has not',
    (lang) => {
      const missing = standIns.flatMap((key) => {
        const given = placeholders(parts[lang][replaced(key) as TextKey])
        return placeholders(parts[lang][key])
          .filter((name) => !given.includes(name))
          .map((name) => `${key}: {${name}}`)
      })
      expect(missing).toEqual([])
    },
  )

  test('have keys of their own: none is a message of the page as well', () => {
    expect(Object.keys(enSeries).filter((key) => pageKeys.has(key))).toEqual([])
  })
})

test('numbers that are rounded to nothing have no sign', () => {
  const { number } = makeLanguage('en', {})
  expect([number.gate(-0.001), number.gate(-0), number.gate(-0.01)]).toEqual(['0.00', '0.00', '−0.01'])
  expect([number.percent(-0.001), number.value(-0.5), number.integer(-0.2)]).toEqual(['0%', '−0.500', '0'])
})

describe('Korean', () => {
  // 은/는, 이/가, 을/를, 과/와, (으)로, 이나/나, 아/야 follow the sound before them, and so must not follow a value.
  test('puts no particle that depends on the sound before it right after a placeholder', () => {
    expect(
      offenders(ko, /\} ?(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이며|며|이고|고|이란|란)(?![가-힣])/),
    ).toEqual([])
  })

  test('is written in Hangul wherever English writes a sentence', () => {
    const plain = keys.filter(
      (key) => /[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(en[key]) && !/[가-힣]/.test(ko[key]),
    )
    expect(plain).toEqual([])
  })

  test('speaks to the reader in one style: sentences end in 니다, 시오 or 까요', () => {
    const sentences = Object.entries(ko).flatMap(([key, message]) =>
      message
        .split(/(?<=[가-힣)][.?])(?=\s|$|\})/)
        .filter((sentence) => /[다요오까죠][.?]$/.test(sentence))
        .map((sentence) => `${key}: ${sentence.trim()}`),
    )
    expect(sentences.length).toBeGreaterThan(100)
    expect(sentences.filter((sentence) => !/(?:니다|시오|까요)[.?]$/.test(sentence))).toEqual([])
  })

  test('calls the inks by one name everywhere', () => {
    expect([ko['ink.name0'], ko['ink.name1']]).toEqual([ko['picture.ink.0'], ko['picture.ink.1']])
    expect(offenders(ko, /호박|앰버|틸 |노란|노랑|초록|청록(?!색)/)).toEqual([])
  })

  test('keeps to the terms of the glossary', () => {
    // What things are also called is there to be found by those other words.
    const said = Object.fromEntries(Object.entries(ko).filter(([key]) => !/^term\..*also$/.test(key)))
    expect(offenders(said, /피처|특징 맵|감소율|활성화 맵|시그모이드|파라미터|테스트용/)).toEqual([])
    // Calques, words of two meanings, and what the glossary calls otherwise (held-out pictures are 홀드아웃).
    expect(
      offenders(
        said,
        /들뜸|말을 걸|할 말|아쉽|못하여|아무 이미지|가리켜|가리키기|자리 수|SE 자리|보탠|수가 아니게|평가용(?:\(held-out\))? 이미지|지난 시점|[\d}]–[\d{]/,
      ),
    ).toEqual([])
    expect(Object.keys(ko).filter((key) => /answer/i.test(key) && /^아닙니다/.test(said[key] ?? ''))).toEqual(
      [],
    )
    // Pictures are trained on and tested; only series have a validation part, 검증용, that chooses the weights.
    expect(offenders(koPage, /검증/)).toEqual([])
    expect(offenders(koSeries, /선택용|갈래|보탠|읽은 (?:것|클래스)|몫|흩어짐|쓸모/)).toEqual([])
  })
})
