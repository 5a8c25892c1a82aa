import { useState } from 'react'

/** From 1 on. What is typed may be no number for a while. */
export function WholeNumber(props: {
  label: string
  value: number
  max: number
  onChange: (value: number) => void
}) {
  const { label, value, max, onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label>
      {label}{' '}
      <input
        type='number'
        min={1}
        max={max}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          const number = event.currentTarget.valueAsNumber
          if (Number.isInteger(number) && number >= 1 && number <= max) onChange(number)
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}
