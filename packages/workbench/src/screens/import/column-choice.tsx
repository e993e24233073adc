import { useSignal } from '@preact/signals'
import type { ColumnChoice } from '@tiaoli/office/import'
import type { ReadColumn } from '../../engine/calls.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** The id of the list of what columns of a table may give. */
export function choicesId(table: number): string {
  return `column-choices-${table}`
}

/** What the columns of a table may give, for the fields below to choose from. */
export function ColumnChoices({ table, choices }: { table: number; choices: readonly ColumnChoice[] }) {
  const words = useWords()
  const text = useText()
  return (
    <datalist id={choicesId(table)}>
      <option value={words.import.uses['not-usable']} />
      {choices.map(({ label }) => (
        <option key={label.zh} value={text(label)} />
      ))}
    </datalist>
  )
}

/** Lets somebody say what a column gives: typed or chosen by its name, or that it is not used. */
export function ColumnChoiceField({ column, choices }: { column: ReadColumn; choices: readonly ColumnChoice[] }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const unknown = useSignal('')
  const { table, headings, gives, proposal, proposedFact } = column
  const correct = ({ gives: chosen, called }: Pick<ColumnChoice, 'gives' | 'called'>) => {
    void work.imports.correctColumn({ table, headings, gives: chosen, ...(called !== undefined && { called }) })
  }
  const take = (field: HTMLInputElement) => {
    const said = field.value.trim()
    const choice = choices.find(({ label }) => text(label) === said)
    unknown.value = ''
    if (choice) correct(choice)
    else if (said === words.import.uses['not-usable']) correct({ gives: [] })
    else unknown.value = said
    if (unknown.value === '') field.value = ''
  }
  const proposed = choices.find(
    ({ gives: all }) => all.length === 1 && all[0]!.fact === proposedFact && all[0]!.year === undefined,
  )
  const nearest = choices.filter(({ label }) => unknown.value !== '' && text(label).includes(unknown.value))
  return (
    <>
      {proposal && proposed && (
        <button type="button" onClick={() => correct(proposed)}>
          {words.import.take(text(proposal))}
        </button>
      )}
      <input
        list={choicesId(table)}
        aria-label={words.import.correct(column.heading)}
        aria-invalid={unknown.value === '' ? undefined : 'true'}
        placeholder={gives.length > 0 ? words.import.change : words.import.give}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      {unknown.value !== '' && (
        <small class="wrong" role="alert">
          {words.import.unknownName(nearest.slice(0, NAMED).map(({ label }) => text(label)))}
        </small>
      )}
    </>
  )
}

/** So many names are told that hold what was typed. */
const NAMED = 5
