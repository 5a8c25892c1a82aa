/** Diagonal lines as a fill: the sign, or that nothing is there, does not hang on colour alone. */
export function Hatch({ id, className }: { id: string; className: string }) {
  return (
    <pattern id={id} className={className} width={5} height={5} patternUnits='userSpaceOnUse'>
      <path d='M-1 1L1 -1M0 5L5 0M4 6L6 4' />
    </pattern>
  )
}
