import { useId } from 'preact/hooks'

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
