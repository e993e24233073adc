interface Shown {
  type: 'text' | 'date'
  typed: string
  onType: (typed: string) => void
  name?: string
  class?: string | undefined
  placeholder?: string | undefined
  isNumber?: boolean
}

/** A field whose words are heard at every keystroke. */
export function TypedInput({ type, typed, onType, name, class: look, placeholder, isNumber = false }: Shown) {
  const common = {
    class: look,
    'aria-label': name,
    value: typed,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onType(currentTarget.value),
  }
  return type === 'date' ? (
    <input {...common} type="date" />
  ) : (
    <input {...common} autocomplete="off" placeholder={placeholder} inputMode={isNumber ? 'numeric' : undefined} />
  )
}
