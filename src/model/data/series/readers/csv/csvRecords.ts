/** The rows of a table with a step a row, as they are read. */

/** A series, or a recording that windows are cut from. */
export interface Group {
  readonly number: number
  rows: number
  label: number | null
}

/** What was read, a row of the table after the other. */
export interface Rows {
  count: number
  /** [count · width], less the offsets. */
  values: Float32Array
  readonly width: number
  /** [count]: number of the group. */
  group: Uint32Array
  /** [count]; zeros if the order is that of the file. */
  time: Float64Array
  /** [count]: the time if the month comes before the day. */
  american: Float64Array
  /** [count]: number of the label, −1 for none; where rows of one recording may have several. */
  label: Int32Array
  /** [count]: number of the variable, where a row has one alone. */
  variable: Uint32Array
}
