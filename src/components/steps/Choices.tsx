import { ToggleGroup } from 'radix-ui'

/** One of a few, as buttons (Radix toggle group: arrow keys, one tab stop). */
export function Choices<T extends string>(props: {
  label: string
  value: T
  options: readonly (readonly [value: T, text: string])[]
  onChange: (value: T) => void
}) {
  const { label, value, options, onChange } = props
  return (
    <div className='choices'>
      <span className='choices-label'>{label}</span>
      <ToggleGroup.Root
        type='single'
        className='choices-group'
        aria-label={label}
        value={value}
        onValueChange={(next) => {
          const chosen = options.find(([option]) => option === next)
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {options.map(([option, text]) => (
          <ToggleGroup.Item key={option} value={option}>
            {text}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  )
}

export function Check(props: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className='check'>
      <input
        type='checkbox'
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}
