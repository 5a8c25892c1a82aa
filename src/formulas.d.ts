/** Made by build/katex.ts while the page is built. */
declare module 'virtual:formulas' {
  /** HTML with MathML inside, by formula. */
  const html: Readonly<Record<import('./components/formulas.ts').FormulaId, string>>
  export default html
}
