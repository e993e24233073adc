import type { ColumnChoice, ReadColumn } from '../../engine/calls.ts'
import { useText, useWords } from '../../state/use-work.ts'
import { ColumnChoiceField, ColumnChoices } from './column-choice.tsx'

interface ColumnTableProps {
  columns: readonly ReadColumn[]
  /** For each table of the mapping. */
  choices: readonly (readonly ColumnChoice[])[]
}

/** What became of the columns of each sheet, and what somebody says of them. */
export function ColumnTable({ columns, choices }: ColumnTableProps) {
  const words = useWords()
  const text = useText()
  const sheets = new Map<string, ReadColumn[]>()
  for (const column of columns) {
    const sheet = [column.place.file, column.place.sheet].filter(Boolean).join(' ')
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), column])
  }
  const choicesOf = ({ table, headings }: ReadColumn) => (headings.length > 0 ? (choices[table] ?? []) : [])
  return (
    <>
      {choices.map((own, table) => (
        <ColumnChoices key={table} table={table} choices={own} />
      ))}
      {[...sheets].map(([sheet, own]) => (
        <table key={sheet} class="columns">
          <caption>{sheet}</caption>
          <thead>
            <tr>
              <th scope="col">{words.import.cell}</th>
              <th scope="col">{words.import.heading}</th>
              <th scope="col">{words.import.uses.read}</th>
              <th scope="col">{words.import.gives}</th>
              <th scope="col">{words.import.otherwise}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((column) => {
              const { place, heading, use, gives, why, proposal } = column
              return (
                <tr key={place.cell} class={use}>
                  <td>{place.cell}</td>
                  <th scope="row">{heading}</th>
                  <td>{words.import.uses[use]}</td>
                  <td>
                    {[...new Set(gives.map(text))].join('、')}
                    {why && <span> {text(why)}</span>}
                    {proposal && <span> {words.import.mayBe(text(proposal))}</span>}
                  </td>
                  <td>
                    {choicesOf(column).length > 0 && <ColumnChoiceField column={column} choices={choicesOf(column)} />}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
    </>
  )
}
