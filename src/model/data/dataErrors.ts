/**
 * What may be wrong with a reader's series, for the page to say in its own words: a code, and the values that its
 * sentence needs. The errors' own messages are for developers, in English.
 */

/** A number, a piece of the file (empty where there is nothing), or several of them. */
export type IssueValue = number | string | readonly string[]

/** Names of the values of every code. */
export const dataErrorValues = {
  // Beyond a limit.
  manyBytes: ['most'],
  manySeries: ['most'],
  manyChannels: ['most'],
  longSeries: ['most'],
  manyClasses: ['most'],
  manyValues: ['most'],
  longName: ['length', 'most'],

  // What the formats have in common.
  zip: [],
  gzip: [],
  oldSpreadsheet: [],
  pdf: [],
  numpy: [],
  matlab: [],
  hdf5: [],
  parquet: [],
  sqlite: [],
  zeroByte: ['position'],
  encoding: [],
  classTwice: ['name'],
  noLabel: ['classes'],
  unknownLabel: ['label', 'classes'],
  noSeries: [],
  noData: [],
  emptySeries: [],
  notNumber: ['found'],
  emptyValue: [],
  tooLarge: ['found'],
  dimensionsBefore: ['found', 'expected'],
  dimensionsHead: ['found', 'expected'],

  // .ts
  lengthBefore: ['found', 'expected'],
  lengthHead: ['found', 'expected'],
  lengthsDiffer: ['first', 'other'],
  lineWithoutLabel: [],
  missingValue: [],
  beforeHead: ['found'],
  keywordTwice: ['keyword'],
  manyKeywords: ['most'],
  regression: [],
  noClassLabel: [],
  notTruth: ['found', 'keyword'],
  notWhole: ['found', 'keyword'],
  univariate: ['found'],
  classLabel: ['found'],
  classLabelEmpty: [],
  notPair: ['found'],
  stamp: ['found'],
  stampNumber: ['found'],
  stampDate: ['found'],
  timeTwice: [],
  timesHead: ['found', 'expected'],

  // ARFF
  sparseRow: [],
  notQuoted: ['found'],
  fewSteps: ['dimension', 'found', 'expected'],
  manySteps: ['dimension', 'expected'],
  fewRowValues: ['found', 'expected'],
  manyRowValues: ['expected'],
  notSeparator: ['found'],
  noClass: ['found'],
  behindClass: ['found'],
  notKeyword: ['found'],
  openRelation: ['name'],
  noNumeric: [],
  noClasses: [],
  behindClasses: ['name'],
  classesInside: [],
  otherRelation: [],
  behindEnd: [],
  attributeType: ['found'],
  endAlone: [],
  endName: ['found', 'expected'],
  emptyClass: [],
  notBrace: ['found'],
  openQuote: [],

  // Tables
  notCell: ['found'],
  fewCells: ['found', 'least'],
  manyCells: ['found', 'expected'],
  noValueColumn: [],
  noId: [],
  noVariable: [],
  windowSteps: ['found'],
  otherLabel: ['label'],
  timeNumber: ['found'],
  timeDate: ['found'],
  columnPosition: ['column'],
  noColumn: ['name', 'names'],
  noHeader: ['name'],
  columnTwice: ['column'],
  delimiter: ['found'],
  noRows: [],
  strayQuote: [],
  longCells: ['characters'],
  variableCount: ['found'],
  columnBlocks: ['columns', 'variables'],

  // Several files
  zipDamaged: [],
  zipLocked: [],
  zipMethod: [],
  zipMany: ['most'],
  otherColumns: ['found', 'expected', 'first'],
  otherWidth: ['found', 'expected', 'first'],
  otherRows: ['found', 'expected', 'first'],
  labelFiles: [],
  labelRows: ['found', 'rows', 'data'],

  // Training and test file
  otherChannels: ['found', 'expected'],
  otherVariable: ['number', 'found', 'expected'],
  otherClass: ['name', 'classes'],

  // Series that can be read, but not be trained on.
  oneClass: [],
  noValidation: [],
  noTest: [],
  testUnlabelled: [],
  testChannels: ['found', 'expected'],
  testClass: ['name'],
  fewClasses: ['found'],
  classesBeyond: ['found', 'most'],
  share: [],
  hugeValue: ['variable', 'value'],
  outlier: ['variable', 'value', 'mean'],
  lengthRange: ['found', 'most'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type DataErrorCode = keyof typeof dataErrorValues

export interface DataError {
  readonly code: DataErrorCode
  readonly values: Readonly<Record<string, IssueValue>>
}

type ValuesOf<C extends DataErrorCode> = (typeof dataErrorValues)[C] extends readonly []
  ? []
  : [values: Readonly<Record<(typeof dataErrorValues)[C][number], IssueValue>>]

/** A code with its values: the compiler asks for those that its sentence has, and no others. */
export function dataError<C extends DataErrorCode>(code: C, ...[values]: ValuesOf<C>): DataError {
  return { code, values: values ?? {} }
}
