import type { ReadColumn } from '../../engine/calls.ts'
import { useText, useWords } from '../../state/use-work.ts'

/** What became of the columns of each sheet. */
export function ColumnTable({ columns }: { columns: readonly ReadColumn[] }) {
  const words = useWords()
  const text = useText()
  const sheets = new Map<string, ReadColumn[]>()
  for (const column of columns) {
    const sheet = [column.place.file, column.place.sheet].filter(Boolean).join(' ')
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), column])
  }
  return (
    <>
      {[...sheets].map(([sheet, own]) => (
        <table key={sheet} class="columns">
          <caption>{sheet}</caption>
          <thead>
            <tr>
              <th scope="col">{words.import.cell}</th>
              <th scope="col">{words.import.heading}</th>
              <th scope="col">{words.import.uses.read}</th>
              <th scope="col">{words.import.gives}</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ place, heading, use, gives, why, proposal }) => (
              <tr key={place.cell} class={use}>
                <td>{place.cell}</td>
                <th scope="row">{heading}</th>
                <td>{words.import.uses[use]}</td>
                <td>
                  {[...new Set(gives.map(text))].join('、')}
                  {why && <span> {text(why)}</span>}
                  {proposal && <span> {words.import.mayBe(text(proposal))}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}
