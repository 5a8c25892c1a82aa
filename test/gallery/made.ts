/** Numbers by formula for the pictures of a series network. */

/** −1 … 1, the same for the same place. */
export const noise = (i: number) => {
  const x = Math.sin(i * 12.9898) * 43758.5453
  return 2 * (x - Math.floor(x)) - 1
}

export const number = (value: number) => value.toFixed(2).replace('-', '−')
