/** Legend of the gates' colour: 0 – ½ – 1. */
export function Ramp({ label }: { label: string }) {
  return (
    <span className='ramp' role='img' aria-label={label}>
      <span>0</span>
      <span>½</span>
      <span>1</span>
    </span>
  )
}
