/** Where a source file can be changed a little, and how: read off its syntax, so that no word of prose is touched. */
import { parseSync } from 'vite'
import { isNode, type Node, nodeAt, nodesAt, type Place, visitCode } from './syntax.ts'

export interface Mutant {
  /** Path from the project's root. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly kind: string
  /** Characters that are replaced: `start` to before `end`. */
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

type Edit = Pick<Mutant, 'kind' | 'start' | 'end' | 'after'>

/** @throws Error if the file cannot be parsed */
export function mutantsOf(file: string, code: string): Mutant[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const found: Mutant[] = []
  visitCode(program, (node, place) => {
    for (const edit of editsOf(node, place, code)) {
      const line = code.slice(0, edit.start).split('\n').length
      found.push({ file, line, before: code.slice(edit.start, edit.end), ...edit })
    }
  })
  return found
}

/** @returns the file with the change in it */
export function mutated(code: string, { start, end, after }: Mutant): string {
  return code.slice(0, start) + after + code.slice(end)
}

function editsOf(node: Node, place: Place, code: string): Edit[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
    case 'LogicalExpression':
      return operator(node, place, code)
    case 'UpdateExpression':
      // The step of a loop backwards: it never ends, which says nothing of any test.
      return place.key === 'update' ? [] : [other(node, 'arithmetic', swapSign(textOf(node, code)))]
    case 'UnaryExpression':
      return unary(node, place, code)
    case 'Literal':
      return constant(node, place)
    case 'IfStatement':
      return branch(node, code)
    case 'ConditionalExpression':
      return negated(node, code)
    case 'ExpressionStatement':
      return [other(node, 'statement dropped', ';')]
    case 'CallExpression':
      return [...swapped(node, code), ...method(node, code)]
    case 'NewExpression':
      return swapped(node, code)
    default:
      return []
  }
}

const operators: Readonly<Record<string, readonly [kind: string, other: string]>> = {
  '+': ['arithmetic', '-'],
  '-': ['arithmetic', '+'],
  '*': ['arithmetic', '/'],
  '/': ['arithmetic', '*'],
  '%': ['arithmetic', '*'],
  '+=': ['arithmetic', '-='],
  '-=': ['arithmetic', '+='],
  '*=': ['arithmetic', '/='],
  '/=': ['arithmetic', '*='],
  '<': ['boundary', '<='],
  '<=': ['boundary', '<'],
  '>': ['boundary', '>='],
  '>=': ['boundary', '>'],
  '===': ['equality', '!=='],
  '!==': ['equality', '==='],
  '&&': ['logic', '||'],
  '||': ['logic', '&&'],
}

function operator(node: Node, { parent, key }: Place, code: string): Edit[] {
  const [left, right, sign] = [nodeAt(node, 'left'), nodeAt(node, 'right'), String(node.operator)]
  const change = operators[sign]
  if (left === undefined || right === undefined || change === undefined) return []
  // One turn more along a typed array reads nothing and writes nowhere; one turn less is missed.
  if (parent?.type === 'ForStatement' && key === 'test' && sign === '<')
    return [other(right, change[0], `(${textOf(right, code)}) - 1`)]
  const start = code.indexOf(sign, left.end)
  return [{ kind: change[0], start, end: start + sign.length, after: change[1] }]
}

function unary(node: Node, { key }: Place, code: string): Edit[] {
  const argument = nodeAt(node, 'argument')
  if (argument === undefined || (node.operator !== '!' && node.operator !== '-')) return []
  // What a branch asks is negated as it is.
  if (node.operator === '!' && key === 'test') return []
  const kind = node.operator === '!' ? 'condition' : 'arithmetic'
  return [other(node, kind, `(${textOf(argument, code)})`)]
}

function constant(node: Node, { parent, key, inPattern }: Place): Edit[] {
  // Names of properties are no constants; a number in an attribute is how something looks.
  if ((key === 'key' && parent?.computed !== true) || parent?.type === 'JSXExpressionContainer') return []
  // The compiler asks what stands in for an element of an array that is always there.
  if (key === 'right' && (parent?.operator === '??' || inPattern)) return []
  if (typeof node.value === 'boolean') return [other(node, 'constant', String(!node.value))]
  return typeof node.value === 'number' ? [other(node, 'constant', String(another(node.value)))] : []
}

/** A number like it. */
function another(value: number): number {
  if (value === 0) return 1
  if (value < 0.1) return Number((value * 10).toPrecision(6))
  if (value < 1) return Number((1 - (1 - value) / 10).toPrecision(6))
  return value < 100 ? value + 1 : value * 2
}

function branch(node: Node, code: string): Edit[] {
  const [test, then] = [nodeAt(node, 'test'), nodeAt(node, 'consequent')]
  if (test === undefined || then === undefined) return []
  const last = then.type === 'BlockStatement' ? nodesAt(then, 'body').at(-1) : then
  const leaves = /^(Return|Throw|Continue|Break)Statement$/.test(last?.type ?? '')
  if (!leaves || isNode(node.alternate)) return negated(node, code)
  return [...negated(node, code), other(test, 'left early', 'true'), other(node, 'statement dropped', ';')]
}

function negated(node: Node, code: string): Edit[] {
  const test = nodeAt(node, 'test')
  return test === undefined ? [] : [other(test, 'condition', `!(${textOf(test, code)})`)]
}

/** The larger of a and b is the larger of b and a. */
const commutative =
  /^(Math\.(max|min|hypot)|tf\.(add|mul|maximum|minimum|squaredDifference|equal|notEqual|logicalAnd|logicalOr))$/

/** The first two arguments of a call, if they can change places. */
function swapped(node: Node, code: string): Edit[] {
  const [first, second] = nodesAt(node, 'arguments')
  if (first === undefined || second === undefined) return []
  const [a, b] = [textOf(first, code), textOf(second, code)]
  const fixed = [first, second].some(({ type }) => /Function|Spread/.test(type))
  const either = commutative.test(textOf(nodeAt(node, 'callee') ?? first, code))
  if (fixed || either || a === b) return []
  const after = b + code.slice(first.end, second.start) + a
  return [{ kind: 'arguments swapped', start: first.start, end: second.end, after }]
}

/** Not `find` and `indexOf`, which find the same from the other end where everything comes once. */
const otherMethods: Readonly<Record<string, string>> = {
  max: 'min',
  min: 'max',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
}

const optional = /^(filter|sort|toSorted|reverse|toReversed|slice|trim|toLowerCase|fill)$/

/** Another method of the same kind, none at all, or a slice that is off by one. */
function method(node: Node, code: string): Edit[] {
  const callee = nodeAt(node, 'callee')
  const [object, property] =
    callee === undefined ? [] : [nodeAt(callee, 'object'), nodeAt(callee, 'property')]
  if (callee?.type !== 'MemberExpression' || callee.computed === true || callee.optional === true) return []
  if (object === undefined || property === undefined) return []
  const [name, found] = [textOf(property, code), [] as Edit[]]
  const instead = otherMethods[name]
  if (instead !== undefined) found.push(other(property, 'other method', instead))
  if (optional.test(name)) found.push(other(node, 'call dropped', textOf(object, code)))
  if (name === 'slice' || name === 'subarray') {
    const [from, to] = nodesAt(node, 'arguments')
    if (from !== undefined) found.push(other(from, 'slice', `${textOf(from, code)} + 1`))
    if (to !== undefined) found.push(other(to, 'slice', `${textOf(to, code)} - 1`))
  }
  return found
}

function swapSign(text: string): string {
  return text.includes('++') ? text.replace('++', '--') : text.replace('--', '++')
}

function other({ start, end }: Node, kind: string, after: string): Edit {
  return { kind, start, end, after }
}

function textOf({ start, end }: Node, code: string): string {
  return code.slice(start, end)
}
