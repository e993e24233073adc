import type { Named } from '../../engine/revision-calls.ts'
import { useText } from '../../state/use-work.ts'

interface Options {
  name: string
  options: readonly Named[]
  chosen: string
  /** What it means where nothing is chosen; nothing where something has to be. */
  none?: string
  onChoose: (id: string) => void
}

/** One of the things that the rules have. */
export function OptionField({ name, options, chosen, none = '', onChoose }: Options) {
  const text = useText()
  return (
    <label class="line">
      {name}
      <select value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{none}</option>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {text(label)}
          </option>
        ))}
      </select>
    </label>
  )
}
