/** The messages that come with the first view are those that it may say. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { halfOf } from '../../../build/messages.ts'
import { lessonKeys, type Situation } from '../../../src/components/lesson/lessonTexts.ts'
import { lesson } from '../../../src/components/text/en/lesson.ts'
import { en } from '../../../src/components/text/en.ts'
import { firstKeys } from '../../../src/components/text/firstKeys.ts'
import { ko } from '../../../src/components/text/ko.ts'
import { noEdits } from '../../../src/model/state/edits.ts'

/** The modules that main.tsx imports before it renders: path → text. */
function firstModules(): Map<string, string> {
  const texts = new Map<string, string>()
  const paths = [resolve('src/main.tsx')]
  for (const path of paths) {
    if (texts.has(path) || !/\.tsx?$/.test(path) || !existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    texts.set(path, text)
    for (const [, kind, from = ''] of text.matchAll(/^import\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'(\.[^']+)'/gm))
      if (kind === undefined) paths.push(resolve(dirname(path), from))
  }
  return texts
}

/** A template of a key as an expression: `step.${id}.name`. */
function matcher(template: string): RegExp {
  const [first = '', ...rest] = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${[first, ...rest].join('[a-zA-Z0-9]+')}$`)
}

/** Keys that stand in a text, whole or as a template that begins with an area's name. */
function keysIn(text: string): string[] {
  const templates = [...text.matchAll(/`([a-z]\w*\.(?:[\w.]|\$\{[^}`]*\})+)`/g)].map(([, one = '']) =>
    matcher(one),
  )
  return Object.keys(en).filter(
    (key) => text.includes(`'${key}'`) || templates.some((template) => template.test(key)),
  )
}

describe('the first view', () => {
  const modules = firstModules()

  test('is read: its modules, and not those that are fetched later', () => {
    const names = [...modules.keys()].map((path) => path.replace(resolve('src'), ''))
    expect(names).toContain('/components/figure/Loom.tsx')
    expect(names).not.toContain('/components/page/MenuPanel.tsx')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code as it is read
    expect(keysIn('t(`fold.${one ?? other}`), t(`step.${id}.name`)')).toEqual(
      expect.arrayContaining(['fold.out', 'step.scale.name']),
    )
  })

  test('comes with every message that its modules say', () => {
    // Which of the lesson's is said depends on the step: below.
    const said = [...modules.values()].flatMap(keysIn).filter((key) => !(key in lesson))
    const missing = new Set(said.filter((key) => !(firstKeys as readonly string[]).includes(key)))
    expect([...missing]).toEqual([])
  })

  test.each(['inks', 'digits'] as const)('comes with the first step of the lesson: %s', (story) => {
    const situation: Situation = {
      story,
      stored: true,
      studied: false,
      withSe: true,
      bias: true,
      squeeze: 'mean',
      gate: 'sigmoid',
      lstm: false,
    }
    for (const stored of [true, false]) {
      const { formula: _, takesBack: __, ...keys } = lessonKeys('why', { ...situation, stored }, noEdits)
      expect(firstKeys).toEqual(expect.arrayContaining(Object.values(keys)))
    }
  })

  test('and the rest make up all messages, each once', () => {
    for (const messages of [en, ko]) {
      const halves = [halfOf(messages, true), halfOf(messages, false)]
      expect(Object.assign({}, ...halves)).toEqual(messages)
      expect(halves.map((half) => Object.keys(half).length)).toEqual([
        firstKeys.length,
        Object.keys(messages).length - firstKeys.length,
      ])
    }
  })
})
