/**
 * What the fonts must be able to show, and the style sheet that declares them. Text in, text out.
 * `?no-inline`: a small font written into the style sheet would be a data: address, which the content
 * security policy's font-src 'self' refuses.
 */

const printable = String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i))

/**
 * Kept whatever the sources say: ASCII and Latin-1 letters (names in the reader's own files), and the signs
 * that numbers and formulas are put together from while the page runs.
 */
const always =
  printable +
  '\u00a0ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ' +
  'αβγδεηθλμπρστφΔΣΩ' +
  '−±×÷·∂√∞≈≠≤≥½¼¾°′″…–—‘’“”«»←→↑↓↔' +
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉₊₋' +
  '\u0302\u0303' +
  // Spaces in formulas.
  '\u2005\u2009\u200a\u200b'

const isHangul = (character: string): boolean => /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/.test(character)

/** CJK punctuation that Korean text may use; it sits in the Korean font. */
export const koreanPunctuation = '\u3001\u3002\u300c\u300d\u300e\u300f'

const distinct = (text: string): string => [...new Set(text)].sort().join('')

/** Every character of the text and of the standing set that the Latin font should have, each once. */
export const lettersFor = (text: string): string =>
  distinct([...`${always}${text}`].filter((character) => !isHangul(character) && character >= ' ').join(''))

/** The Hangul of the text, each character once; '' if the text has none. */
export const syllablesIn = (text: string): string => distinct([...text].filter(isHangul).join(''))

/** The same with punctuation. */
export const hangulIn = (text: string): string => {
  const hangul = syllablesIn(text)
  return hangul === '' ? '' : distinct(`${hangul}${koreanPunctuation}`)
}

/**
 * Inter's own vertical metrics (its hhea table, 2048 units an em): ascender 1984, descender −494, gap 0.
 */
const ascent = 1984 / 2048
const descent = 494 / 2048

/**
 * Width of English text in Inter over its width in Arial (Liberation Sans has the same widths), by weight,
 * measured in Chromium over the letters weighted as in English prose. The fallback is stretched by it, so
 * that lines break at the same words before and after Inter arrives and nothing on the page moves.
 */
const interOverArial = { regular: 1.07, bold: 1.02 }

const percent = (ratio: number): string => `${(100 * ratio).toFixed(2)}%`

const fallback = (weights: string, names: readonly string[], stretch: number): string => `@font-face {
  font-family: 'Inter Fallback';
  font-weight: ${weights};
  src: ${names.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(stretch)};
  ascent-override: ${percent(ascent / stretch)};
  descent-override: ${percent(descent / stretch)};
  line-gap-override: 0%;
}`

const regularNames = ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica']
const boldNames = ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold', 'Helvetica Bold']

const face = (family: string, file: string, weights: string, range = '', display = 'swap') =>
  `@font-face {
  font-family: '${family}';
  font-style: normal;
  font-weight: ${weights};
  font-display: ${display};
  src: url('./${file}?no-inline') format('woff2');${range && `\n  unicode-range: ${range};`}
}`

const hangulRange = 'U+1100-11FF, U+3000-303F, U+3130-318F, U+AC00-D7A3'

const rangeOf = (characters: string): string =>
  [...characters].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(', ')

/**
 * @param korean whether there is a Korean font
 * @param names Hangul that pages in other languages show, each character once; '' if there is none
 * @returns font faces for 'Inter Variable', 'Inter Fallback' and the Korean ones.
 *
 *   'Noto Sans KR Subset' is for Korean pages alone (`:root:lang(ko)`): a language button that says 한국어 must not make
 *   an English page load it. It is `optional`, since no installed Korean font can be relied on to have its widths:
 *   where it does not arrive at once, the system's font stays for this visit. 'Noto Sans KR Late' is the same and never
 *   gives up; named behind the system's Korean fonts, it is asked for only where there is none. 'Noto Sans KR Names' is
 *   for the few words of Korean on other pages.
 */
export function fontCss(korean: boolean, names = ''): string {
  const koreanFaces = [
    ['Noto Sans KR Subset', 'optional'],
    ['Noto Sans KR Late', 'swap'],
  ].flatMap(([family = '', display]) => [
    face(family, 'noto-sans-kr-400.woff2', '400 500', hangulRange, display),
    face(family, 'noto-sans-kr-700.woff2', '600 700', hangulRange, display),
  ])
  return [
    face('Inter Variable', 'inter.woff2', '400 700'),
    ...(names === ''
      ? []
      : [face('Noto Sans KR Names', 'noto-sans-kr-names.woff2', '400 700', rangeOf(names))]),
    fallback('400 500', regularNames, interOverArial.regular),
    fallback('600 700', boldNames, interOverArial.bold),
    ...(korean ? koreanFaces : []),
    '',
  ].join('\n')
}
