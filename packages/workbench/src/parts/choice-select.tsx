import { addressOf } from '../address.ts'
import { useText, useWords, useWork } from '../state/use-work.ts'
import type { Choice } from './choices.ts'
import { nameOf } from './name-of.ts'

/** Chooses a part of the ledger; the address names it. */
export function ChoiceSelect({ choices, chosen }: { choices: readonly Choice[]; chosen: Choice }) {
  const { address, names } = useWork()
  const words = useWords()
  const text = useText()
  const { screen, seen } = address.value
  return (
    <label class="scope">
      {words.choice.scope}
      <select
        value={chosen.pointer ?? ''}
        onChange={({ currentTarget }) => {
          location.hash = addressOf(screen, { ...seen, row: currentTarget.value })
        }}
      >
        {choices.map(({ pointer, unit }) => (
          <option key={pointer ?? ''} value={pointer ?? ''}>
            {unit ? nameOf(unit, names.value, text) : words.choice.all}
          </option>
        ))}
      </select>
    </label>
  )
}
