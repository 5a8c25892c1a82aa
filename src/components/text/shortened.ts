/** A name from a file, short enough for a cell or a headline. @param most characters */
export function shortened(text: string, most = 80): string {
  const all = Array.from(text)
  return all.length <= most ? text : `${all.slice(0, most - 1).join('')}…`
}
