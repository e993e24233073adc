import type { Signal } from '@preact/signals'

/** A field for what is looked for; every keystroke is heard. */
export function SearchField({ name, sought }: { name: string; sought: Signal<string> }) {
  return (
    <input
      type="search"
      placeholder={name}
      aria-label={name}
      value={sought.value}
      onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
    />
  )
}
