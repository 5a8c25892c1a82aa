/** The part of subset-font that the build uses; the package brings no types of its own. */
declare module 'subset-font' {
  interface AxisRange {
    readonly min?: number
    readonly max?: number
    readonly default?: number
  }
  interface SubsetOptions {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2'
    readonly preserveNameIds?: readonly number[]
    readonly keepFeatures?: readonly string[]
    readonly variationAxes?: Readonly<Record<string, number | AxisRange>>
    readonly noHinting?: boolean
  }
  /** Resolves to the font with the characters of `text` alone; characters it does not have are left out. */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>
}
