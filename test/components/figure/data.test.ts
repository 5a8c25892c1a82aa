import { describe, expect, test } from 'vitest'
import { figureData, mapScale } from '../../../src/components/figure/figureData.ts'
import { type Edits, noEdits } from '../../../src/model/state/edits.ts'
import { withOtherBar } from '../../../src/model/state/pictures.ts'
import { shownSnapshot, siteOrFirst } from '../../../src/model/state/shown.ts'
import { blockView } from '../../../src/model/state/view.ts'
import { lengthOf } from '../../../src/model/tensor.ts'
import { niceDomain } from '../../../src/viz/loom/maps.ts'
import { storedPicture, storedRun } from '../../model/storedRuns.ts'

const run = storedRun('inks-se')
const shown = shownSnapshot(run)
const picture = storedPicture(run)
const other = withOtherBar(picture)
const viewOf = (siteId: string, edits: Edits) => blockView(shown, siteId, picture, other, edits)

describe('the numbers of the figure', () => {
  const site = siteOrFirst(shown.plan, 'site1')
  const at = (edits: Edits) => {
    const data = figureData(site, viewOf('site1', edits))
    if (data === null) throw new RangeError('no figure')
    return data
  }

  test('U and X̃ of the changed block, beside its own and that of the other picture', () => {
    const data = at({ ...noEdits, source: 'ones' })
    expect(data.out.data).toEqual(data.U.data)
    expect(data.own?.s.data).not.toEqual(data.block?.s.data)
    expect(data.other?.z.data).not.toEqual(data.own?.z.data)
    expect([lengthOf(data.U, 'h'), lengthOf(data.U, 'w'), lengthOf(data.U, 'c')]).toEqual([14, 14, 16])
  })

  test('domains hold everything that is compared', () => {
    for (const edits of [noEdits, { ...noEdits, squeeze: 'max' as const }, { ...noEdits, dropRelu: true }]) {
      const { block: shownBlock, own, other: b, domains, U } = at(edits)
      for (const trace of [shownBlock, own, b])
        for (const [name, domain] of [
          ['z', domains.z],
          ['hidden', domains.hidden],
          ['logits', domains.logits],
        ] as const)
          for (const value of trace?.[name].data ?? []) expect(Math.abs(value)).toBeLessThanOrEqual(domain)
      expect(U.data.every((value) => Math.abs(value) <= domains.U)).toBe(true)
    }
  })

  test('alone, the picture’s own greatest value sets the domain of its maps', () => {
    const data = figureData(site, blockView(shown, 'site1', picture, null, noEdits))
    const greatest = data?.U.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0
    expect(greatest).toBeGreaterThan(1)
    expect(data?.domains.U).toBe(niceDomain(greatest))
  })

  test('the domain of the maps does not follow the gates', () => {
    expect(at({ ...noEdits, gates: { 0: 0 } }).domains.U).toBe(at(noEdits).domains.U)
  })

  test('the scale of the maps speaks of values below zero only where there are some', () => {
    const short = String
    const { U } = at(noEdits)
    expect(U.data.some((value) => value < 0)).toBe(true)
    expect(mapScale(at(noEdits), short, 'hatch')).toBe(`± ${at(noEdits).domains.U}, hatch < 0`)
    // Behind a ReLU, as in the network of series.
    const rectified = blockView(shown, 'site1', picture, null, noEdits)
    const here = rectified.trace.sites.site1
    if (here?.block == null) throw new RangeError('no block')
    const positive = (x: typeof U) => ({ ...x, data: x.data.map(Math.abs) })
    const made = (out: typeof U) =>
      figureData(site, {
        ...rectified,
        trace: {
          ...rectified.trace,
          sites: { site1: { ...here, U: positive(here.U), block: { ...here.block, out: out } as never } },
        },
      })
    const data = made(positive(here.block.out))
    expect(data && mapScale(data, short, 'hatch')).toBe(`0 … ${data?.domains.U}`)
    // A gate below zero makes such values.
    expect(made(here.block.out)?.signed).toBe(true)
  })

  test('a site that the network does not have makes no figure', () => {
    expect(figureData({ ...site, id: 'site7' }, viewOf('site1', noEdits))).toBeNull()
  })
})
