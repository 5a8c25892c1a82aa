import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Edits,
  formatEdits,
  gateSources,
  isEdited,
  noEdits,
  parseEdits,
} from '../../../src/model/state/edits.ts'
import { dataIds, type Fields, fieldNames, fields, initialFields } from '../../../src/model/state/fields.ts'
import { plantNoises } from '../../../src/model/state/plantCode.ts'
import { formatSample, parseSample, type SampleSpec } from '../../../src/model/state/sampleCode.ts'
import { rows, stepIds } from '../../../src/model/state/steps.ts'
import { decodeQuery, encodeQuery } from '../../../src/model/state/urlCodec.ts'

const bar = fc.constantFrom<0 | 1>(0, 1)
const position = fc.nat(1999)
/** Own files may hold more series than there are held-out pictures. */
const beyond = fc.integer({ min: 2000, max: 999_999_999 })
const gates = ['sigmoid', 'tanh', 'relu', 'hardSigmoid', 'softmax'] as const
const squeezes = ['mean', 'max'] as const

const sample: fc.Arbitrary<SampleSpec> = fc.oneof(
  fc.record({ kind: fc.constant('heldOut' as const), index: position, bar: fc.option(bar) }),
  fc.record({ kind: fc.constant('composed' as const), first: position, second: position, bar }),
  fc.constant<SampleSpec>({ kind: 'drawn' }),
)

const seriesSample: fc.Arbitrary<SampleSpec> = fc.record({
  kind: fc.constant('heldOut' as const),
  index: beyond,
  bar: fc.constantFrom(null, 0, 1),
})

/** Gates are written with three decimals. */
const edits: fc.Arbitrary<Edits> = fc.record({
  source: fc.constantFrom(...gateSources),
  gates: fc.dictionary(
    fc.nat(4095).map(String),
    fc.nat(1000).map((g) => g / 1000),
    { noNullPrototype: true },
  ),
  squeeze: fc.option(fc.constantFrom(...squeezes)),
  gate: fc.option(fc.constantFrom(...gates)),
  dropRelu: fc.boolean(),
  dropBias: fc.boolean(),
  permutation: fc.option(fc.nat(999_999_999)),
})

const state: fc.Arbitrary<Fields> = fc.record({
  net: fc.constantFrom('inks', 'digits', 'series'),
  data: fc.constantFrom(...dataIds),
  task: fc.constantFrom('city', 'citySeason'),
  plant: fc.record({
    useful: fc.array(fc.boolean(), { minLength: 2, maxLength: 12 }).filter((all) => all.includes(true)),
    signal: fc.constantFrom('amplitude', 'frequency', 'timing'),
    noise: fc.constantFrom(...plantNoises),
    unequal: fc.boolean(),
  }),
  size: fc.constantFrom('small', 'paper'),
  lstm: fc.boolean(),
  dimensionShuffle: fc.boolean(),
  snapshot: fc.constantFrom('se', 'plain'),
  site: fc.integer({ min: 1, max: 99 }).map((n) => `site${n}`),
  step: fc.constantFrom(...stepIds),
  at: fc.option(fc.nat(10_000_000)),
  sample: fc.option(sample),
  channel: fc.option(fc.nat(4095)),
  r: fc.option(fc.integer({ min: 1, max: 4096 })),
  squeeze: fc.constantFrom(...squeezes),
  gate: fc.constantFrom(...gates),
  place: fc.constantFrom('standard', 'pre', 'post', 'identity'),
  seed: fc.nat(999_999_999),
  edit: edits,
  cover: fc.subarray([...rows]),
  from: fc.constantFrom(null, 'mlstm-fcn'),
  lang: fc.constantFrom('en', 'ko'),
  theme: fc.constantFrom('system', 'light', 'dark'),
  projector: fc.constant(false),
  unfolded: fc.constant(false),
})

describe('the query', () => {
  test('says any state, and gives it back', () => {
    fc.assert(
      fc.property(state, (given) => {
        const { values, problems } = decodeQuery(encodeQuery(given))
        expect({ ...initialFields(), ...values }).toEqual(given)
        expect(problems).toEqual([])
      }),
    )
  })

  test('is empty by default and names what differs, no more', () => {
    expect(encodeQuery(initialFields())).toBe('')
    expect(encodeQuery({ ...initialFields(), step: 'gate', channel: 0 })).toBe('?step=gate&channel=0')
    fc.assert(
      fc.property(state, (given) => {
        const written = [...new URLSearchParams(encodeQuery(given)).keys()]
        const initial = initialFields()
        const different = fieldNames
          .filter((name) => JSON.stringify(given[name]) !== JSON.stringify(initial[name]))
          .map((name) => (name === 'dimensionShuffle' ? 'shuffle' : name))
        expect(written).toEqual(different)
      }),
    )
  })

  test('keeps parameters of others as they are and replaces ours', () => {
    const query = encodeQuery({ ...initialFields(), r: 8 }, '?utm=a%7Eb%26c&r=2&step=mix')
    const read = new URLSearchParams(query)
    expect([...read.keys()]).toEqual(['utm', 'r'])
    expect(read.get('utm')).toBe('a~b&c')
    expect(read.get('r')).toBe('8')
  })

  test('reads ~ and : unescaped, as it writes them', () => {
    const edit: Edits = { ...noEdits, source: 'mean', gates: { 3: 0.25 } }
    expect(encodeQuery({ ...initialFields(), edit })).toBe('?edit=mean~s3:0.25')
  })

  test('never throws, and every value taken from it stands when written again', () => {
    const anything = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.tuple(fc.constantFrom(...fieldNames), fc.string({ maxLength: 20 })), { maxLength: 8 })
        .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
    )
    fc.assert(
      fc.property(anything, (query) => {
        const whole = { ...initialFields(), ...decodeQuery(query).values }
        const again = decodeQuery(encodeQuery(whole))
        expect(again.problems).toEqual([])
        expect({ ...initialFields(), ...again.values }).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  test('a link of an earlier version covers the rows it named', () => {
    expect(decodeQuery('?cover=z~Xt~output').values).toEqual({ cover: ['z', 'out', 'reading'] })
  })

  test('a step goes by its number too', () => {
    expect(stepIds.map((_, number) => decodeQuery(`?step=${number}`).values.step)).toEqual([...stepIds])
  })

  test.each([
    ['step', '7'],
    ['step', '01'],
    ['net', 'toString'],
    ['net', '__proto__'],
    ['site', 'site0'],
    ['site', '../site1'],
    ['step', '<b>'],
    ['at', '-1'],
    ['at', '10000001'],
    ['at', '1e3'],
    ['channel', '4096'],
    ['channel', '1.5'],
    ['channel', ''],
    ['channel', '٣'],
    ['r', '0'],
    ['r', '00'],
    ['seed', '9999999999'],
    ['sample', '2000'],
    ['sample', '2000b1'],
    ['sample', '1234567890'],
    ['sample', '3b2'],
    ['sample', 'c1-2'],
    ['sample', 'c1-2000b0'],
    ['edit', 's3:1.01'],
    ['edit', 's3:-0'],
    ['edit', 's3:NaN'],
    ['edit', 's3:0x1'],
    ['edit', 's3:1e-1'],
    ['edit', 's3: '],
    ['edit', 's3:0.5:0.5'],
    ['edit', 's__proto__:0.5'],
    ['edit', 'mean~nonsense'],
    ['edit', 'shuffle:'],
    ['cover', 'z~nothing'],
    ['cover', 'constructor'],
    ['theme', 'Dark'],
  ])('reports %s=%s and takes the default', (name, value) => {
    expect(decodeQuery(`?${name}=${encodeURIComponent(value)}`)).toEqual({
      values: {},
      problems: [{ name, value }],
    })
  })

  test('names in the address stay what they were: old links work', () => {
    const { values, problems } = decodeQuery('?net=series&shuffle=0&edit=shuffle:7')
    expect(problems).toEqual([])
    expect(values).toEqual({
      net: 'series',
      dimensionShuffle: false,
      edit: { ...noEdits, permutation: 7 },
    })
    expect(encodeQuery({ ...initialFields(), ...values })).toBe('?net=series&shuffle=0&edit=shuffle:7')
    expect(decodeQuery('?shuffle=2').problems).toEqual([{ name: 'shuffle', value: '2' }])
    // Its name in the state is nobody's parameter.
    expect(decodeQuery('?dimensionShuffle=0')).toEqual({ values: {}, problems: [] })
  })

  test('a series may have any number, a picture only one that exists', () => {
    fc.assert(
      fc.property(seriesSample, (given) => {
        const query = encodeQuery({ ...initialFields(), net: 'series', sample: given })
        expect(decodeQuery(query)).toEqual({ values: { net: 'series', sample: given }, problems: [] })
      }),
    )
    const { values, problems } = decodeQuery('?net=digits&sample=2000&step=gate')
    expect(values).toEqual({ net: 'digits', step: 'gate' })
    expect(problems).toEqual([{ name: 'sample', value: '2000' }])
    // The address names the network of series by where it comes from, too.
    expect(decodeQuery('?from=mlstm-fcn&sample=2000').problems).toEqual([])
  })

  test('does not parse what is too long, and shows only its beginning', () => {
    const long = Array.from({ length: 1000 }, (_, c) => `s${c}:0`).join('~')
    const { values, problems } = decodeQuery(`edit=${long}`)
    expect(values).toEqual({})
    expect(problems).toEqual([{ name: 'edit', value: `${long.slice(0, 40)}…` }])
  })

  test('every gate of the widest block set by hand, and all else that can be done to it, is read again', () => {
    const edit: Edits = {
      source: 'transplant',
      gates: Object.fromEntries(Array.from({ length: 256 }, (_, c) => [c, 0.123])),
      squeeze: 'max',
      gate: 'hardSigmoid',
      dropRelu: true,
      dropBias: true,
      permutation: 999_999_999,
    }
    const query = encodeQuery({ ...initialFields(), edit })
    expect(query.length).toBeGreaterThan(2500)
    expect(decodeQuery(query)).toEqual({ values: { edit }, problems: [] })
  })

  test('holds no field that is kept elsewhere', () => {
    expect(encodeQuery({ ...initialFields(), projector: true })).toBe('')
    expect(decodeQuery('projector=1')).toEqual({ values: {}, problems: [] })
    expect(encodeQuery({ ...initialFields(), unfolded: true })).toBe('')
    expect(decodeQuery('unfolded=1')).toEqual({ values: {}, problems: [] })
  })
})

describe('every field', () => {
  test.each(fieldNames)('%s: its default is understood where it can be written', (name) => {
    const { initial, format, parse } = fields[name] as (typeof fields)['net']
    const text = format(initial)
    if (text !== '') expect(parse(text)).toEqual(initial)
  })
})

describe('interventions as text', () => {
  test('round trip, and edited means that something is written', () => {
    fc.assert(
      fc.property(edits, (given) => {
        expect(parseEdits(formatEdits(given))).toEqual(given)
        expect(isEdited(given)).toBe(JSON.stringify(given) !== JSON.stringify(noEdits))
      }),
    )
  })

  test('a gate keeps three decimals', () => {
    expect(formatEdits({ ...noEdits, gates: { 2: 1 / 3 } })).toBe('s2:0.333')
    expect(parseEdits('s2:0.333')).toEqual({ ...noEdits, gates: { 2: 0.333 } })
  })

  test('nothing is an intervention of nothing', () => {
    expect(parseEdits('')).toBe(noEdits)
    expect(isEdited(noEdits)).toBe(false)
  })

  test('a gate of an untouched prototype name adds no channel', () => {
    expect(parseEdits('sconstructor:1')).toBeNull()
  })
})

describe('samples as text', () => {
  test('round trip', () => {
    fc.assert(
      fc.property(fc.oneof(sample, seriesSample), (given) => {
        expect(parseSample(formatSample(given))).toEqual(given)
      }),
    )
  })

  test('reads nothing but what it writes, apart from leading zeros', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[cdb0-9-]{0,12}$/), (text) => {
        const read = parseSample(text)
        if (read !== null) expect(formatSample(read)).toBe(text.replace(/(^|[c-])0+(?=\d)/g, '$1'))
      }),
      { numRuns: 500 },
    )
    expect(parseSample('0012b1')).toEqual({ kind: 'heldOut', index: 12, bar: 1 })
  })
})
