import { useId } from 'preact/hooks'
import type { Named } from '../../engine/revision-calls.ts'
import { useText } from '../../state/use-work.ts'

interface Ways<Way extends string> {
  name: string
  ways: readonly Way[]
  said: Readonly<Record<Way, string>>
  chosen: Way
  onChoose: (way: Way) => void
}

/** One of a few ways in which something can be said. */
export function ChoiceOfWays<Way extends string>({ name, ways, said, chosen, onChoose }: Ways<Way>) {
  const id = useId()
  return (
    <div role="radiogroup" aria-label={name} class="ways">
      {ways.map((way) => (
        <label key={way}>
          <input type="radio" name={id} checked={chosen === way} onChange={() => onChoose(way)} />
          {said[way]}
        </label>
      ))}
    </div>
  )
}

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
