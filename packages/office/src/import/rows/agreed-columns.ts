import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { overtakenIn } from './latest-date.ts'
import { ofNobodyKnown } from './of-nobody-known.ts'
import type { RowCells } from './row-cells.ts'
import { contradictedIn } from './row-contradictions.ts'
import { saidOfPersons, type SameOrNot } from './same-or-not.ts'
import { standInsIn } from './stand-ins.ts'

/** The columns of a row that no other cell of it leaves open, and what it says of persons. */
interface AgreedColumns {
  readonly columns: readonly ReadColumn[]
  readonly contradicted: ReadonlySet<ReadColumn>
  readonly said: readonly SameOrNot[]
}

export function agreedColumns(
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): AgreedColumns {
  const contradicted = contradictedIn(row, read, reading, cells)
  const agreed = read.filter((column) => !contradicted.has(column))
  const overtaken = overtakenIn(row, agreed, reading, cells)
  const standIns = standInsIn(row, agreed, reading, cells)
  const inOffice = agreed.filter((column) => !standIns.has(column))
  const { agreed: said, mistaken } = saidOfPersons(row, inOffice, reading, cells)
  const nobodys = ofNobodyKnown(row, inOffice, mistaken, reading, cells)
  const isPassed = (column: ReadColumn) => [overtaken, mistaken, nobodys].some((some) => some.has(column))
  return { columns: inOffice.filter((column) => !isPassed(column)), contradicted, said }
}
