const patienceMs = 3000

/**
 * The page's own fonts of a family, before text is set in them. Text that is set in another font first is set twice,
 * and moves; and which font that would be is a question to the system, which Chromium on Linux can wait for without end
 * while it compiles scripts.
 *
 * @param family a part of the family's name
 * @returns when they are here or have failed, and after three seconds at the latest
 */
export async function loadFonts(family: string): Promise<void> {
  const fonts = [...document.fonts].filter((face) => face.family.includes(family)).map((face) => face.load())
  await Promise.race([Promise.allSettled(fonts), new Promise((done) => setTimeout(done, patienceMs))])
}
