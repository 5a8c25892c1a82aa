/*
 * WebKit sets a combining tilde over every letter at the height for small ones, which is inside a capital. So X̃ is
 * drawn as two signs.
 */

/** X̃ in a text: what is read aloud, searched and copied stays one sign; the style sheet draws it. */
export const Tilded = () => (
  <span className='tilded'>
    <span className='visually-hidden'>X̃</span>
    <span aria-hidden='true' />
  </span>
)

/** X̃ inside an SVG text. The letter comes last: the text ends where it does. */
export const tildedMark = (
  <tspan dx='0 -.62em' dy='-.17em .17em'>
    ˜X
  </tspan>
)
