/**
 * Who may import whom (ARCHITECTURE.md), as dependency-cruiser rules over two
 * graphs: the imports as written, types included, and the imports that remain
 * when the program runs, after type-only ones are gone.
 *
 * Patterns are not anchored behind the extension: check-architecture.ts cruises
 * a skeleton in which `a.ts` is called `a.ts.mjs`.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser'

const error = 'error' as const

/** Modules directly in model/, the vocabulary and the random numbers: the floor everybody may stand on. */
const floor = '^src/model/([^/]+|networks/(config|planTypes)|block/options|data/rng)\\.ts'
const apiFile = '^src/model/api\\.ts'
const pages = '^src/(boot|main|embed|element)\\.tsx?'
const entries = '^src/((boot|main|embed|element)\\.tsx?|model/(api|engine/worker/worker)\\.ts|.*\\.d\\.ts)'
const tfjs = '(^|/)@tensorflow/'
/** The rooms whose code calls tfjs. */
const tfjsRooms = '^src/model/(layers|networks|engine|lab|export)/|^src/model/api\\.ts'
/** Files of those rooms that the page runs too, and so must be free of it. */
const plainFiles =
  '^src/model/(networks/(config|plan|planTypes|forward|loops|weights|snapshot|snapshotTypes)\\.ts|engine/(client/|(protocol|recipe)\\.ts))'

/** A room of the model and the rooms of src/ below it, besides the floor. */
function mayImport(room: string, below: readonly string[]): IForbiddenRuleType {
  return {
    name: `model-${room}`,
    comment: `model/${room} imports only ${[room, ...below, 'the floor'].join(', ')}`,
    severity: error,
    from: { path: `^src/model/${room}/` },
    to: { path: '^src/', pathNot: [floor, ...[room, ...below].map((name) => `^src/model/${name}/`)] },
  }
}

/** Rules for the imports as written. */
export const writtenRules: readonly IForbiddenRuleType[] = [
  {
    name: 'no-circles',
    comment: 'No module imports itself by way of others',
    severity: error,
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'Every import leads to a file; virtual modules are made by the build',
    severity: error,
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'no-orphans',
    comment: 'Every module imports or is imported; only entries may stand alone',
    severity: error,
    from: { orphan: true, path: '^src/.*\\.tsx?', pathNot: entries },
    to: {},
  },
  {
    name: 'model-looks-at-no-page',
    comment: 'model knows neither drawing, nor panels, nor React',
    severity: error,
    from: { path: '^src/model/' },
    to: { path: '^src/(viz|components)/|(^|/)(react|react-dom|radix-ui|@radix-ui)(/|$)' },
  },
  {
    name: 'viz-below-components',
    comment: 'viz gets texts and handlers as props',
    severity: error,
    from: { path: '^src/viz/' },
    to: { path: '^src/components/' },
  },
  {
    name: 'viz-without-store',
    comment: 'viz never knows the store, not even its types',
    severity: error,
    from: { path: '^src/viz/' },
    to: { path: '^src/model/state/' },
  },
  {
    name: 'entries-at-the-top',
    comment: 'Nobody imports an entry, but for the script that fetches the page',
    severity: error,
    from: { path: '^src/', pathNot: '^src/boot' },
    to: { path: pages },
  },
  {
    name: 'workers-by-address',
    comment: 'Nobody imports a worker: it is started by its address, and WebKit would run it twice',
    severity: error,
    from: { path: '^src/' },
    to: { path: '^src/.+/worker\\.ts' },
  },
  {
    name: 'model-floor',
    comment: 'The floor of the model stands on nothing but itself',
    severity: error,
    from: { path: floor, pathNot: apiFile },
    to: { path: '^src/', pathNot: floor },
  },
  mayImport('block', []),
  mayImport('layers', ['block']),
  mayImport('networks', ['layers', 'block', 'data']),
  mayImport('data', []),
  mayImport('engine', ['networks', 'layers', 'block', 'data']),
  mayImport('lab', ['engine', 'networks', 'block', 'data']),
  mayImport('state', ['engine', 'networks', 'block', 'data']),
  {
    name: 'api-is-for-others',
    comment: 'api.ts is what other people import, never this site',
    severity: error,
    from: { path: '^src/' },
    to: { path: apiFile },
  },
  {
    name: 'no-barrels',
    comment: 'Only api.ts hands on what others export',
    severity: error,
    from: { path: '^src/', pathNot: apiFile },
    to: { path: '^src/', dependencyTypes: ['export'] },
  },
  {
    name: 'tfjs-in-its-rooms',
    comment: 'tfjs, types included, is for layers, networks and the worker side of the engine',
    severity: error,
    from: { path: '^src/', pathNot: tfjsRooms },
    to: { path: tfjs },
  },
  {
    name: 'plain-files-without-tfjs',
    comment: 'What page and worker share knows no tfjs, not even its types',
    severity: error,
    from: { path: plainFiles },
    to: { path: tfjs },
  },
  {
    name: 'src-stands-alone',
    comment: 'Nothing of tests, scripts or build plugins in src',
    severity: error,
    from: { path: '^src/' },
    to: { path: '^(\\.\\./)*(test|scripts|build)/' },
  },
  {
    name: 'src-runs-in-browsers',
    comment: 'No module of Node in src',
    severity: error,
    from: { path: '^src/' },
    to: { dependencyTypes: ['core'] },
  },
]

/** Words that a place does not write, whatever it imports. */
export interface WordRule {
  readonly name: string
  readonly comment: string
  readonly path: RegExp
  readonly word: string
}

export const wordRules: readonly WordRule[] = [
  {
    name: 'state-by-actions',
    comment:
      'Components change the state through the named actions of its slices (model/state), never by hand',
    path: /^src\/components\//,
    word: 'setState',
  },
]

/** Lines that a file has at most. */
export interface LengthRule {
  readonly name: string
  readonly comment: string
  readonly path: RegExp
  readonly most: number
}

export const lengthRules: readonly LengthRule[] = [
  {
    name: 'short-files',
    comment: 'A TypeScript file has 250 lines at most: part it by subject. Style sheets are not counted',
    path: /^src\//,
    most: 250,
  },
]

/** Rules for the imports that remain at run time. */
export const runningRules: readonly IForbiddenRuleType[] = [
  {
    name: 'viz-knows-types-only',
    comment: 'viz takes nothing but types from model',
    severity: error,
    from: { path: '^src/viz/' },
    to: { path: '^src/model/' },
  },
  {
    name: 'page-without-tfjs',
    comment: 'tfjs is reached through the worker only, by URL',
    severity: error,
    from: { path: pages },
    to: { path: tfjs, reachable: true },
  },
  {
    name: 'page-without-worker-side',
    comment: 'The page talks to the worker through the client',
    severity: error,
    from: { path: pages },
    to: { path: '^src/model/(layers/|engine/(worker|run|backends|kernels)/)', reachable: true },
  },
  {
    name: 'state-without-engine-room',
    comment: 'State reaches the engine through client and protocol',
    severity: error,
    from: { path: '^src/model/state/' },
    to: { path: `^src/model/(layers/|engine/(worker|run|backends|kernels)/)|${tfjs}`, reachable: true },
  },
]
