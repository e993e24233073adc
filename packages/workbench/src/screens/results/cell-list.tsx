import type { LedgerCells } from '../../engine/calls.ts'
import { placeText } from '../../engine/place-text.ts'
import { useWords } from '../../state/use-work.ts'

/** From which cells of the office’s workbooks the facts of a record are. */
export function CellList({ of: { columns, cells }, pointer }: { of: LedgerCells; pointer: string }) {
  const words = useWords()
  const own = cells.filter(([at]) => at.startsWith(`${pointer}/`))
  if (own.length === 0) return null
  const places = new Map(
    own.map(([, column, row]) => {
      const { heading, name, ...sheet } = columns[column]!
      return [placeText({ ...sheet, cell: `${name}${row}` }), heading]
    }),
  )
  return (
    <details class="folded cells-of-record">
      <summary>{words.results.cells}</summary>
      <ul>
        {[...places].map(([place, heading]) => (
          <li key={place}>
            {heading} <span class="cells">{place}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
