import type { ColumnChoice, ReadColumn } from '../../engine/calls.ts'
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
      {choices.map(({ fact, year, label }) => (
        <option key={`${fact} ${year ?? ''}`} value={text(label)} />
      ))}
    </datalist>
  )
}

/** Lets somebody say what a column gives: typed or chosen by its name, or that it is not used. */
export function ColumnChoiceField({ column, choices }: { column: ReadColumn; choices: readonly ColumnChoice[] }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const { table, headings, facts, proposal, proposedFact } = column
  const correct = (choice: Partial<ColumnChoice>) => {
    const { fact: chosen, year } = choice
    void work.correctColumn({
      table,
      headings,
      ...(chosen === undefined ? {} : { fact: chosen }),
      ...(year === undefined ? {} : { year }),
    })
  }
  const take = (field: HTMLInputElement) => {
    const said = field.value.trim()
    const choice = choices.find(({ label }) => text(label) === said)
    if (choice) correct(choice)
    else if (said === words.import.uses['not-usable']) correct({})
    field.value = ''
  }
  const known = choices.find((choice) => choice.fact === facts[0])
  return (
    <>
      {proposal && proposedFact !== undefined && (
        <button type="button" onClick={() => correct(choices.find((choice) => choice.fact === proposedFact) ?? {})}>
          {words.import.take(text(proposal))}
        </button>
      )}
      <input
        list={choicesId(table)}
        aria-label={words.import.correct(column.heading)}
        placeholder={known ? words.import.change : words.import.give}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
    </>
  )
}
