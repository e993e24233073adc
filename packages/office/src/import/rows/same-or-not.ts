import { isMaskedName } from '../../person/read-person.ts'
import type { RowCells } from './row-cells.ts'
import type { ReadColumn, SheetReading, TableRow } from '../table/sheet-reading.ts'
import { whoIsIn } from './who-is-named.ts'
import { keyOf } from '../../values/words.ts'

/**
 * The columns of a row that are not to be read, for one says that two offices are held by one person (`same`), and the
 * names in the others that they are not, or the other way round. It is not known which is wrong.
 */
export function mistakenIn(
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): ReadonlySet<ReadColumn> {
  const mistaken = new Set<ReadColumn>()
  const { yes, no } = reading.draft.words
  for (const column of read) {
    const text = column.mapped.same && cells.cell(column, row)?.text
    const isOne = text !== undefined && (yes.has(keyOf(text)) || (no.has(keyOf(text)) ? false : undefined))
    if (!column.mapped.same || text === undefined || isOne === undefined) continue
    const [one, other] = column.mapped.same.map((id) => read.find(({ mapped }) => mapped.person === id))
    if (!one || !other) continue
    const [a, b] = [one, other].map((named) => whoIsIn(row, named, reading, cells))
    if (typeof a !== 'object' || typeof b !== 'object' || !('name' in a) || !('name' in b)) continue
    if (isMaskedName(a.name) || isMaskedName(b.name) || (keyOf(a.name) === keyOf(b.name)) === isOne) continue
    const places = [column, other].map(({ at }) => reading.place(row.number, at))
    reading.draft.note('contradiction', places[0]!, { other: places[1] })
    for (const { at } of [column, one, other]) for (const same of read) if (same.at === at) mistaken.add(same)
  }
  return mistaken
}
