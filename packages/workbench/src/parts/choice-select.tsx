import { addressOf } from '../address.ts'
import { useText, useWords, useWork } from '../state/use-work.ts'
import type { LedgerChoice } from './ledger-choice.ts'
import { nameOf } from './name-of.ts'
import { NotInLedger } from './not-in-ledger.tsx'

/** Chooses a part of the ledger; the address names it. */
export function ChoiceSelect({
  choices,
  chosen,
}: {
  choices: readonly LedgerChoice[]
  chosen: LedgerChoice | undefined
}) {
  const {
    address,
    ledgers: { names },
  } = useWork()
  const words = useWords()
  const text = useText()
  const { screen, seen } = address.value
  return (
    <>
      <label class="scope">
        {words.choice.scope}
        <select
          value={chosen ? (chosen.key ?? '') : LOST}
          onChange={({ currentTarget }) => {
            location.hash = addressOf(screen, { ...seen, rows: undefined, row: currentTarget.value })
          }}
        >
          {!chosen && (
            <option value={LOST} disabled>
              {words.choice.choose}
            </option>
          )}
          {chosen?.picked !== undefined && <option value={chosen.key}>{words.choice.picked(chosen.picked)}</option>}
          {choices.map(({ key, unit }) => (
            <option key={key ?? ''} value={key ?? ''}>
              {unit ? nameOf(unit, names.value, text) : words.choice.all}
            </option>
          ))}
        </select>
      </label>
      {!chosen && <NotInLedger name={(seen['rows'] ?? seen['row'])!.replaceAll('\n', words.listed)} />}
    </>
  )
}

/** No record is called so. */
const LOST = ' '
