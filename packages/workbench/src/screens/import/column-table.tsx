import { groupedBy } from '@tiaoli/engine/plan'
import type { ColumnChoice } from '@tiaoli/office/import'
import type { ReadColumn } from '../../engine/calls.ts'
import { useText, useWords } from '../../state/use-work.ts'
import { ColumnChoiceField, ColumnChoices } from './column-choice.tsx'

interface ColumnTableProps {
  columns: readonly ReadColumn[]
  /** For each table of the mapping. */
  choices: readonly (readonly ColumnChoice[])[]
}

/** What became of the columns of each sheet, and what somebody says of them. Sheets with the same columns are shown as one. */
export function ColumnTable({ columns, choices }: ColumnTableProps) {
  const words = useWords()
  const text = useText()
  const choicesOf = ({ table, headings }: ReadColumn) => (headings.length > 0 ? (choices[table] ?? []) : [])
  return (
    <>
      {choices.map((own, table) => (
        <ColumnChoices key={table} table={table} choices={own} />
      ))}
      {alike(columns).map(({ sheets, columns: own }) => (
        <table key={sheets[0]} class="columns">
          <caption>{sheets.join(words.listed)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.import.column}</th>
              <th scope="col">{words.import.heading}</th>
              <th scope="col">{words.import.usedFor}</th>
              <th scope="col">{words.import.gives}</th>
              <th scope="col">{words.import.otherwise}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((column) => {
              const { place, heading, use, gives, why, proposal } = column
              return (
                <tr key={place.cell} class={use}>
                  <td>{letterOf(column)}</td>
                  <th scope="row">{heading}</th>
                  <td>{words.import.uses[use]}</td>
                  <td>
                    {[...new Set(gives.map(text))].join(words.listed)}
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

interface Sheets {
  readonly sheets: string[]
  readonly columns: readonly ReadColumn[]
}

function alike(columns: readonly ReadColumn[]): Sheets[] {
  const found = new Map<string, Sheets>()
  for (const [sheet, own] of groupedBy(columns, sheetOf)) {
    const key = JSON.stringify(own.map((column) => ({ ...column, place: letterOf(column) })))
    const known = found.get(key)
    if (known) known.sheets.push(sheet)
    else found.set(key, { sheets: [sheet], columns: own })
  }
  return [...found.values()]
}

function sheetOf({ place: { file, sheet } }: ReadColumn): string {
  return [file, sheet].filter(Boolean).join(' ')
}

/** B of B3. */
function letterOf({ place: { cell = '' } }: ReadColumn): string {
  return cell.replace(/\d+$/, '')
}
