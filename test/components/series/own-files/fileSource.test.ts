/** Files that are more than one or a pair: which data sets are among them. Archives: test/e2e/ownFolders.spec.ts. */
import { describe, expect, test } from 'vitest'
import { OpenError } from '../../../../src/components/series/own-files/filePair.ts'
import { areMany, collectionOf } from '../../../../src/components/series/own-files/fileSource.ts'

/** With their paths as a browser gives them of a folder that was chosen, or as file-selector does of one that was let fall. */
const files = (...paths: string[]) =>
  paths.map((path) => {
    const file = new File(['x'], path.slice(path.lastIndexOf('/') + 1))
    return path.startsWith('/')
      ? Object.assign(file, { relativePath: path })
      : Object.assign(file, { webkitRelativePath: path.includes('/') ? path : '' })
  })

describe('areMany', () => {
  test.each([
    [['a.ts'], false],
    [['A_TRAIN.ts', 'A_TEST.ts'], false],
    [['a.csv', 'b.csv'], false],
    [['x.csv', 'labels.csv'], true],
    [['X_train.csv', 'y_train.csv'], true],
    [['a.csv', 'b.csv', 'c.csv'], true],
    [['folder/a.csv'], true],
    [['/folder/a.csv'], true],
    [['/a.csv'], false],
    [['archive.zip'], true],
  ])('%j: %s', async (paths, expected) => {
    expect(await areMany(files(...paths))).toBe(expected)
  })
  test('an archive is told by its bytes as well, but not what spreadsheets and others pack', async () => {
    const bytes = new Uint8Array(64)
    bytes.set([0x50, 0x4b, 3, 4])
    expect(await areMany([new File([bytes], 'download')])).toBe(true)
    for (const name of ['table.xlsx', 'notes.docx', 'arrays.npz'])
      expect(await areMany([new File([bytes], name)])).toBe(false)
  })
})

describe('collectionOf', () => {
  const names = async (...paths: string[]) => {
    const { name, sets } = await collectionOf(files(...paths))
    return [name, ...sets.map((set) => set.name)]
  }
  test('the sets of files that were chosen together, of a folder, and of two folders', async () => {
    expect(await names('A_TRAIN.ts', 'A_TEST.ts', 'read me.txt')).toEqual(['A_TRAIN.ts', 'A'])
    expect(await names('A_TRAIN.ts', 'A_TEST.ts', 'B_TRAIN.ts', 'B_TEST.ts')).toEqual([
      'A_TRAIN.ts',
      'A',
      'B',
    ])
    expect(await names('/moves/walk/1.csv', '/moves/run/1.csv', '/moves/run/2.csv')).toEqual([
      'moves',
      'moves',
    ])
    expect(await names('all/A/A_TRAIN.ts', 'all/A/A_TEST.ts', 'all/B/B.arff')).toEqual(['all', 'A', 'B'])
  })
  test('nothing to be read is refused with the names of what there is', async () => {
    await expect(collectionOf(files('p/a.png', 'p/b.pdf'))).rejects.toMatchObject({
      problem: { kind: 'nothing', names: ['p/a.png', 'p/b.pdf'] },
    })
    await expect(collectionOf(files('p/a.png', 'p/b.pdf'))).rejects.toBeInstanceOf(OpenError)
  })
})
