import type { Cell } from '../../workbook.ts'
import { isCalled } from '../columns/sheet-column.ts'
import { isPerson } from '../names/person-in-name.ts'
import type { ReadColumn } from './list-columns.ts'
import type { SheetReading } from './sheet-reading.ts'
import type { Section } from './section.ts'
import type { TableRows } from './table-rows.ts'

/** A row of a table that is read. */
export interface TableRow {
  readonly number: number
  readonly cells: ReadonlyMap<number, Cell>
  /** If it is no record and says what those below belong to. */
  readonly section?: Section
}

/** The rows below the headings, without those that are no rows of the table, up to where another table begins. */
export function readRows(reading: SheetReading, kinds: TableRows): TableRow[] {
  const { draft, file, sheet, found, columns } = reading
  const rows: TableRow[] = []
  for (const row of sheet.rows) {
    if (row.number <= found.head.lastRow) continue
    const cells = row.cells.filter((cell) => !reading.cells.isBlank(cell) || cell.note !== undefined)
    if (cells.length === 0) continue
    const place = { file, sheet: sheet.name, cell: cells[0]!.place.address }
    if (row.hidden) {
      draft.note('row-hidden', place)
      const group = kinds.groupOfHidden(cells)
      if (group) rows.push({ number: row.number, cells: new Map(), section: group })
      continue
    }
    const kind = kinds.kindOf(cells, saysNothing(columns, cells) && !namesPerson(reading, cells))
    if (kind === 'other-table') {
      draft.note('other-table', place)
      break
    }
    const misnamed = typeof kind === 'object' && !kind.of && !kind.ends ? kinds.misnamed({ cells }) : undefined
    if (misnamed && cells.length > 1) kinds.tellNoName(misnamed, { ...place, cell: misnamed.place.address })
    else if (kind === 'skipped' || (typeof kind === 'object' && (!kind.of || kinds.isLikeRecord(kind))))
      draft.note('row-skipped', place)
    if (kind === 'skipped') continue
    for (const { note, place: at } of row.cells)
      if (note !== undefined) draft.note('remark', { ...place, cell: at.address })
    rows.push({
      number: row.number,
      cells: new Map(row.cells.map((cell) => [cell.column, cell])),
      ...(typeof kind === 'object' && { section: kind }),
    })
  }
  tellEmptySections(rows, reading)
  return rows
}

/** What is around others, with values of its own and nothing below it, is no title but a record of another kind. */
function tellEmptySections(rows: readonly TableRow[], { draft, file, sheet, columns }: SheetReading): void {
  const giving = new Set(columns.filter(({ mapped }) => !mapped.record).map(({ at }) => at.column))
  for (const [i, { section, cells }] of rows.entries()) {
    const next = rows[i + 1]
    const hasValues = [...cells.values()].some(({ column, kind }) => kind !== 'empty' && giving.has(column))
    if (section?.of && hasValues && (next === undefined || next.section))
      draft.note('row-not-read', { file, sheet: sheet.name, cell: section.cell.place.address })
  }
}

/** Whether a row that is to be counted has the name of a person and something else, though not what it is counted for. */
function namesPerson({ draft, found, columns, asides }: SheetReading, cells: readonly Cell[]): boolean {
  const { persons } = found.table
  const named = [...columns, ...asides].find(({ at }) => persons && isCalled(at, persons.name))?.at.column
  const { persons: words } = draft.names.meanings
  return (
    cells.length > 1 &&
    cells.some(({ column, kind, text }) => column === named && kind === 'text' && isPerson(text, words))
  )
}

/** Whether nothing in a row is about a record: a serial number, a date or a signature below the table. */
function saysNothing(columns: readonly ReadColumn[], cells: readonly Cell[]): boolean {
  const known = new Map(columns.map(({ at, mapped }) => [at.column, mapped]))
  const read = cells.flatMap(({ column }) => known.get(column) ?? [])
  const isNamed = read.some(({ record }) => record !== undefined)
  const namesRecords = columns.some(({ mapped }) => mapped.record !== undefined)
  return !isNamed && read.length <= 1 && !read.some(({ remark }) => remark) && namesRecords
}
