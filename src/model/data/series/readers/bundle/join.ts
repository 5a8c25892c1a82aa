/** Files of a set that are read together, to the one table that they make. */
import { decodeText, type Encoding } from '../decode.ts'
import type { Limits } from '../limits.ts'
import { type Joined, type NamedText, namingFile } from './joined.ts'
import { joinLabels } from './joinLabels.ts'
import { joinRecordings } from './joinRecordings.ts'
import { joinVariables } from './joinVariables.ts'
import type { Source } from './source.ts'

export type JoinedSource = Exclude<Source, { readonly kind: 'file' }>

export interface JoinedFiles extends Joined {
  /** Of those that are no UTF-8. */
  readonly encodings: readonly Encoding[]
}

/** Paths of all files of a source. */
export function pathsOf(source: Source): string[] {
  switch (source.kind) {
    case 'file':
      return [source.path]
    case 'labelled':
      return [source.data, source.labels]
    case 'recordings':
    case 'variables':
      return [...source.files.map(({ path }) => path), ...(source.labels === null ? [] : [source.labels])]
  }
}

/**
 * @param files by their paths
 * @throws DataFormatError with the name of the file, if one is no text or does not fit the others
 */
export async function joinFiles(
  source: JoinedSource,
  files: ReadonlyMap<string, Blob>,
  limits: Limits,
): Promise<JoinedFiles> {
  const encodings = new Set<Encoding>()
  const textOf = async (path: string): Promise<NamedText> => {
    const bytes = new Uint8Array((await files.get(path)?.arrayBuffer()) ?? new ArrayBuffer(0))
    const { text, encoding } = namingFile(path, () => decodeText(bytes))
    if (!encoding.startsWith('utf-')) encodings.add(encoding)
    return { path, text }
  }
  const joined = await joinedTexts(source, textOf, limits)
  return { ...joined, encodings: [...encodings] }
}

async function joinedTexts(
  source: JoinedSource,
  textOf: (path: string) => Promise<NamedText>,
  limits: Limits,
): Promise<Joined> {
  if (source.kind === 'labelled')
    return joinLabels(await textOf(source.data), await textOf(source.labels), limits)
  const labels = source.labels === null ? null : await textOf(source.labels)
  const texts: (NamedText & { readonly cells: readonly string[] })[] = []
  for (const { path, cells } of source.files) texts.push({ ...(await textOf(path)), cells })
  return source.kind === 'recordings'
    ? joinRecordings(source.columns, texts, labels, limits)
    : joinVariables(texts, labels, limits)
}
