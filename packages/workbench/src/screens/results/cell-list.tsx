import type { LedgerCells } from '../../engine/calls.ts'
import { placeText } from '../../engine/place-text.ts'
import { cellsAt } from '../../parts/cells-at.ts'
import { useWords } from '../../state/use-work.ts'

/** From which cells of the office’s workbooks the facts of a record are. */
export function CellList({ of, pointer }: { of: LedgerCells; pointer: string }) {
  const words = useWords()
  const places = new Map(cellsAt(of, [pointer]).map(({ heading, ...place }) => [placeText(place), heading]))
  if (places.size === 0) return null
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
