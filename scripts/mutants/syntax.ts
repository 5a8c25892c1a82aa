/** A walk over what runs in Node of a parsed file: no types, imports, prose of errors, no handlers of events. */

/** A node of the ESTree that Vite's parser gives. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** Where a node hangs. */
export interface Place {
  readonly parent: Node | undefined
  readonly key: string
  /** Inside a pattern that takes an array apart. */
  readonly inPattern: boolean
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

export function nodeAt(node: Node, key: string): Node | undefined {
  const value = node[key]
  return isNode(value) ? value : undefined
}

export function nodesAt(node: Node, key: string): Node[] {
  const value = node[key]
  return Array.isArray(value) ? value.filter(isNode) : []
}

export function visitCode(program: unknown, visit: (node: Node, place: Place) => void): void {
  if (isNode(program)) walk(program, { parent: undefined, key: '', inPattern: false }, visit)
}

/** What only a browser does: effects after drawing, and answers to pointer and keys. Tests in Node never get there. */
function isOfBrowser(node: Node): boolean {
  const name = (key: string) => String(nodeAt(node, key)?.name)
  if (node.type === 'CallExpression') return /^use(Layout)?Effect$/.test(name('callee'))
  return /^on[A-Z]/.test(
    node.type === 'JSXAttribute' ? name('name') : node.type === 'FunctionDeclaration' ? name('id') : '',
  )
}

/** Types that stand around an expression. */
const wrapping = /^TS(As|NonNull|Satisfies)Expression$/

function walk(node: Node, place: Place, visit: (node: Node, place: Place) => void): void {
  if (/^Import(Declaration|Expression)$|^ExportAll/.test(node.type)) return
  if ((node.type.startsWith('TS') && !wrapping.test(node.type)) || isOfBrowser(node)) return
  visit(node, place)
  const errorMade = node.type === 'NewExpression' && /Error$/.test(String(nodeAt(node, 'callee')?.name))
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child) || (errorMade && child.type === 'TemplateLiteral')) continue
      walk(
        child,
        { parent: node, key, inPattern: node.type === 'AssignmentPattern' && place.key === 'elements' },
        visit,
      )
    }
  }
}
